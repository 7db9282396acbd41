import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Area, placeBar } from './bar-place.ts';

const room: Area = { left: 100, top: 50, right: 900, bottom: 650 };
const bar = { width: 400, height: 34 };
const area = (left: number, top: number, right: number, bottom: number): Area => ({
  left,
  top,
  right,
  bottom,
});

describe('the place of the floating toolbar', () => {
  test('[TEXT-75] is above the selected words, in their middle', () => {
    const words = area(400, 300, 500, 320);
    expect(placeBar({ bar, anchor: words, words, room })).toEqual({ x: 250, y: 258 });
  });

  test('[TEXT-75] is below them where there is no room above', () => {
    const words = area(400, 60, 500, 80);
    expect(placeBar({ bar, anchor: words, words, room })).toEqual({ x: 250, y: 88 });
  });

  test('[TEXT-75] of a text taller than the window is the edge where the caret is not', () => {
    const anchor = area(200, -400, 800, 900);
    expect(placeBar({ bar, anchor, words: area(300, 400, 301, 420), room }).y).toBe(58);
    expect(placeBar({ bar, anchor, words: area(300, 60, 301, 80), room }).y).toBe(608);
  });

  test('[TEXT-75] stays at the side of a narrow text that is near the edge', () => {
    const words = area(110, 300, 160, 320);
    expect(placeBar({ bar, anchor: words, words, room }).x).toBe(108);
    const right = area(860, 300, 890, 320);
    expect(placeBar({ bar, anchor: right, words: right, room }).x).toBe(492);
  });

  test('[TEXT-75] is never outside of what is seen of the canvas, wherever the words are', () => {
    const place = fc.integer({ min: -2000, max: 3000 });
    fc.assert(
      fc.property(place, place, fc.nat(900), fc.nat(900), (left, top, width, height) => {
        const anchor = area(left, top, left + width, top + height);
        const { x, y } = placeBar({ bar, anchor, words: anchor, room });
        expect(x).toBeGreaterThanOrEqual(room.left);
        expect(x + bar.width).toBeLessThanOrEqual(room.right);
        expect(y).toBeGreaterThanOrEqual(room.top);
        expect(y + bar.height).toBeLessThanOrEqual(room.bottom);
      }),
    );
  });
});
