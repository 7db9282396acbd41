import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grossOfFirst, shareOfDelivery, shareOfPieces, sumShares } from '../orders/refund-share.rules.ts';
import type { DiscountableCart } from '../promotions/discountable-cart.rules.ts';
import { DEFAULT_PROMOTION_SETTINGS, type Promotion } from '../promotions/promotion.rules.ts';
import { applyPromotions, indexPromotions } from '../promotions/promotions.rules.ts';
import { calculateTax } from '../tax/tax.rules.ts';
import type { TaxRate } from '../tax/tax-rate.rules.ts';
import { pricedCart, taxableCharges } from './priced-cart.rules.ts';

const CARTS = 10_000;
const anything = { include: [{ kind: 'everything' }] } as const;
const product = (id: string) => ({ include: [{ kind: 'product', id }] }) as const;

/** Three currencies of no, two and three decimals. */
const currency = fc.constantFrom('JPY', 'EUR', 'KWD');
const productId = fc.constantFrom('mug', 'hat', 'lamp', 'jumper');
const percent = fc
  .integer({ min: 1, max: 10_000 })
  .map((basisPoints) => ({ kind: 'percent', basisPoints }) as const);

const effect: fc.Arbitrary<Promotion['effect']> = fc.oneof(
  fc.record({ kind: fc.constant('simple' as const), lines: productId.map(product), cut: percent }),
  fc.record({
    kind: fc.constant('simple' as const),
    lines: productId.map(product),
    cut: fc.integer({ min: 1, max: 3000 }).map((amount) => ({ kind: 'amount', amount }) as const),
  }),
  fc.record({
    kind: fc.constant('quantity' as const),
    lines: fc.constant(anything),
    levels: fc.tuple(fc.integer({ min: 2, max: 5 }), percent).map(([from, cut]) => [{ from, cut }]),
  }),
  fc.record({
    kind: fc.constant('threshold' as const),
    lines: fc.constant(anything),
    tiers: fc.tuple(fc.nat(20_000), percent).map(([from, cut]) => [{ from, cut }]),
  }),
  fc.record({
    kind: fc.constant('buy-x-get-y' as const),
    buy: fc.record({ lines: productId.map(product), quantity: fc.integer({ min: 1, max: 3 }) }),
    get: fc.record({ lines: productId.map(product), quantity: fc.integer({ min: 1, max: 2 }), cut: percent }),
  }),
  fc.record({
    kind: fc.constant('shipping' as const),
    lines: fc.constant(anything),
    methods: fc.constant([]),
    tiers: fc
      .tuple(fc.nat(10_000), fc.integer({ min: 1, max: 10_000 }))
      .map(([from, basisPoints]) => [{ from, basisPoints }]),
  }),
);

const promotions: fc.Arbitrary<Promotion[]> = fc
  .array(
    fc.record({
      priority: fc.integer({ min: 0, max: 2 }),
      mode: fc.constantFrom('exclusive', 'best-price', 'compound', 'always'),
      effect,
    }),
    { maxLength: 4 },
  )
  .map((list) => list.map((each, at) => ({ id: `p${at}`, coupon: false, ...each }) as Promotion));

const cart: fc.Arbitrary<DiscountableCart> = fc.record({
  currency,
  at: fc.constant(new Date('2026-11-28T12:00:00Z')),
  channel: fc.constant('online'),
  priceGroups: fc.constant(['anyone']),
  unlocked: fc.constant([]),
  lines: fc
    .array(fc.record({ productId, quantity: fc.integer({ min: 1, max: 12 }), unitPrice: fc.nat(30_000) }), {
      minLength: 1,
      maxLength: 6,
    })
    .map((lines) =>
      lines.map((line, at) => ({
        id: `l${at}`,
        variantId: `v${at}`,
        categories: [],
        allows: 'everything' as const,
        ...line,
      })),
    ),
  shipping: fc.nat(2000).map((amount) => [{ id: 'delivery', method: 'parcel', amount }]),
});

const rates: fc.Arbitrary<TaxRate[]> = fc
  .array(
    fc.record({
      rate: fc.constantFrom('0', '5', '7', '8.875', '19', '25'),
      compound: fc.boolean(),
      waived: fc.boolean(),
    }),
    { maxLength: 3 },
  )
  .map((list) =>
    list.map((each, order) => ({
      id: `r${order}`,
      name: `Rate ${order}`,
      jurisdiction: 'here',
      order,
      ...each,
    })),
  );

const rounding = fc.record({
  mode: fc.constantFrom('half-up' as const, 'half-even' as const, 'up' as const, 'down' as const),
  level: fc.constantFrom('unit' as const, 'line' as const, 'order' as const),
});

test('[CART-19] [CART-20] [CART-21] [CART-40] ten thousand carts: every sum is the sum of its parts, and given back piece by piece nothing is left', () => {
  fc.assert(
    fc.property(
      fc.record({
        cart,
        promotions,
        rates,
        rounding,
        prices: fc.constantFrom('inclusive' as const, 'exclusive' as const),
      }),
      fc.infiniteStream(fc.integer({ min: 1, max: 4 })),
      ({ cart, promotions, rates, rounding, prices }, steps) => {
        const promoted = applyPromotions(indexPromotions(promotions, DEFAULT_PROMOTION_SETTINGS), cart);
        const taxed = calculateTax({
          currency: cart.currency,
          prices,
          rounding,
          lines: taxableCharges(cart, promoted).map((charge) => ({ ...charge, rates })),
        });
        const priced = pricedCart(cart, { promoted, taxed, prices });
        const charges = [...priced.lines, ...priced.deliveries];
        const sum = (of: (charge: (typeof charges)[number]) => number) =>
          charges.reduce((total, charge) => total + of(charge), 0);
        expect(priced.total).toBe(sum(({ gross }) => gross));
        expect(priced.tax).toBe(sum(({ tax }) => tax));
        expect(priced.net + priced.tax).toBe(priced.total);
        const onTop = prices === 'exclusive' ? priced.tax : -(priced.waived ?? 0);
        expect(priced.total).toBe(priced.goods + priced.delivery + onTop);
        expect(priced.waived ?? 0).toBe(sum(({ waived = 0 }) => waived));
        if (prices === 'inclusive')
          for (const { net, tax, waived = 0, total } of charges) expect(net + tax + waived).toBe(total);
        expect(priced.taxes.reduce((total, { amount }) => total + amount, 0)).toBe(priced.tax);
        for (const charge of charges) {
          expect(charge.total).toBe(charge.subtotal - charge.discount);
          expect(charge.total).toBeGreaterThanOrEqual(0);
          expect(charge.parts.reduce((total, { amount }) => total + amount, 0)).toBe(charge.discount);
          expect(charge.taxes.reduce((total, { amount }) => total + amount, 0)).toBe(charge.tax);
        }
        const back = priced.lines.flatMap((line) => {
          const shares = [];
          for (let before = 0; before < line.quantity; ) {
            const pieces = Math.min(line.quantity - before, steps.next().value as number);
            shares.push(shareOfPieces({ ...line, allowance: 0 }, { before, pieces }));
            before += pieces;
          }
          expect(grossOfFirst({ ...line, allowance: 0 }, line.quantity)).toBe(line.gross);
          return shares;
        });
        const delivery = priced.deliveries.map((charge) =>
          shareOfDelivery(charge, 'all', { before: 0, goods: { parts: [], all: 1 } }),
        );
        const all = sumShares([...back, ...delivery]);
        expect([all.gross, all.net, all.tax]).toEqual([priced.total, priced.net, priced.tax]);
        for (const { gross, net, tax } of back) {
          expect(gross).toBe(net + tax);
          expect(gross).toBeGreaterThanOrEqual(0);
        }
      },
    ),
    { numRuns: CARTS },
  );
});
