import { dealRank } from './compound-order.rules.ts';
import { hasKind, type LivePromotion } from './live-promotions.rules.ts';
import { cutRank } from './price-cut.rules.ts';
import type { PriceCut, PromotionEffect, PromotionMode, PromotionSettings } from './promotion.rules.ts';

/** A promotion that needs several pieces together, in the one form the search knows. */
export interface Deal {
  readonly promotionId: string;
  readonly mode: PromotionMode;
  readonly groups: readonly DealSlotGroup[];
  readonly value: DealValue;
  /** Pieces of all groups together. */
  readonly size: number;
  readonly limit?: number;
  /** Where it stands in the order of compound cuts. */
  readonly rank: number;
  /** What pieces pass for both groups of a buy-x-get-y: of these the got ones are never the dearer ones. */
  readonly gotAreCheaper: boolean;
}

export interface DealSlotGroup {
  readonly quantity: number;
  /** What a piece of this group gets; absent = nothing of its own. */
  readonly cut?: PriceCut;
  readonly lineIds: ReadonlySet<string>;
}

export type DealValue =
  | { readonly kind: 'price'; readonly amount: number }
  | { readonly kind: 'amount'; readonly amount: number }
  /** Each piece gets the cut of its group. */
  | { readonly kind: 'per-piece' }
  /** The last pieces of a deal, in falling order of price, get the cut. */
  | {
      readonly kind: 'cheapest';
      readonly pieces: number;
      readonly cut: PriceCut;
      /** What they get is spread over the deal. */
      readonly spread: boolean;
    };

export function dealsOf(
  live: readonly LivePromotion[],
  { leastExpensive }: Pick<PromotionSettings, 'leastExpensive'>,
): Deal[] {
  return live.flatMap((each) => {
    if (hasKind(each, 'mix-and-match')) return mixAndMatch(each, leastExpensive === 'spread');
    return hasKind(each, 'buy-x-get-y') ? buyAndGet(each) : [];
  });
}

type Of<Kind extends PromotionEffect['kind']> = LivePromotion<Extract<PromotionEffect, { kind: Kind }>>;

function mixAndMatch({ promotion, lines }: Of<'mix-and-match'>, spread: boolean): Deal {
  const { groups, deal, limit } = promotion.effect;
  const percent: PriceCut | undefined = deal.kind === 'percent' ? deal : undefined;
  const cuts = groups.map(({ cut }) => percent ?? (deal.kind === 'per-group' ? cut : undefined));
  return {
    promotionId: promotion.id,
    mode: promotion.mode,
    groups: groups.map(({ quantity }, group) => ({
      quantity,
      cut: cuts[group],
      lineIds: new Set(lines[group]!.map(({ id }) => id)),
    })),
    value:
      deal.kind === 'price' || deal.kind === 'amount'
        ? deal
        : deal.kind === 'cheapest'
          ? { ...deal, spread }
          : { kind: 'per-piece' },
    size: groups.reduce((sum, { quantity }) => sum + quantity, 0),
    limit,
    rank: dealRank(deal, groups),
    gotAreCheaper: false,
  };
}

function buyAndGet({ promotion, lines }: Of<'buy-x-get-y'>): Deal {
  const { buy, get, limit } = promotion.effect;
  const [bought, got] = [0, 1].map((group) => new Set(lines[group]!.map(({ id }) => id)));
  const shared = [...bought!].filter((id) => got!.has(id)).length;
  const size = buy.quantity + get.quantity;
  const common = {
    promotionId: promotion.id,
    mode: promotion.mode,
    size,
    limit,
    rank: cutRank(get.cut.kind),
  };
  if (shared === bought!.size && shared === got!.size) {
    return {
      ...common,
      groups: [{ quantity: size, lineIds: bought! }],
      value: { kind: 'cheapest', pieces: get.quantity, cut: get.cut, spread: false },
      gotAreCheaper: false,
    };
  }
  return {
    ...common,
    groups: [
      { quantity: buy.quantity, lineIds: bought! },
      { quantity: get.quantity, cut: get.cut, lineIds: got! },
    ],
    value: { kind: 'per-piece' },
    gotAreCheaper: shared > 0,
  };
}
