import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DiscountableCart, PromotionResult } from './discountable-cart.rules.ts';
import type { LineSelection, Promotion, PromotionSettings } from './promotion.rules.ts';
import {
  amount,
  apply,
  cartOf,
  costs,
  FREE,
  line,
  lines,
  percent,
  promotion,
  simple,
  total,
  verdictOf,
} from './promotion-fixtures.ts';

const ten = percent(10);
const hundred = [line('lamp', 10_000)];
const percentFrom = (from: number, points: number) => ({ from, cut: percent(points) as never });

describe('whether a promotion holds', () => {
  const verdictWith = (changes: Partial<Promotion>, cart: Partial<DiscountableCart> = {}) =>
    verdictOf(apply([simple('ten', ten, changes)], cartOf(hundred, cart)), 'ten')?.kind;

  test('[PROMO-1] it holds from its beginning to just before its end', () => {
    expect(verdictWith({ from: '2026-11-23T09:00:00.000Z' })).toBe('applied');
    expect(verdictWith({ from: '2026-11-23T09:00:00.001Z' })).toBe('not-begun');
    expect(verdictWith({ to: '2026-11-23T09:00:00.001Z' })).toBe('applied');
    expect(verdictWith({ to: '2026-11-23T09:00:00.000Z' })).toBe('over');
  });

  test('[PROMO-1] only in its channels and its currency', () => {
    expect(verdictWith({ channels: ['online'] })).toBe('applied');
    expect(verdictWith({ channels: ['harbour'] })).toBe('other-channel');
    expect(verdictWith({ currency: 'GBP' })).toBe('other-currency');
  });

  test('[PROMO-2] for any of its price groups, or for those who are in all of them', () => {
    const groups = (match: 'any' | 'all') => ({ priceGroups: { match, ids: ['club', 'staff'] } });
    const club = { priceGroups: ['club'] };
    expect(verdictWith(groups('any'), club)).toBe('applied');
    expect(verdictWith(groups('all'), club)).toBe('other-group');
    expect(verdictWith(groups('all'), { priceGroups: ['staff', 'club', 'x'] })).toBe('applied');
    expect(verdictWith(groups('any'))).toBe('other-group');
  });

  test('[PROMO-3] in its hours, on the clocks of its zone, past midnight too', () => {
    const happy = (from: string, to: string, zone = 'Europe/Berlin') => ({
      hours: { zone, windows: [{ days: [1], from, to }] },
    });
    // Monday 09:00 UTC is 10:00 in Berlin.
    expect(verdictWith(happy('10:00', '10:01'))).toBe('applied');
    expect(verdictWith(happy('09:00', '10:00'))).toBe('outside-hours');
    expect(verdictWith(happy('09:00', '09:30', '+00:00'))).toBe('applied');
    expect(verdictWith(happy('04:00', '05:00', '-05:00'))).toBe('applied');
    const night = happy('22:00', '02:00', 'UTC');
    expect(verdictWith(night, { at: new Date('2026-11-24T01:59:00Z') })).toBe('applied');
    expect(verdictWith(night, { at: new Date('2026-11-24T02:00:00Z') })).toBe('outside-hours');
    expect(verdictWith(night, { at: new Date('2026-11-23T01:00:00Z') })).toBe('outside-hours');
    // In summer Berlin is two hours ahead.
    expect(verdictWith(happy('10:00', '10:01'), { at: new Date('2026-07-06T08:00:00Z') })).toBe('applied');
  });

  test('[PROMO-4] behind a coupon only for those who brought a code, which is named with what it gave', () => {
    expect(verdictWith({ coupon: true })).toBe('needs-coupon');
    const cart = cartOf(hundred, { unlocked: [{ promotionId: 'ten', code: 'SPRING' }] });
    const result = apply([simple('ten', ten, { coupon: true })], cart);
    expect(result.lines[0]!.parts).toEqual([{ promotionId: 'ten', code: 'SPRING', amount: 1_000 }]);
    const other = apply([simple('ten', ten, { coupon: true, on: lines('chair') })], cart);
    expect(verdictOf(other, 'ten')).toEqual({ kind: 'no-line' });
  });

  test('[PROMO-5] a line is meant by product, variant or category; excluded wins; units must be the same', () => {
    const cart = [
      line('a', 1_000, { categories: ['mugs', 'home'] }),
      line('b', 1_000, { categories: ['home'], unit: 'kg' }),
      line('c', 1_000),
    ];
    const discounted = (on: LineSelection) =>
      apply([simple('ten', ten, { on })], cart)
        .lines.filter(({ discount }) => discount > 0)
        .map(({ id }) => id);
    expect(discounted({ include: [{ kind: 'category', id: 'home' }] })).toEqual(['a', 'b']);
    expect(discounted({ include: [{ kind: 'variant', id: 'c-variant' }] })).toEqual(['c']);
    expect(discounted({ include: [{ kind: 'everything' }], unit: 'kg' })).toEqual(['b']);
    expect(
      discounted({
        include: [{ kind: 'everything' }, { kind: 'product', id: 'a' }],
        exclude: [{ kind: 'category', id: 'mugs' }],
      }),
    ).toEqual(['b', 'c']);
  });

  test('[PROMO-6] a line that forbids discounts gets none, and counts for none', () => {
    const cart = [line('a', 1_000, { allows: 'no-discounts', manual: { kind: 'amount', amount: 100 } })];
    const result = apply([simple('ten', ten)], cartOf(cart, { manualTotal: { kind: 'amount', amount: 5 } }));
    expect(total(result)).toBe(0);
    expect(verdictOf(result, 'ten')).toEqual({ kind: 'excluded-line' });
  });
});

describe('what a promotion takes off', () => {
  test('[PROMO-7] a percentage is rounded for each piece, halves up', () => {
    const cart = [line('a', 5, { quantity: 10 })];
    const result = apply([simple('ten', ten)], cart);
    expect(result.lines[0]).toMatchObject({ discount: 10, units: [{ quantity: 10, discount: 1 }] });
    expect(total(apply([simple('eighth', percent(12.5))], [line('a', 1_000)]))).toBe(125);
  });

  test('[PROMO-7] an amount takes no more than there is, a deal price never makes anything dearer', () => {
    expect(total(apply([simple('a', amount(5_000))], [line('a', 1_000)]))).toBe(1_000);
    const dearer = apply([simple('a', { kind: 'price', amount: 2_000 })], [line('a', 1_000)]);
    expect(total(dearer)).toBe(0);
    expect(verdictOf(dearer, 'a')).toEqual({ kind: 'no-effect' });
  });

  test('[PROMO-8] quantity levels look at one line; two lines of a product never pool', () => {
    const levels = promotion('levels', {
      kind: 'quantity',
      lines: lines(),
      levels: [
        { from: 3, cut: percent(10) },
        { from: 5, cut: percent(20) },
      ],
    });
    const mug = { productId: 'mug', variantId: 'ochre' };
    const cart = [line('a', 100, { ...mug, quantity: 2 }), line('b', 100, { ...mug, quantity: 2 })];
    const few = apply([levels], cart);
    expect(total(few)).toBe(0);
    expect(verdictOf(few, 'levels')).toEqual({ kind: 'too-few-pieces', missing: 1 });
    expect(total(apply([levels], [line('a', 100, { quantity: 4 })]))).toBe(40);
    expect(total(apply([levels], [line('a', 100, { quantity: 5 })]))).toBe(100);
  });

  test('[PROMO-21] a threshold takes its amount off the lines it means, each in proportion', () => {
    const spend = promotion('spend', {
      kind: 'threshold',
      lines: lines('a', 'b'),
      tiers: [
        { from: 3_000, cut: { kind: 'amount', amount: 500 } },
        { from: 9_000, cut: { kind: 'amount', amount: 2_000 } },
      ],
    });
    const cart = [line('a', 2_000), line('b', 1_000), line('c', 9_000)];
    const result = apply([spend], cart);
    expect(costs(cart, result)).toEqual({ a: 1_667, b: 833, c: 9_000 });
    const few = apply([spend], [line('a', 2_000), line('c', 9_000)]);
    expect(verdictOf(few, 'spend')).toEqual({ kind: 'below-threshold', missing: 1_000 });
  });

  test('[PROMO-22] shipping is discounted by its method and by what the lines cost after discounts', () => {
    const ship = promotion('ship', {
      kind: 'shipping',
      lines: lines(),
      methods: ['parcel'],
      tiers: [
        { from: 5_000, basisPoints: 5_000 },
        { from: 9_500, basisPoints: 10_000 },
      ],
    });
    const cart = cartOf(hundred, {
      shipping: [
        { id: 's1', method: 'parcel', amount: 495 },
        { id: 's2', method: 'courier', amount: 900 },
      ],
    });
    const free = apply([ship], cart);
    expect(free.shipping.map(({ discount }) => discount)).toEqual([495, 0]);
    const half = apply([ship, simple('ten', ten)], cart);
    expect(half.shipping.map(({ discount }) => discount)).toEqual([248, 0]);
    expect(verdictOf(half, 'ship')).toEqual({ kind: 'applied', amount: 248 });
    expect(verdictOf(apply([ship], hundred), 'ship')).toEqual({ kind: 'other-method' });
  });

  test('[PROMO-22] discounts on shipping go together as their modes say', () => {
    const ship = (id: string, basisPoints: number, changes: Partial<Promotion>) =>
      promotion(
        id,
        { kind: 'shipping', lines: lines(), methods: [], tiers: [{ from: 0, basisPoints }] },
        changes,
      );
    const cart = cartOf(hundred, { shipping: [{ id: 's', method: 'parcel', amount: 1_000 }] });
    const offWith = (...promotions: Promotion[]) => apply(promotions, cart).shipping[0]!.discount;
    const compound = [ship('a', 2_000, { mode: 'compound' }), ship('b', 1_000, { mode: 'compound' })];
    expect(offWith(...compound)).toBe(280);
    expect(offWith(...compound, ship('c', 2_500, {}))).toBe(280);
    expect(offWith(...compound, ship('c', 3_000, {}))).toBe(300);
    expect(offWith(...compound, ship('d', 500, { mode: 'exclusive' }))).toBe(50);
    expect(offWith(...compound, ship('e', 1_000, { mode: 'always' }))).toBe(352);
  });

  test('[PROMO-23] a gift is earned by pieces and by money, and says what is missing', () => {
    const gift = promotion('gift', {
      kind: 'gift',
      lines: lines(),
      fromAmount: 15_000,
      gift: { variantId: 'tote', quantity: 1 },
    });
    expect(verdictOf(apply([gift], hundred), 'gift')).toEqual({ kind: 'below-threshold', missing: 5_000 });
    const earned = apply([gift], [line('lamp', 10_000, { quantity: 2 })]);
    expect(earned.gifts).toEqual([{ promotionId: 'gift', variantId: 'tote', quantity: 1 }]);
    expect(verdictOf(earned, 'gift')).toEqual({ kind: 'applied', amount: 0 });
  });

  test('[PROMO-24] a manual discount replaces the promotions of its line, or comes on top', () => {
    const cart = [line('a', 10_000, { manual: { kind: 'amount', amount: 500 } }), line('b', 10_000)];
    const replaced = apply([simple('ten', ten)], cart);
    expect(costs(cart, replaced)).toEqual({ a: 9_500, b: 9_000 });
    expect(replaced.lines[0]!.parts).toEqual([{ promotionId: 'manual', code: undefined, amount: 500 }]);
    expect(costs(cart, apply([simple('ten', ten)], cart, { manual: 'compounds' }))).toEqual({
      a: 8_500,
      b: 9_000,
    });
    const never = [line('a', 10_000, { allows: 'no-manual', manual: { kind: 'amount', amount: 500 } })];
    expect(costs(never, apply([simple('ten', ten)], never))).toEqual({ a: 9_000 });
  });

  test('[PROMO-24] a manual discount on the whole comes on top and spares lines that forbid it', () => {
    const cart = [line('a', 10_000), line('b', 5_000), line('c', 5_000, { allows: 'no-manual' })];
    const result = apply(
      [simple('ten', ten, { on: lines('a') })],
      cartOf(cart, { manualTotal: { kind: 'amount', amount: 1_400 } }),
    );
    expect(costs(cart, result)).toEqual({ a: 8_100, b: 4_500, c: 5_000 });
  });

  test('[PROMO-25] quantities and prices that are no whole numbers are refused by name', () => {
    expect(() => apply([], [line('a', 10.5)])).toThrow('Line "a" has 1 pieces at 10.5');
    expect(() => apply([], [line('a', 10, { quantity: -1 })])).toThrow('Line "a" has -1 pieces');
  });
});

const PRODUCTS = ['p', 'q', 'r', 's'];
const selections: fc.Arbitrary<LineSelection> = fc
  .subarray(PRODUCTS, { minLength: 0, maxLength: 3 })
  .map((some) => lines(...some));
const cuts = fc.oneof(
  fc.integer({ min: 1, max: 100 }).map(percent),
  fc.integer({ min: 1, max: 700 }).map(amount),
  fc.integer({ min: 0, max: 900 }).map((price) => ({ kind: 'price' as const, amount: price })),
);
const tiers = fc.array(
  fc.record({ from: fc.integer({ min: 0, max: 3_000 }), points: fc.integer({ min: 1, max: 60 }) }),
  {
    minLength: 1,
    maxLength: 2,
  },
);
const percentTiers = tiers.map((some) =>
  some.map(({ from, points }) => ({ from, basisPoints: points * 100 })),
);
const groups = fc.array(
  fc.record({ lines: selections, quantity: fc.integer({ min: 1, max: 3 }), cut: cuts }),
  { minLength: 1, maxLength: 2 },
);
const effects: fc.Arbitrary<Promotion['effect']> = fc.oneof(
  fc.record({ kind: fc.constant('simple' as const), lines: selections, cut: cuts }),
  fc.record({
    kind: fc.constant('quantity' as const),
    lines: selections,
    levels: fc.array(fc.record({ from: fc.integer({ min: 1, max: 6 }), cut: cuts }), {
      minLength: 1,
      maxLength: 2,
    }),
  }),
  fc.record({
    kind: fc.constant('mix-and-match' as const),
    groups,
    deal: fc.oneof(
      fc.record({
        kind: fc.constantFrom('price' as const, 'amount' as const),
        amount: fc.integer({ min: 1, max: 900 }),
      }),
      fc.record({ kind: fc.constant('percent' as const), basisPoints: fc.integer({ min: 1, max: 10_000 }) }),
      fc.record({ kind: fc.constant('cheapest' as const), pieces: fc.constant(1), cut: cuts }),
      fc.constant({ kind: 'per-group' as const }),
    ),
    limit: fc.constantFrom(undefined, 1, 2),
  }),
  fc.record({
    kind: fc.constant('buy-x-get-y' as const),
    buy: fc.record({ lines: selections, quantity: fc.integer({ min: 1, max: 2 }) }),
    get: fc.record({ lines: selections, quantity: fc.constant(1), cut: cuts }),
  }),
  fc.record({
    kind: fc.constant('threshold' as const),
    lines: selections,
    tiers: tiers.map((some) =>
      some.map(({ from, points }) =>
        points > 30 ? { from, cut: { kind: 'amount' as const, amount: points } } : percentFrom(from, points),
      ),
    ),
  }),
  fc.record({
    kind: fc.constant('shipping' as const),
    lines: selections,
    methods: fc.constant([]),
    tiers: percentTiers,
  }),
  fc.record({
    kind: fc.constant('tender' as const),
    lines: selections,
    tenders: fc.constant(['card']),
    tiers: percentTiers,
  }),
);
const promotionSets = fc
  .array(
    fc.record({
      effect: effects,
      mode: fc.constantFrom(
        'exclusive' as const,
        'best-price' as const,
        'compound' as const,
        'always' as const,
      ),
      priority: fc.integer({ min: 0, max: 2 }),
    }),
    { maxLength: 6 },
  )
  .map((some) => some.map(({ effect, ...rest }, index) => promotion(`promo-${index}`, effect, rest)));
const carts = fc
  .array(
    fc.record({
      product: fc.constantFrom(...PRODUCTS),
      unitPrice: fc.integer({ min: 0, max: 1_500 }),
      quantity: fc.integer({ min: 0, max: 7 }),
      allows: fc.constantFrom(
        'everything' as const,
        'everything' as const,
        'no-discounts' as const,
        'no-manual' as const,
      ),
      manual: fc.option(fc.constant({ kind: 'amount' as const, amount: 150 }), { nil: undefined, freq: 5 }),
    }),
    { maxLength: 6 },
  )
  .map((some) =>
    cartOf(
      some.map(({ product, ...rest }, index) =>
        line(`line-${index}`, rest.unitPrice, { ...rest, productId: product }),
      ),
      {
        tender: 'card',
        shipping: [{ id: 's', method: 'parcel', amount: 700 }],
        manualTotal: { kind: 'percent', basisPoints: 300 },
      },
    ),
  );
const settings: fc.Arbitrary<Partial<PromotionSettings>> = fc.record({
  control: fc.constantFrom('within-priority' as const, 'across-priorities' as const),
  compoundOn: fc.constantFrom('running' as const, 'original' as const),
  splitIndivisible: fc.boolean(),
  leastExpensive: fc.constantFrom('spread' as const, 'cheapest-only' as const),
  manual: fc.constantFrom('replaces' as const, 'compounds' as const),
  searchBudget: fc.constantFrom(0, 100, 20_000),
});
const sum = (numbers: readonly number[]) => numbers.reduce((whole, each) => whole + each, 0);

describe('any promotions on any cart', () => {
  test('[PROMO-26] parts and pieces sum to the discount, and no line or charge goes below zero', () => {
    fc.assert(
      fc.property(promotionSets, carts, settings, (promotions, cart, some) => {
        const result = apply(promotions, cart, some);
        for (const [index, { id, discount, units, parts }] of result.lines.entries()) {
          const { quantity, unitPrice, id: expected } = cart.lines[index]!;
          expect(id).toBe(expected);
          expect(sum(parts.map((part) => part.amount))).toBe(discount);
          expect(sum(units.map((unit) => unit.quantity * unit.discount))).toBe(discount);
          expect(sum(units.map((unit) => unit.quantity))).toBe(quantity);
          expect(units.every((unit) => unit.discount >= 0 && unit.discount <= unitPrice)).toBe(true);
          expect(parts.every((part) => part.amount > 0)).toBe(true);
        }
        for (const { discount, parts } of result.shipping) {
          expect(discount).toBeLessThanOrEqual(700);
          expect(sum(parts.map((part) => part.amount))).toBe(discount);
        }
        expect(appliedTotal(result)).toBe(
          total(result) + sum(result.shipping.map(({ discount }) => discount)),
        );
      }),
      { numRuns: 600 },
    );
  });

  test('[PROMO-27] the order of lines and of promotions does not matter', () => {
    fc.assert(
      fc.property(promotionSets, carts, settings, (promotions, cart, some) => {
        const straight = apply(promotions, cart, some);
        const turned = apply(promotions.toReversed(), { ...cart, lines: cart.lines.toReversed() }, some);
        expect({ ...turned, lines: turned.lines.toReversed() }).toEqual(straight);
      }),
      { numRuns: 300 },
    );
  });

  test('[PROMO-27] a promotion that cannot hold changes nothing but its own verdict', () => {
    const never = [
      promotion(
        'not-here',
        { kind: 'simple', lines: lines(), cut: FREE },
        { channels: ['moon'], priority: 9 },
      ),
      promotion(
        'not-these',
        { kind: 'simple', lines: lines('x'), cut: FREE },
        { mode: 'exclusive', priority: 9 },
      ),
    ];
    fc.assert(
      fc.property(promotionSets, carts, settings, (promotions, cart, some) => {
        const with2 = apply([...promotions, ...never], cart, some);
        const without = apply(promotions, cart, some);
        expect({
          ...with2,
          verdicts: with2.verdicts.filter(({ promotionId }) => promotionId !== 'not-here'),
        }).toEqual(without);
      }),
    );
  });

  test('[PROMO-6] a line that forbids discounts gets none', () => {
    fc.assert(
      fc.property(promotionSets, carts, settings, (promotions, cart, some) => {
        const closed = cart.lines.filter(({ allows }) => allows === 'no-discounts').map(({ id }) => id);
        const result = apply(promotions, cart, some);
        expect(
          sum(result.lines.filter(({ id }) => closed.includes(id)).map(({ discount }) => discount)),
        ).toBe(0);
      }),
    );
  });

  test('[PROMO-28] every promotion that means a line is judged, once', () => {
    fc.assert(
      fc.property(promotionSets, carts, settings, (promotions, cart, some) => {
        const ids = apply(promotions, cart, some).verdicts.map(({ promotionId }) => promotionId);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toEqual(ids.toSorted());
      }),
    );
  });
});

function appliedTotal(result: PromotionResult): number {
  const manual = result.lines
    .flatMap(({ parts }) => parts)
    .filter(({ promotionId }) => promotionId === 'manual');
  return (
    sum(result.verdicts.map(({ verdict }) => (verdict.kind === 'applied' ? verdict.amount : 0))) +
    sum(manual.map((part) => part.amount))
  );
}
