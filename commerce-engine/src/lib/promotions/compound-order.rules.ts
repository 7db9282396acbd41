import { byId } from './piece-bucket.rules.ts';
import { cutRank } from './price-cut.rules.ts';
import type { GroupDeal, Promotion, PromotionEffect } from './promotion.rules.ts';

/** Promotions of one priority in the order in which they go together: deal prices, amounts, percentages; thresholds last. */
export function inOrderOfEffect(a: Promotion, b: Promotion): number {
  return effectRank(a.effect) - effectRank(b.effect) || byId(a, b);
}

/** From the highest priority to the lowest. */
export function byPriority<Each extends { readonly promotion: Promotion }>(live: readonly Each[]): Each[][] {
  const groups = new Map<number, Each[]>();
  for (const each of live.toSorted((a, b) => b.promotion.priority - a.promotion.priority)) {
    const group = groups.get(each.promotion.priority);
    if (group) group.push(each);
    else groups.set(each.promotion.priority, [each]);
  }
  return [...groups.values()];
}

export function dealRank(
  deal: GroupDeal,
  groups: readonly { readonly cut?: { kind: 'percent' | 'amount' | 'price' } }[],
) {
  if (deal.kind === 'cheapest') return cutRank(deal.cut.kind);
  if (deal.kind !== 'per-group') return cutRank(deal.kind);
  return Math.max(...groups.map(({ cut }) => (cut ? cutRank(cut.kind) : 0)));
}

function effectRank(effect: PromotionEffect): number {
  if (effect.kind === 'simple') return cutRank(effect.cut.kind);
  if (effect.kind === 'quantity') return Math.max(...effect.levels.map(({ cut }) => cutRank(cut.kind)));
  if (effect.kind === 'mix-and-match') return dealRank(effect.deal, effect.groups);
  if (effect.kind === 'buy-x-get-y') return cutRank(effect.get.cut.kind);
  const last = cutRank('percent') + 1;
  return effect.kind === 'threshold'
    ? last + Math.max(...effect.tiers.map(({ cut }) => cutRank(cut.kind)))
    : last;
}
