import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EarningLine, earnedPoints, earningAmounts, pointsToTakeBack } from './earn-points.rules.ts';
import { nextTier, type Programme, programmeIn, tierFor } from './programme.rules.ts';
import { programmeSchema } from './programme-input.ts';
import { payWithPoints, pointsBack, pointsFor, worthOf } from './redeem-points.rules.ts';

const programme = (more: Partial<Programme> = {}): Programme =>
  programmeSchema.parse({ id: 'circle', name: { en: 'Circle' }, ...more });
const line = (amount: number, more: Partial<EarningLine> = {}): EarningLine => ({
  id: 'a',
  productId: 'mug',
  categoryIds: ['tableware', 'home'],
  amount,
  ...more,
});
const order = (lines: readonly EarningLine[], more: { tier?: string; at?: string } = {}) => ({
  currency: 'EUR',
  placedAt: new Date(more.at ?? '2026-11-23T09:00:00Z'),
  tier: more.tier,
  lines,
});

test('[LOYAL-1] rules that fit add up, and bonuses multiply what they give', () => {
  const circle = programme({
    earn: [
      { currency: 'EUR', points: 10, per: 100 },
      { currency: 'EUR', points: 5, per: 100, categories: ['home'] },
      { currency: 'EUR', points: 7, per: 100, products: ['lamp'] },
      { currency: 'GBP', points: 99, per: 100 },
    ],
    bonuses: [
      { percent: 50, tiers: ['gold'] },
      { percent: 100, from: '2026-11-27T00:00:00Z', to: '2026-11-28T00:00:00Z' },
    ],
    tiers: [{ id: 'gold', name: { en: 'Gold' }, from: 10 }],
  });
  // 20.00: 10 + 5 for every 1.00.
  expect(earnedPoints(circle, order([line(2000)]))).toEqual([300]);
  expect(earnedPoints(circle, order([line(2000, { categoryIds: [] })]))).toEqual([200]);
  expect(earnedPoints(circle, order([line(2000, { categoryIds: [], productId: 'lamp' })]))).toEqual([340]);
  expect(earnedPoints(circle, order([line(2000)], { tier: 'gold' }))).toEqual([450]);
  const friday = order([line(2000)], { tier: 'gold', at: '2026-11-27T12:00:00Z' });
  expect(earnedPoints(circle, friday)).toEqual([750]);
  expect(earnedPoints(circle, order([line(2000)], { at: '2026-11-28T00:00:00Z' }))).toEqual([300]);
});

test('[LOYAL-2] points are rounded once, and the lines’ sum to the order’s', () => {
  const circle = programme({ earn: [{ currency: 'EUR', points: 1, per: 100 }] });
  // 1.50 + 1.40 + 1.20 = 4.10: four points. 1 each, and the fourth for the largest remainder.
  expect(earnedPoints(circle, order([line(150), line(140), line(120)]))).toEqual([2, 1, 1]);
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 50_000 }), { maxLength: 8 }),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 700 }),
      (amounts, points, per) => {
        const rule = programme({ earn: [{ currency: 'EUR', points, per }] });
        const earned = earnedPoints(rule, order(amounts.map((amount) => line(amount))));
        const sum = amounts.reduce((total, amount) => total + amount, 0);
        expect(earned.reduce((total, each) => total + each, 0)).toBe(Math.floor((sum * points) / per));
        for (const [at, each] of earned.entries())
          expect(Math.abs(each - (amounts[at]! * points) / per)).toBeLessThan(1);
      },
    ),
  );
});

test('[LOYAL-3] what money did not pay is spread over all charges', () => {
  // 30.00 and 10.00 with 5.00 of delivery, of which 22.50 were paid with money: half of each.
  const of = (...gross: number[]) => gross.map((each) => ({ gross: each }));
  expect(earningAmounts(of(3000, 1000, 500), 2250)).toEqual([1500, 500, 250]);
  expect(earningAmounts(of(3000, 1000, 500), 0)).toEqual([0, 0, 0]);
  expect(earningAmounts(of(0, 0), 0)).toEqual([0, 0]);
  expect(earningAmounts(of(1000), 9999)).toEqual([1000]);
});

test('[LOYAL-19] an order earns what it would without the gift cards in it', () => {
  const gross = fc.nat({ max: 50_000 });
  fc.assert(
    fc.property(
      fc.array(fc.record({ gross, isGiftCard: fc.boolean() }), { maxLength: 8 }),
      gross,
      (charges, own) => {
        const goods = charges.filter(({ isGiftCard }) => !isGiftCard);
        const sum = (parts: readonly { readonly gross: number }[]) =>
          parts.reduce((total, each) => total + each.gross, 0);
        // Tenders of the shop pay goods alone.
        const paidOwn = Math.min(own, sum(goods));
        const amounts = earningAmounts(charges, sum(charges) - paidOwn);
        const without = earningAmounts(goods, sum(goods) - paidOwn);
        expect(amounts.filter((_, at) => !charges[at]!.isGiftCard)).toEqual(without);
        expect(amounts.every((amount, at) => amount === 0 || !charges[at]!.isGiftCard)).toBe(true);
      },
    ),
  );
});

test('[LOYAL-6] what is taken back never shrinks, and is everything at the end', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 10_000 }),
      fc.integer({ min: 1, max: 100_000 }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
      (points, gross, steps) => {
        const backs = steps.map((share) => Math.floor(share * gross)).toSorted((one, other) => one - other);
        const taken = backs.map((back) => pointsToTakeBack(points, { back, gross, isWhole: false }));
        expect(taken).toEqual(taken.toSorted((one, other) => one - other));
        expect(taken.every((each) => each >= 0 && each <= points)).toBe(true);
        expect(pointsToTakeBack(points, { back: gross, gross, isWhole: true })).toBe(points);
      },
    ),
  );
  expect(pointsToTakeBack(7, { back: 0, gross: 0, isWhole: false })).toBe(0);
});

test('[LOYAL-9] a payment takes the fewest points that pay it', () => {
  const rule = { currency: 'EUR', points: 200, amount: 100 };
  expect(worthOf(rule, 999)).toBe(499);
  expect(pointsFor(rule, 499)).toBe(998);
  expect(payWithPoints(rule, { held: 999, rest: 5000, total: 5000 })).toEqual({ points: 998, amount: 499 });
  expect(payWithPoints(rule, { held: 999, rest: 300, total: 5000 })).toEqual({ points: 600, amount: 300 });
  const bound = { ...rule, least: 500, mostPercent: 50 };
  expect(payWithPoints(bound, { held: 499, rest: 5000, total: 5000 })).toEqual({ points: 0, amount: 0 });
  expect(payWithPoints(bound, { held: 9000, rest: 5000, total: 5000 })).toEqual({
    points: 5000,
    amount: 2500,
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 1, max: 500 }),
      fc.nat({ max: 100_000 }),
      fc.nat({ max: 100_000 }),
      (points, amount, held, rest) => {
        const any = { currency: 'EUR', points, amount };
        const paid = payWithPoints(any, { held, rest, total: rest });
        expect(paid.points <= held && paid.amount <= rest).toBe(true);
        expect(paid.points === 0 || worthOf(any, paid.points - 1) < paid.amount).toBe(true);
      },
    ),
  );
});

test('[LOYAL-11] after refunds in any parts exactly the points are back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.integer({ min: 1, max: 10_000 }),
      fc.array(fc.integer({ min: 1, max: 3000 }), { maxLength: 8 }),
      (points, amount, parts) => {
        let [given, back] = [0, 0];
        for (const part of [...parts, amount]) {
          given = Math.min(amount, given + part);
          const due = pointsBack({ points, amount }, given);
          expect(due).toBeGreaterThanOrEqual(back);
          back = due;
        }
        expect(back).toBe(points);
      },
    ),
  );
});

test('[LOYAL-12] the highest tier that is reached, and what is missing to the next', () => {
  const tiers = [
    { id: 'bronze', name: { en: 'Bronze' }, from: 0 },
    { id: 'silver', name: { en: 'Silver' }, from: 100 },
    { id: 'gold', name: { en: 'Gold' }, from: 300 },
  ];
  const circle = programme({ tiers });
  expect([0, 99, 100, 299, 300, 9999].map((points) => tierFor(circle, points)?.id)).toEqual([
    'bronze',
    'bronze',
    'silver',
    'silver',
    'gold',
    'gold',
  ]);
  expect(nextTier(circle, 120)).toEqual({ tier: tiers[2], missing: 180 });
  expect(nextTier(circle, 300)).toBeUndefined();
  expect(tierFor(programme(), 5)).toBeUndefined();
});

test('[LOYAL-4] a channel has the first programme that is active there', () => {
  const [a, b, c] = [
    programme({ id: 'a', isActive: false }),
    programme({ id: 'b', channels: ['harbour'] }),
    programme({ id: 'c' }),
  ];
  expect(programmeIn([a, b, c], 'online')?.id).toBe('c');
  expect(programmeIn([a, b, c], 'harbour')?.id).toBe('b');
  expect(programmeIn([a], 'online')).toBeUndefined();
});

test('a programme with tiers out of order, or rules for tiers that are not there, is told where', () => {
  const gold = { id: 'gold', name: { en: 'Gold' }, from: 10 };
  const faults = (more: object) =>
    programmeSchema
      .safeParse({ id: 'circle', name: { en: 'Circle' }, ...more })
      .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  expect(faults({ tiers: [gold, { ...gold, id: 'silver', from: 5 }] })).toEqual([
    'tiers: expected the tiers by their thresholds, the lowest first',
  ]);
  expect(faults({ tiers: [gold], bonuses: [{ percent: 10, tiers: ['golden'] }] })).toEqual([
    'bonuses.0.tiers: expected one of gold, got "golden"',
  ]);
});
