import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cropAround, pointAfterKey, pointIn } from './focal-geometry.ts';

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const size = fc.integer({ min: 1, max: 4000 });

test('a crop has the ratio asked for and lies inside of the picture', () => {
  fc.assert(
    fc.property(
      size,
      size,
      fc.double({ min: 0.2, max: 5, noNaN: true }),
      fraction,
      fraction,
      (width, height, ratio, x, y) => {
        const crop = cropAround({ width, height }, ratio, { x, y });
        expect((crop.width * width) / (crop.height * height)).toBeCloseTo(ratio, 6);
        expect(crop.left).toBeGreaterThanOrEqual(0);
        expect(crop.left + crop.width).toBeLessThanOrEqual(1 + 1e-9);
        expect(crop.top + crop.height).toBeLessThanOrEqual(1 + 1e-9);
      },
    ),
  );
});

test('a pointer outside of the picture is at its edge', () => {
  const box = { left: 10, top: 10, width: 100, height: 50 };
  expect(pointIn(box, { clientX: 60, clientY: 35 })).toEqual({ x: 0.5, y: 0.5 });
  expect(pointIn(box, { clientX: 0, clientY: 500 })).toEqual({ x: 0, y: 1 });
});

test('arrow keys move the point by a hundredth, with Shift by a tenth', () => {
  expect(pointAfterKey({ x: 0.5, y: 0.5 }, 'ArrowLeft', false)).toEqual({ x: 0.49, y: 0.5 });
  expect(pointAfterKey({ x: 0.5, y: 0.95 }, 'ArrowDown', true)).toEqual({ x: 0.5, y: 1 });
  expect(pointAfterKey({ x: 0.5, y: 0.5 }, 'Enter', false)).toBeUndefined();
});
