import { benchCategories } from './catalogue.ts';

type Promotion = Parameters<import('@vitrine/commerce-engine').CommerceEngine['promotions']['save']>[1];

/** What a shop has running: two promotions for each category, and three for every cart. Each checkout of the bench gets something off. */
export function benchPromotions(): readonly Promotion[] {
  const everything = { include: [{ kind: 'everything' as const }] };
  const common = { priority: 0, mode: 'compound' as const, coupon: false };
  const forCategories = benchCategories().flatMap(({ handle }, position): Promotion[] => {
    const lines = { include: [{ kind: 'category' as const, id: handle }] };
    return [
      {
        ...common,
        id: `${handle}-percent`,
        name: { en: `${5 + position} % off ${handle}` },
        effect: {
          kind: 'simple',
          lines,
          cut: { kind: 'percent', basisPoints: (5 + position) * 100 },
        },
      },
      {
        ...common,
        id: `${handle}-third`,
        name: { en: `The cheapest of three ${handle} for half` },
        effect: {
          kind: 'mix-and-match',
          groups: [{ lines, quantity: 3 }],
          deal: { kind: 'cheapest', pieces: 1, cut: { kind: 'percent', basisPoints: 5000 } },
        },
      },
    ];
  });
  return [
    ...forCategories,
    {
      ...common,
      id: 'from-200',
      name: { en: '3 % off from 200 euros' },
      effect: {
        kind: 'threshold',
        lines: everything,
        tiers: [{ from: 20_000, cut: { kind: 'percent', basisPoints: 300 } }],
      },
    },
    {
      ...common,
      id: 'two-of-one',
      name: { en: '5 % off two pieces of one thing' },
      effect: {
        kind: 'quantity',
        lines: everything,
        levels: [{ from: 2, cut: { kind: 'percent', basisPoints: 500 } }],
      },
    },
    {
      ...common,
      id: 'parcel-from-100',
      name: { en: 'Half the parcel from 100 euros' },
      effect: {
        kind: 'shipping',
        lines: everything,
        methods: ['parcel'],
        tiers: [{ from: 10_000, basisPoints: 5000 }],
      },
    },
  ];
}
