import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ManualDiscount } from '../promotions/discountable-cart.rules.ts';
import { DEFAULT_PROMOTION_SETTINGS } from '../promotions/promotion.rules.ts';
import { amount, cartOf, line, percent, promotion, simple } from '../promotions/promotion-fixtures.ts';
import { applyPromotions, indexPromotions } from '../promotions/promotions.rules.ts';
import {
  type GivenLine,
  handPriceOf,
  heldDiscount,
  isWithin,
  keptFor,
  type LineByHand,
} from './by-hand.rules.ts';

const note = { reason: 'agreed', by: 'staff:ida', at: '2026-11-23T09:00:00.000Z' } as const;
const tenPercent = { ...note, discount: { kind: 'percent', basisPoints: 1_000 } } as const;
const twoOff = { ...note, discount: { kind: 'amount', amount: 200 }, currency: 'EUR' } as const;
const price = { ...note, price: { amount: 900, currency: 'EUR' } };

const discounts: fc.Arbitrary<ManualDiscount> = fc.oneof(
  fc.record({ kind: fc.constant('percent' as const), basisPoints: fc.integer({ min: 1, max: 10_000 }) }),
  fc.record({ kind: fc.constant('amount' as const), amount: fc.integer({ min: 1, max: 50_000 }) }),
);
const givenLines: fc.Arbitrary<GivenLine> = fc.record({
  quantity: fc.integer({ min: 1, max: 20 }),
  listed: fc.integer({ min: 0, max: 20_000 }),
  price: fc.integer({ min: 0, max: 20_000 }),
  discount: fc.option(discounts, { nil: undefined }),
});

describe('what holds', () => {
  test('[CART-36] an amount holds in its own currency, a percentage in every one', () => {
    const held = { price, discount: twoOff, pieces: 2 };
    expect(handPriceOf(held, { currency: 'EUR', allows: 'everything' })).toEqual(price.price);
    expect(handPriceOf(held, { currency: 'GBP', allows: 'everything' })).toBeUndefined();
    expect(heldDiscount(twoOff, 'GBP')).toBeUndefined();
    expect(heldDiscount(tenPercent, 'GBP')).toEqual(tenPercent.discount);
  });

  test('[CART-36] nothing holds for goods that forbid it', () => {
    for (const allows of ['no-manual', 'no-discounts'] as const)
      expect(handPriceOf({ price, pieces: 2 }, { currency: 'EUR', allows })).toBeUndefined();
  });
});

describe('when a shopper changes the pieces', () => {
  const all: LineByHand = { price, discount: tenPercent, pieces: 3 };

  test('[CART-37] more pieces end all of it, fewer leave what is for each piece', () => {
    expect(keptFor(all, 4, { isSamePrice: true })).toBeUndefined();
    expect(keptFor(all, 2, { isSamePrice: true })).toEqual(all);
    expect(keptFor(all, 2, { isSamePrice: false })).toEqual({ discount: tenPercent, pieces: 3 });
    expect(keptFor({ discount: twoOff, pieces: 3 }, 2, { isSamePrice: true })).toBeUndefined();
    expect(keptFor({ discount: twoOff, pieces: 3 }, 3, { isSamePrice: true })).toBeDefined();
  });

  test('[CART-37] nothing ever comes to be that staff did not give', () => {
    const quantities = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 6 });
    fc.assert(
      fc.property(quantities, fc.boolean(), (steps, isSamePrice) => {
        let now: LineByHand | undefined = all;
        for (const quantity of steps) {
          const next: LineByHand | undefined = keptFor(now, quantity, { isSamePrice });
          expect([undefined, now?.price]).toContain(next?.price);
          expect([undefined, now?.discount]).toContain(next?.discount);
          expect(next?.pieces ?? 0).toBeLessThanOrEqual(now?.pieces ?? 0);
          now = next;
        }
      }),
    );
  });
});

describe('how much may be given', () => {
  test('[STAFFCART-3] a percentage of just the limit is within it, whatever is rounded', () => {
    fc.assert(
      fc.property(
        fc.array(givenLines, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 10_000 }),
        (lines, limit) => {
          const discount = { kind: 'percent', basisPoints: limit } as const;
          const each = lines.map((given) => ({ ...given, price: given.listed, discount }));
          expect(isWithin(each, undefined, limit).lines.every(Boolean)).toBe(true);
          const none = each.map((given) => ({ ...given, discount: undefined }));
          expect(isWithin(none, discount, limit)).toMatchObject({ whole: true });
        },
      ),
    );
  });

  test('[STAFFCART-3] what is within a limit is within a higher one, and nothing is beyond all of it', () => {
    const limits = fc.tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }));
    fc.assert(
      fc.property(fc.array(givenLines, { maxLength: 6 }), discounts, limits, (lines, whole, [a, b]) => {
        const [low, high] = [isWithin(lines, whole, Math.min(a, b)), isWithin(lines, whole, Math.max(a, b))];
        expect(low.lines.every((isIt, at) => !isIt || high.lines[at])).toBe(true);
        expect(!low.whole || high.whole).toBe(true);
        expect(isWithin(lines, undefined, 10_000).lines.every(Boolean)).toBe(true);
      }),
    );
  });

  test('[STAFFCART-3] a line and the whole are held against it together', () => {
    const nine = { quantity: 1, listed: 10_000, price: 9_100 };
    expect(isWithin([nine], { kind: 'amount', amount: 100 }, 1_000).whole).toBe(true);
    expect(isWithin([nine], { kind: 'amount', amount: 101 }, 1_000).whole).toBe(false);
    expect(isWithin([{ ...nine, price: 8_999 }], undefined, 1_000).lines).toEqual([false]);
    expect(isWithin([{ ...nine, price: 11_000 }], undefined, 0).lines).toEqual([true]);
  });
});

describe('prices and discounts by hand among promotions', () => {
  const lines = fc
    .array(
      fc.record({
        price: fc.integer({ min: 0, max: 20_000 }),
        quantity: fc.integer({ min: 1, max: 5 }),
        manual: fc.option(discounts, { nil: undefined }),
        allows: fc.constantFrom('everything' as const, 'no-manual' as const, 'no-discounts' as const),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((all) => all.map(({ price, ...rest }, at) => line(`line-${at}`, price, rest)));
  const everything = { include: [{ kind: 'everything' as const }] };
  const promotions = [
    simple('ten', percent(10)),
    promotion('big', {
      kind: 'threshold',
      lines: everything,
      tiers: [{ from: 10_000, cut: { kind: 'amount', amount: 700 } }],
    }),
    simple('two', amount(200), { mode: 'compound' }),
  ];
  const settings = fc.constantFrom(
    { ...DEFAULT_PROMOTION_SETTINGS, manual: 'replaces' as const },
    { ...DEFAULT_PROMOTION_SETTINGS, manual: 'compounds' as const },
  );

  test('[CART-34] no line costs less than nothing, and goods that forbid it get nothing by hand', () => {
    fc.assert(
      fc.property(lines, fc.option(discounts, { nil: undefined }), settings, (all, manualTotal, how) => {
        const cart = cartOf(all, { ...(manualTotal && { manualTotal }) });
        const result = applyPromotions(indexPromotions(promotions, how), cart);
        result.lines.forEach(({ discount, parts }, at) => {
          const { quantity, unitPrice, allows } = all[at]!;
          expect(discount).toBeGreaterThanOrEqual(0);
          expect(discount).toBeLessThanOrEqual(quantity * unitPrice);
          const byHand = parts.filter(({ promotionId }) => promotionId === 'manual');
          if (allows !== 'everything') expect(byHand).toEqual([]);
        });
      }),
    );
  });

  test('[CART-34] [PROMO-27] the order of lines makes no difference to any of them', () => {
    fc.assert(
      fc.property(lines, fc.option(discounts, { nil: undefined }), settings, (all, manualTotal, how) => {
        const index = indexPromotions(promotions, how);
        const of = (sorted: typeof all) =>
          new Map(
            applyPromotions(index, cartOf(sorted, { ...(manualTotal && { manualTotal }) })).lines.map(
              (each) => [each.id, each],
            ),
          );
        expect(of(all.toReversed())).toEqual(of(all));
      }),
    );
  });

  test('[CART-34] [PROMO-24] what is off the whole comes after promotions, never instead of them', () => {
    fc.assert(
      fc.property(lines, discounts, (all, manualTotal) => {
        const plain = all.map(({ manual: _, ...rest }) => rest);
        const index = indexPromotions(promotions, DEFAULT_PROMOTION_SETTINGS);
        const without = applyPromotions(index, cartOf(plain));
        const with_ = applyPromotions(index, cartOf(plain, { manualTotal }));
        with_.lines.forEach(({ parts }, at) => {
          expect(parts.filter(({ promotionId }) => promotionId !== 'manual')).toEqual(
            without.lines[at]!.parts,
          );
        });
      }),
    );
  });
});
