import fc from 'fast-check';
import { expect, test } from 'vitest';
import { returnableOf } from './returnable.rules.ts';

const DAY = 24 * 60 * 60 * 1000;
const day = (count: number) => new Date(Date.UTC(2026, 0, 1) + count * DAY);
const parcels = fc.array(
  fc.record({ quantity: fc.integer({ min: 1, max: 5 }), day: fc.integer({ min: 0, max: 90 }) }),
  {
    maxLength: 6,
  },
);

test('[RET-18] at most what is out, at most what left in time, and as many as both allow', () => {
  fc.assert(
    fc.property(
      parcels,
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 0, max: 150 }),
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: 0, max: 3 }),
      (left, days, now, back, unknown) => {
        const sent = left.map(({ quantity, day: at }) => ({ quantity, at: day(at) }));
        const fulfilled = sent.reduce((sum, { quantity }) => sum + quantity, unknown);
        const open = Math.max(0, fulfilled - back);
        const inTime = left
          .filter((each) => now < each.day + days + 1)
          .reduce((sum, { quantity }) => sum + quantity, 0);
        const { quantity, until, late } = returnableOf({ fulfilled, open }, sent, { days, at: day(now) });
        expect(quantity).toBe(Math.min(open, inTime + unknown));
        expect(late !== undefined).toBe(quantity < open);
        if (late) expect(late.getTime() + DAY).toBeLessThanOrEqual(day(now).getTime());
        if (quantity === 0) expect(until).toEqual(late);
        if (quantity > 0 && until) expect(until.getTime() + DAY).toBeGreaterThan(day(now).getTime());
      },
    ),
  );
});

test('[RET-18] without a number of days everything that is out, without an end', () => {
  expect(
    returnableOf({ fulfilled: 3, open: 2 }, [{ quantity: 3, at: day(0) }], { days: undefined, at: day(900) }),
  ).toEqual({
    quantity: 2,
  });
});

test('[RET-18] the last day is the one of the pieces that left first of those in time', () => {
  const sent = [
    { quantity: 1, at: day(0) },
    { quantity: 1, at: day(20) },
    { quantity: 1, at: day(25) },
  ];
  const told = (open: number, at: Date) => returnableOf({ fulfilled: 3, open }, sent, { days: 30, at });
  expect(told(3, day(29))).toEqual({ quantity: 3, until: day(30) });
  expect(told(3, day(40))).toEqual({ quantity: 2, until: day(50), late: day(30) });
  expect(told(1, day(40))).toEqual({ quantity: 1, until: day(55) });
  expect(told(3, day(80))).toEqual({ quantity: 0, until: day(55), late: day(55) });
  const unknown = returnableOf({ fulfilled: 4, open: 4 }, sent, { days: 30, at: day(80) });
  expect(unknown).toEqual({ quantity: 1, late: day(55) });
});
