import { expect, test } from 'vitest';
import { Allowance } from './room-limits.ts';

test('[RIGHT-8] an allowance is used up at once and comes back with time, up to its size', () => {
  const allowance = new Allowance({ perSecond: 10, atOnce: 3 }, 0);
  expect([0, 0, 0, 0].map((now) => allowance.take(now))).toEqual([true, true, true, false]);
  expect(allowance.take(100)).toBe(true);
  expect(allowance.take(150)).toBe(false);
  expect([9_000, 9_000, 9_000, 9_000].map((now) => allowance.take(now))).toEqual([true, true, true, false]);
});
