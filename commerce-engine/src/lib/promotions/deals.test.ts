import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestTotal } from './deal-oracle.ts';
import type { GroupDeal, PriceCut, Promotion } from './promotion.rules.ts';
import {
  amount,
  apply,
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

function anyOf(quantity: number, deal: GroupDeal, changes: Partial<Promotion> = {}, id = 'deal') {
  return promotion(id, { kind: 'mix-and-match', groups: [{ lines: lines(), quantity }], deal }, changes);
}

function buyGet(buy: string[], get: string[], cut: PriceCut, id = 'bxgy') {
  return promotion(id, {
    kind: 'buy-x-get-y',
    buy: { lines: lines(...buy), quantity: 1 },
    get: { lines: lines(...get), quantity: 1, cut },
  });
}

const cheapestOnly = { leastExpensive: 'cheapest-only' } as const;

describe('deals of several lines', () => {
  test('[PROMO-18] vector V6: of two overlapping deals the combination is found that takes most off', () => {
    const cart = [line('a', 2_000), line('b', 2_000), line('c', 1_500), line('d', 500)];
    const promotions = [
      promotion('second-half', {
        kind: 'buy-x-get-y',
        buy: { lines: lines(), quantity: 1 },
        get: { lines: lines(), quantity: 1, cut: percent(50) },
      }),
      anyOf(2, { kind: 'percent', basisPoints: 2_000 }, {}, 'two'),
    ];
    const result = apply(promotions, cart);
    expect(total(result)).toBe(1_400);
    expect(result.optimum).toEqual({ kind: 'exact' });
    expect(verdictOf(result, 'second-half')).toEqual({ kind: 'applied', amount: 1_000 });
    expect(verdictOf(result, 'two')).toEqual({ kind: 'applied', amount: 400 });
  });

  test('[PROMO-16] three for the price of two: the cheapest of each three is free', () => {
    const three = anyOf(3, { kind: 'cheapest', pieces: 1, cut: FREE });
    const cart = [900, 800, 700, 600, 500, 400, 300].map((price, index) => line(`l${index}`, price));
    const result = apply([three], cart, cheapestOnly);
    expect(costs(cart, result)).toMatchObject({ l2: 0, l5: 0, l6: 300 });
    expect(total(result)).toBe(1_100);
  });

  test('[PROMO-20] what the cheapest gets is spread over its deal, so that a return takes its own share', () => {
    const three = anyOf(3, { kind: 'cheapest', pieces: 1, cut: FREE });
    const cart = [line('a', 900), line('b', 600), line('c', 300)];
    const result = apply([three], cart);
    expect(costs(cart, result)).toEqual({ a: 750, b: 500, c: 250 });
  });

  test('[PROMO-20] an amount that three pieces cannot share equally splits the line, or stays on one piece', () => {
    const three = anyOf(3, { kind: 'amount', amount: 1_001 }, { currency: 'EUR' });
    const cart = [line('a', 2_000, { quantity: 3 })];
    expect(apply([three], cart).lines[0]!.units).toEqual([
      { quantity: 2, discount: 334 },
      { quantity: 1, discount: 333 },
    ]);
    expect(apply([three], cart, { splitIndivisible: false }).lines[0]!.units).toEqual([
      { quantity: 1, discount: 335 },
      { quantity: 2, discount: 333 },
    ]);
    const cheap = [line('a', 334, { quantity: 3 })];
    expect(apply([three], cheap, { splitIndivisible: false }).lines[0]!.units).toEqual([
      { quantity: 2, discount: 334 },
      { quantity: 1, discount: 333 },
    ]);
  });

  test('[PROMO-16] a deal price holds for one piece of each group', () => {
    const outfit = promotion(
      'outfit',
      {
        kind: 'mix-and-match',
        groups: [
          { lines: lines('shirt'), quantity: 1 },
          { lines: lines('tie'), quantity: 2 },
        ],
        deal: { kind: 'price', amount: 5_000 },
      },
      { currency: 'EUR' },
    );
    const cart = [line('shirt', 4_000, { quantity: 2 }), line('tie', 1_500, { quantity: 3 })];
    const result = apply([outfit], cart);
    expect(total(result)).toBe(2_000);
    expect(costs(cart, result)).toEqual({ shirt: 6_857, tie: 3_643 });
    const few = apply([outfit], [line('shirt', 4_000), line('tie', 1_500)]);
    expect(verdictOf(few, 'outfit')).toEqual({ kind: 'too-few-pieces', missing: 1, group: 1 });
  });

  test('[PROMO-17] what is got is never dearer than what could have been got instead', () => {
    const cart = [line('mug', 1_800), line('mug2', 2_000), line('bowl', 2_400)];
    const mugs = ['mug', 'mug2'];
    expect(total(apply([buyGet(mugs, mugs, FREE)], cart))).toBe(1_800);
    expect(total(apply([buyGet(mugs, [...mugs, 'bowl'], FREE)], cart))).toBe(2_400);
    expect(total(apply([buyGet(mugs, [...mugs, 'bowl'], FREE)], cart.slice(0, 2)))).toBe(1_800);
  });

  test('[PROMO-16] a deal with a limit holds that often', () => {
    const two = promotion('two', {
      kind: 'mix-and-match',
      groups: [{ lines: lines(), quantity: 2 }],
      deal: { kind: 'percent', basisPoints: 5_000 },
      limit: 2,
    });
    expect(total(apply([two], [line('a', 100, { quantity: 9 })]))).toBe(200);
  });

  test('[PROMO-9] a compound deal and compound promotions on single pieces go together on a piece', () => {
    const promotions = [
      anyOf(2, { kind: 'price', amount: 1_000 }, { mode: 'compound', currency: 'EUR' }),
      simple('ten', percent(10), { mode: 'compound' }),
    ];
    const cart = [line('a', 1_000), line('b', 1_000)];
    expect(costs(cart, apply(promotions, cart))).toEqual({ a: 450, b: 450 });
  });

  test('[PROMO-12] pieces a deal of a higher priority used, bought ones too, are out of lower ones', () => {
    const promotions = [{ ...buyGet(['a'], ['b'], FREE), priority: 1 }, simple('ten', percent(10))];
    const cart = [line('a', 1_000, { quantity: 2 }), line('b', 500)];
    expect(costs(cart, apply(promotions, cart))).toEqual({ a: 1_900, b: 0 });
  });

  test('[PROMO-19] ninety-nine pieces take no more steps of the clock than a few', () => {
    const promotions = [
      anyOf(3, { kind: 'cheapest', pieces: 1, cut: FREE }, {}, 'three'),
      anyOf(2, { kind: 'percent', basisPoints: 3_000 }, {}, 'two'),
      anyOf(5, { kind: 'price', amount: 2_000 }, { currency: 'EUR' }, 'five'),
    ];
    const result = apply(promotions, [line('a', 700, { quantity: 99 }), line('b', 650, { quantity: 98 })]);
    expect(result.optimum.kind).toBe('exact');
    expect(result.lines.every(({ units }) => units.length < 12)).toBe(true);
  });
});

const PRODUCTS = ['p', 'q', 'r'];
const products = fc.subarray(PRODUCTS, { minLength: 1 });
const cuts: fc.Arbitrary<PriceCut> = fc.oneof(
  fc.integer({ min: 1, max: 100 }).map(percent),
  fc.integer({ min: 1, max: 90 }).map(amount),
  fc.integer({ min: 0, max: 400 }).map((price): PriceCut => ({ kind: 'price', amount: price })),
);
const groups = fc.array(
  fc.record({ products, quantity: fc.integer({ min: 1, max: 2 }), cut: fc.option(cuts, { nil: undefined }) }),
  { minLength: 1, maxLength: 2 },
);
const groupDeals: fc.Arbitrary<GroupDeal> = fc.oneof(
  fc.record({ kind: fc.constant('price' as const), amount: fc.integer({ min: 50, max: 900 }) }),
  fc.record({ kind: fc.constant('amount' as const), amount: fc.integer({ min: 1, max: 90 }) }),
  fc.record({ kind: fc.constant('percent' as const), basisPoints: fc.integer({ min: 1, max: 10_000 }) }),
  fc.record({ kind: fc.constant('cheapest' as const), pieces: fc.constant(1), cut: cuts }),
  fc.constant({ kind: 'per-group' as const }),
);
const deals = fc.oneof(
  fc
    .record({ groups, deal: groupDeals, mode: fc.constantFrom('best-price' as const, 'compound' as const) })
    .map(({ groups: wanted, deal, mode }) => {
      const gives = deal.kind === 'price' || deal.kind === 'amount' ? 'best-price' : mode;
      return promotion(
        'mix',
        {
          kind: 'mix-and-match',
          groups: wanted.map((group) => ({ ...group, lines: lines(...group.products) })),
          deal,
        },
        { mode: gives },
      );
    }),
  fc
    .record({
      buy: products,
      get: products,
      cut: cuts,
      quantity: fc.integer({ min: 1, max: 2 }),
      mode: fc.constantFrom('best-price' as const, 'compound' as const),
    })
    .map(({ buy, get, cut, quantity, mode }) =>
      promotion(
        'bxgy',
        {
          kind: 'buy-x-get-y',
          buy: { lines: lines(...buy), quantity },
          get: { lines: lines(...get), quantity: 1, cut },
        },
        { mode },
      ),
    ),
);
const singles = fc
  .record({ cut: cuts, mode: fc.constantFrom('best-price' as const, 'compound' as const) })
  .map(({ cut, mode }) => simple('simple', cut, { mode }));
const promotionSets = fc
  .tuple(fc.array(deals, { minLength: 1, maxLength: 3 }), fc.array(singles, { maxLength: 2 }))
  .map(([some, others]) =>
    [...some, ...others].map((each, index) => ({ ...each, id: `${each.id}-${index}` })),
  );
const smallCarts = fc
  .array(
    fc.record({
      product: fc.constantFrom(...PRODUCTS),
      price: fc.integer({ min: 100, max: 600 }),
      quantity: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .filter((each) => each.reduce((sum, { quantity }) => sum + quantity, 0) <= 7)
  .map((each) =>
    each.map(({ product, price, quantity }, index) =>
      line(`l${index}`, price, { productId: product, quantity }),
    ),
  );

describe('any small cart', () => {
  test('[PROMO-18] gets exactly what trying every combination finds best, and is told so', () => {
    fc.assert(
      fc.property(promotionSets, smallCarts, (promotions, cart) => {
        const result = apply(promotions, cart, { ...cheapestOnly, searchBudget: 1_000_000 });
        expect(result.optimum).toEqual({ kind: 'exact' });
        expect(total(result)).toBe(bestTotal(promotions, cart));
      }),
      { numRuns: 400 },
    );
  });

  test('[PROMO-18] a search that is cut short says how much may be missing, and no more is', () => {
    fc.assert(
      fc.property(promotionSets, smallCarts, fc.integer({ min: 0, max: 60 }), (promotions, cart, budget) => {
        const result = apply(promotions, cart, { ...cheapestOnly, searchBudget: budget });
        const best = bestTotal(promotions, cart);
        const gap = result.optimum.kind === 'exact' ? 0 : result.optimum.gap;
        expect(total(result)).toBeLessThanOrEqual(best);
        expect(total(result) + gap).toBeGreaterThanOrEqual(best);
      }),
      { numRuns: 400 },
    );
  });
});

const runs = fc
  .array(fc.record({ quantity: fc.integer({ min: 1, max: 4 }), deal: groupDeals }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((some) =>
    some.map(({ quantity, deal }, index) =>
      promotion(`run-${index}`, {
        kind: 'mix-and-match',
        groups: [{ lines: lines(), quantity, cut: percent(10) }],
        deal,
      }),
    ),
  );
const longLines = fc
  .array(
    fc.record({ price: fc.integer({ min: 100, max: 300 }), quantity: fc.integer({ min: 1, max: 18 }) }),
    {
      minLength: 1,
      maxLength: 2,
    },
  )
  .map((each) => each.map(({ price, quantity }, index) => line(`l${index}`, price, { quantity })));

describe('any long lines', () => {
  test('[PROMO-19] get exactly the best, though not every number of pieces is tried in every deal', () => {
    fc.assert(
      fc.property(runs, longLines, (promotions, cart) => {
        const result = apply(promotions, cart, { ...cheapestOnly, searchBudget: 1_000_000 });
        expect(result.optimum).toEqual({ kind: 'exact' });
        expect(total(result)).toBe(bestTotal(promotions, cart));
      }),
    );
  });
});

const ranked = fc
  .tuple(
    promotionSets,
    fc.array(
      fc.record({ priority: fc.integer({ min: 0, max: 2 }), isAlways: fc.constantFrom(true, false, false) }),
      {
        minLength: 5,
        maxLength: 5,
      },
    ),
  )
  .map(([some, ranks]) =>
    some.map((each, index) => {
      const { priority, isAlways } = ranks[index]!;
      return { ...each, priority, mode: isAlways ? ('always' as const) : each.mode };
    }),
  );

describe('promotions of several priorities', () => {
  test('[PROMO-18] what a short search says may be missing covers all that follows from it', () => {
    const controls = fc.constantFrom('within-priority' as const, 'across-priorities' as const);
    fc.assert(
      fc.property(ranked, smallCarts, controls, (promotions, cart, control) => {
        const long = apply(promotions, cart, { ...cheapestOnly, control, searchBudget: 1_000_000 });
        const short = apply(promotions, cart, { ...cheapestOnly, control, searchBudget: 0 });
        const gap = short.optimum.kind === 'exact' ? 0 : short.optimum.gap;
        if (long.optimum.kind === 'exact' && gap > 0) {
          expect(total(short) + gap).toBeGreaterThanOrEqual(total(long));
        }
      }),
      { numRuns: 600 },
    );
  });
});
