import { spentOn } from './charge-discounts.rules.ts';
import type { DiscountableCart, PromotionVerdict } from './discountable-cart.rules.ts';
import type { LivePromotion } from './live-promotions.rules.ts';
import type { PieceBucket } from './piece-bucket.rules.ts';
import { reachTier } from './price-cut.rules.ts';
import type { Promotion } from './promotion.rules.ts';

/**
 * Why a promotion that holds for this cart took nothing off.
 * @param winnersOf the promotions that are on a line, or on a shipping charge.
 */
export function whyNot(
  live: LivePromotion,
  look: {
    readonly cart: DiscountableCart;
    readonly buckets: readonly PieceBucket[];
    readonly winners: readonly Promotion[];
  },
): PromotionVerdict {
  const shortage = shortageOf(live, look);
  if (shortage) return shortage;
  const { promotion } = live;
  const winner = look.winners.find(({ id }) => id !== promotion.id);
  if (!winner) return { kind: 'no-effect' };
  const isExclusive = winner.mode === 'exclusive' && promotion.mode !== 'exclusive';
  if (isExclusive || winner.priority > promotion.priority) {
    const isLate = promotion.effect.kind === 'threshold' && winner.effect.kind !== 'threshold';
    return isLate && !isExclusive
      ? { kind: 'not-compoundable', with: winner.id }
      : { kind: 'outranked', by: winner.id };
  }
  if (promotion.effect.kind === 'threshold' && winner.effect.kind !== 'threshold') {
    return { kind: 'not-compoundable', with: winner.id };
  }
  return { kind: 'another-is-better', by: winner.id };
}

function shortageOf(
  live: LivePromotion,
  { cart, buckets }: { cart: DiscountableCart; buckets: readonly PieceBucket[] },
): PromotionVerdict | undefined {
  const { effect } = live.promotion;
  const piecesOf = (group: number) => live.lines[group]!.reduce((sum, { quantity }) => sum + quantity, 0);
  if (effect.kind === 'quantity') {
    const most = Math.max(...live.lines[0]!.map(({ quantity }) => quantity));
    const level = reachTier(effect.levels, most);
    return level.kind === 'missing' ? { kind: 'too-few-pieces', missing: level.missing } : undefined;
  }
  if (effect.kind === 'mix-and-match' || effect.kind === 'buy-x-get-y') {
    const groups = effect.kind === 'mix-and-match' ? effect.groups : [effect.buy, effect.get];
    for (const [group, { quantity }] of groups.entries()) {
      const missing = quantity - piecesOf(group);
      if (missing > 0) return { kind: 'too-few-pieces', missing, group };
    }
    // Groups that mean the same lines need enough pieces together.
    const all = new Set(live.lines.flat());
    const wanted = groups.reduce((sum, { quantity }) => sum + quantity, 0);
    const missing = wanted - [...all].reduce((sum, { quantity }) => sum + quantity, 0);
    return missing > 0 ? { kind: 'too-few-pieces', missing } : undefined;
  }
  if (effect.kind === 'gift') {
    const missing = (effect.fromPieces ?? 1) - piecesOf(0);
    if (missing > 0) return { kind: 'too-few-pieces', missing };
    const money = (effect.fromAmount ?? 0) - spentOn(buckets, live);
    return money > 0 ? { kind: 'below-threshold', missing: money } : undefined;
  }
  if (effect.kind === 'shipping') {
    const isUsed = cart.shipping.some(
      ({ method }) => effect.methods.length === 0 || effect.methods.includes(method),
    );
    if (!isUsed) return { kind: 'other-method' };
  }
  if (effect.kind === 'simple') return undefined;
  const level = reachTier<{ readonly from: number }>(effect.tiers, spentOn(buckets, live));
  return level.kind === 'missing' ? { kind: 'below-threshold', missing: level.missing } : undefined;
}
