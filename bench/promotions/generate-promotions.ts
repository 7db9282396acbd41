import type { DiscountableCart, Promotion, PromotionEffect } from '@vitrine/commerce-engine/rules';

export interface GeneratedShop {
  readonly promotions: readonly Promotion[];
  readonly cart: DiscountableCart;
}

/**
 * Promotions of every kind over a big catalogue, and a cart that a tenth of them mean. The same in each run.
 * @param quantity pieces of each line.
 */
export function generateShop(count: { promotions: number; lines: number; quantity: number }): GeneratedShop {
  const random = sequence(7);
  const among = (most: number) => Math.floor(random() * most);
  const candidates = count.promotions / 10;
  // Categories 0 to 19 are in the cart; the others belong to products nobody put there.
  const category = (position: number) => ({
    include: [{ kind: 'category' as const, id: `c${position < candidates ? among(20) : 20 + among(2_000)}` }],
  });
  const percent = (least: number, most: number) => (least + among(most - least)) * 100;
  const effects: readonly ((position: number) => PromotionEffect)[] = [
    (p) => ({ kind: 'simple', lines: category(p), cut: { kind: 'percent', basisPoints: percent(5, 30) } }),
    (p) => ({ kind: 'simple', lines: category(p), cut: { kind: 'amount', amount: 100 + among(400) } }),
    (p) => ({
      kind: 'quantity',
      lines: category(p),
      levels: [2, 5, 10].map((from) => ({ from, cut: { kind: 'percent', basisPoints: from * 300 } })),
    }),
    (p) => ({
      kind: 'mix-and-match',
      groups: [{ lines: category(p), quantity: 2 + among(2) }],
      deal: { kind: 'cheapest', pieces: 1, cut: { kind: 'percent', basisPoints: 10_000 } },
    }),
    (p) => ({
      kind: 'mix-and-match',
      groups: [
        { lines: category(p), quantity: 1 },
        { lines: category(p), quantity: 1 },
      ],
      deal: { kind: 'price', amount: 4_000 + among(4_000) },
    }),
    (p) => ({
      kind: 'buy-x-get-y',
      buy: { lines: category(p), quantity: 2 },
      get: { lines: category(p), quantity: 1, cut: { kind: 'percent', basisPoints: 5_000 } },
    }),
    (p) => ({
      kind: 'threshold',
      lines: category(p),
      tiers: [{ from: 10_000, cut: { kind: 'percent', basisPoints: percent(3, 8) } }],
    }),
    (p) => ({
      kind: 'shipping',
      lines: category(p),
      methods: ['parcel'],
      tiers: [{ from: 5_000, basisPoints: percent(20, 100) }],
    }),
  ];
  const modes = ['best-price', 'compound', 'compound', 'exclusive'] as const;
  const promotions = Array.from(
    { length: count.promotions },
    (_, position): Promotion => ({
      id: `promotion-${String(position).padStart(5, '0')}`,
      priority: among(3),
      mode: modes[among(position % 10 === 0 ? 4 : 3)]!,
      currency: 'EUR',
      from: '2026-11-01T00:00:00.000Z',
      to: '2026-12-24T00:00:00.000Z',
      coupon: false,
      effect: effects[position % effects.length]!(position),
    }),
  );
  const cart: DiscountableCart = {
    currency: 'EUR',
    at: new Date('2026-11-27T10:00:00.000Z'),
    channel: 'online',
    priceGroups: ['anyone'],
    unlocked: [],
    lines: Array.from({ length: count.lines }, (_, position) => ({
      id: `line-${String(position).padStart(3, '0')}`,
      variantId: `variant-${position}`,
      productId: `product-${position}`,
      categories: [`c${position % 20}`, `root-${position % 3}`],
      quantity: count.quantity,
      unitPrice: 500 + among(9_500),
      allows: 'everything',
    })),
    shipping: [{ id: 'parcel', method: 'parcel', amount: 495 }],
  };
  return { promotions, cart };
}

/** Numbers from 0 to 1 that look random and are the same each time. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
