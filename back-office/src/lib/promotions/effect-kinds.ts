import type { LineSelection, PromotionEffect } from '@vitrine/commerce-engine/client';

type Kind = PromotionEffect['kind'];

const everything: LineSelection = { include: [{ kind: 'everything' }] };
const tenPercent = { kind: 'percent', basisPoints: 1_000 } as const;

/** What can be made, with what it begins as. */
export const kinds: readonly {
  readonly kind: Kind;
  readonly label: string;
  readonly begin: PromotionEffect;
}[] = [
  { kind: 'simple', label: 'Off each piece', begin: { kind: 'simple', lines: everything, cut: tenPercent } },
  {
    kind: 'quantity',
    label: 'Off from so many pieces of one article',
    begin: { kind: 'quantity', lines: everything, levels: [{ from: 3, cut: tenPercent }] },
  },
  {
    kind: 'mix-and-match',
    label: 'Several together: three for two, a set',
    begin: {
      kind: 'mix-and-match',
      groups: [{ lines: everything, quantity: 3 }],
      deal: { kind: 'cheapest', pieces: 1, cut: { kind: 'percent', basisPoints: 10_000 } },
    },
  },
  {
    kind: 'buy-x-get-y',
    label: 'Buy some, get others cheaper',
    begin: {
      kind: 'buy-x-get-y',
      buy: { lines: everything, quantity: 2 },
      get: { lines: everything, quantity: 1, cut: { kind: 'percent', basisPoints: 5_000 } },
    },
  },
  {
    kind: 'threshold',
    label: 'Off from a sum on',
    begin: { kind: 'threshold', lines: everything, tiers: [{ from: 5_000, cut: tenPercent }] },
  },
  {
    kind: 'shipping',
    label: 'Off delivery from a sum on',
    begin: {
      kind: 'shipping',
      lines: everything,
      methods: [],
      tiers: [{ from: 5_000, basisPoints: 10_000 }],
    },
  },
  {
    kind: 'tender',
    label: 'Off for a way of paying',
    begin: { kind: 'tender', lines: everything, tenders: [], tiers: [{ from: 0, basisPoints: 200 }] },
  },
  {
    kind: 'gift',
    label: 'A gift',
    begin: { kind: 'gift', lines: everything, fromAmount: 5_000, gift: { variantId: '', quantity: 1 } },
  },
];

/** Whether amounts of money occur in it, which are in one currency. */
export function hasMoney(effect: PromotionEffect): boolean {
  return /"(amount|fromAmount)":|"tiers":/.test(JSON.stringify(effect));
}
