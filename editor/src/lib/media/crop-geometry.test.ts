import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Frame,
  frameAfterKey,
  frameAround,
  movedFrame,
  pulledFrame,
  ratioWords,
  shownRatios,
} from './crop-geometry.ts';

const size = { width: 1600, height: 1000 };
const ratioOf = ({ w, h }: Frame) => (w * size.width) / (h * size.height);

test('without a frame, as much as fits shows around the focal point', () => {
  expect(frameAround(size, 1, { x: 1, y: 0.5 })).toEqual({ x: 0.375, y: 0, w: 0.625, h: 1 });
});

test('a frame is moved inside the picture only', () => {
  expect(movedFrame({ x: 0.5, y: 0.5, w: 0.4, h: 0.4 }, { x: 0.3, y: -0.9 })).toEqual({
    x: 0.6,
    y: 0,
    w: 0.4,
    h: 0.4,
  });
});

test('whatever corner is pulled wherever, the frame keeps its ratio, lies inside, and its opposite corner stays', () => {
  const side = fc.constantFrom(-1 as const, 1 as const);
  const fraction = fc.double({ min: -0.5, max: 1.5, noNaN: true });
  fc.assert(
    fc.property(
      side,
      side,
      fraction,
      fraction,
      fc.constantFrom(16 / 9, 4 / 5, 1),
      (x, y, toX, toY, ratio) => {
        const most = frameAround(size, ratio);
        const frame = { x: 0.2 * most.w, y: 0.2 * most.h, w: most.w / 2, h: most.h / 2 };
        const pulled = pulledFrame(frame, [x, y], { x: toX, y: toY }, size, ratio);
        expect(ratioOf(pulled)).toBeCloseTo(ratio, 6);
        expect(Math.min(pulled.x, pulled.y)).toBeGreaterThanOrEqual(-1e-9);
        expect(Math.max(pulled.x + pulled.w, pulled.y + pulled.h)).toBeLessThanOrEqual(1 + 1e-9);
        const fixed = (each: Frame) => [x < 0 ? each.x + each.w : each.x, y < 0 ? each.y + each.h : each.y];
        expect(fixed(pulled)[0]).toBeCloseTo(fixed(frame)[0]!, 9);
        expect(fixed(pulled)[1]).toBeCloseTo(fixed(frame)[1]!, 9);
      },
    ),
  );
});

test('keys move the frame and change its size', () => {
  const frame = { x: 0.2, y: 0.2, w: 0.3125, h: 0.5 };
  const press = (key: string, isFast = false) => frameAfterKey(frame, key, { isFast, size, ratio: 1 });
  expect(press('ArrowRight')?.x).toBeCloseTo(0.21);
  expect(press('ArrowUp', true)?.y).toBeCloseTo(0.1);
  expect(press('+')!.w).toBeGreaterThan(0.3125);
  expect(press('-')!.w).toBeLessThan(0.3125);
  expect(press('Enter')).toBeUndefined();
});

test('ratios have the names people know', () => {
  expect([16 / 9, 0.8, 1, 1.85].map(ratioWords)).toEqual(['16:9', '4:5', '1:1', '1.85:1']);
});

test('the ratio of the field is shown besides the common ones, unless it is one of them', () => {
  expect(shownRatios([1.78, 3])).toEqual([16 / 9, 4 / 5, 1, 3]);
});
