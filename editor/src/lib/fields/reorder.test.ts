import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexForGap, keyboardTarget, moveInList, nearestGap } from './reorder.ts';

test('an item moves and the others keep their order', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(), { minLength: 1 }),
      fc.nat(),
      fc.integer({ min: -3, max: 20 }),
      (list, at, to) => {
        const from = at % list.length;
        const moved = moveInList(list, from, to);
        const item = list[from]!;
        expect(moved.indexOf(item)).toBe(Math.max(0, Math.min(to, list.length - 1)));
        expect(moved.filter((each) => each !== item)).toEqual(list.filter((each) => each !== item));
      },
    ),
  );
});

test('there and back again is where it was', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(), { minLength: 2 }), fc.nat(), fc.nat(), (list, a, b) => {
      const [from, to] = [a % list.length, b % list.length];
      expect(moveInList(moveInList(list, from, to), to, from)).toEqual(list);
    }),
  );
});

test('arrow keys, Home and End name a place, and none beyond the ends', () => {
  expect(keyboardTarget('ArrowUp', 1, 3)).toBe(0);
  expect(keyboardTarget('ArrowUp', 0, 3)).toBeUndefined();
  expect(keyboardTarget('ArrowDown', 2, 3)).toBeUndefined();
  expect(keyboardTarget('End', 0, 3)).toBe(2);
  expect(keyboardTarget('Home', 0, 3)).toBeUndefined();
  expect(keyboardTarget('a', 1, 3)).toBeUndefined();
});

test('a pointer is in the gap whose rows it is between', () => {
  const rows = [0, 10, 20].map((top) => ({ top, bottom: top + 10 }));
  expect([-5, 4, 6, 14, 16, 99].map((y) => nearestGap(rows, y))).toEqual([0, 0, 1, 1, 2, 3]);
});

test('the gaps on both sides of an item leave it where it is', () => {
  expect([0, 1, 2, 3].map((gap) => indexForGap(1, gap))).toEqual([0, 1, 1, 2]);
});
