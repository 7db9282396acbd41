import { expect, test } from 'vitest';
import { Allowance } from './room-limits.ts';

test('[RIGHT-8] an allowance is used up at once and comes back with time, up to its size', () => {
  const allowance = new Allowance({ perSecond: 10, atOnce: 3 }, 0);
  expect([0, 0, 0, 0].map((now) => allowance.take(1, now))).toEqual([true, true, true, false]);
  expect(allowance.take(1, 100)).toBe(true);
  expect(allowance.take(1, 150)).toBe(false);
  expect([9_000, 9_000, 9_000, 9_000].map((now) => allowance.take(1, now))).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

test('[RIGHT-8] what is large takes more of an allowance, and what is refused takes nothing', () => {
  const allowance = new Allowance({ perSecond: 10, atOnce: 100 }, 0);
  expect([60, 60, 40].map((count) => allowance.take(count, 0))).toEqual([true, false, true]);
  expect([1_000, 2_000].map((now) => allowance.take(15, now))).toEqual([false, true]);
});
