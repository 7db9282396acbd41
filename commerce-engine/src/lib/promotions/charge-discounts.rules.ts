import { byPriority } from './compound-order.rules.ts';
import type { DiscountableCart, DiscountPart } from './discountable-cart.rules.ts';
import type { LivePromotion } from './live-promotions.rules.ts';
import { giveEach, type PieceBucket, worth } from './piece-bucket.rules.ts';
import { percentOf, reachTier } from './price-cut.rules.ts';
import type { PromotionEffect, PromotionSettings } from './promotion.rules.ts';

export type LiveShipping = LivePromotion<Extract<PromotionEffect, { kind: 'shipping' }>>;
export type LiveTender = LivePromotion<Extract<PromotionEffect, { kind: 'tender' }>>;

/** What the lines a promotion means cost together. */
export function spentOn(buckets: readonly PieceBucket[], { lines }: LivePromotion): number {
  const ids = new Set(lines.flatMap((each) => each.map(({ id }) => id)));
  return buckets.reduce((sum, bucket) => sum + (ids.has(bucket.line.id) ? worth(bucket) : 0), 0);
}

/** What is off each shipping charge, in the shop's control model. */
export function discountShipping(
  buckets: readonly PieceBucket[],
  live: readonly LiveShipping[],
  { cart, settings }: { cart: DiscountableCart; settings: PromotionSettings },
): { readonly id: string; readonly discount: number; readonly parts: readonly DiscountPart[] }[] {
  const reached = live.flatMap((each) => {
    const level = reachTier(each.promotion.effect.tiers, spentOn(buckets, each));
    return level.kind === 'reached' ? [{ ...each, basisPoints: level.tier.basisPoints }] : [];
  });
  return cart.shipping.map(({ id, method, amount }) => {
    const meant = reached.filter(
      ({ promotion: { effect } }) => effect.methods.length === 0 || effect.methods.includes(method),
    );
    const parts: DiscountPart[] = [];
    let left = amount;
    const take = ({ promotion, code, basisPoints }: (typeof meant)[number]) => {
      const part = Math.min(left, percentOf(settings.compoundOn === 'running' ? left : amount, basisPoints));
      left -= part;
      if (part > 0) parts.push({ promotionId: promotion.id, code, amount: part });
    };
    for (const each of winners(meant, settings)) take(each);
    return { id, discount: amount - left, parts };
  });
}

type Percent = LiveShipping & { readonly basisPoints: number };

/** Those that are put on a charge, in their order. */
function winners(meant: readonly Percent[], { control, compoundOn }: PromotionSettings): Percent[] {
  const inMode = (each: readonly Percent[], mode: string) =>
    each.filter(({ promotion }) => promotion.mode === mode);
  const best = (each: readonly Percent[]) =>
    each.length === 0 ? [] : [each.reduce((top, one) => (one.basisPoints > top.basisPoints ? one : top))];
  const groups = byPriority(meant.filter(({ promotion }) => promotion.mode !== 'always'));
  const always = byPriority(inMode(meant, 'always')).flat();
  const won: Percent[] = [];
  for (const group of groups) {
    const exclusive = best(inMode(group, 'exclusive'));
    if (won.length === 0 && exclusive.length > 0) return [...exclusive, ...always];
    const others = group.filter(({ promotion }) => promotion.mode !== 'exclusive');
    if (control === 'across-priorities') won.push(...best(others));
    else {
      const alone = best(inMode(others, 'best-price'));
      const together = inMode(others, 'compound');
      const isBetter = alone.length > 0 && alone[0]!.basisPoints > together10000(together, compoundOn);
      won.push(...(isBetter ? alone : together));
      if (won.length > 0) break;
    }
  }
  return [...won, ...always];
}

/** Basis points that percentages come to together. */
function together10000(each: readonly Percent[], on: PromotionSettings['compoundOn']): number {
  if (on === 'original') return each.reduce((sum, { basisPoints }) => sum + basisPoints, 0);
  return 10_000 - each.reduce((left, { basisPoints }) => (left * (10_000 - basisPoints)) / 10_000, 10_000);
}

/** The best discount for how it is paid: on top of everything, whatever else was given. */
export function discountTender(
  buckets: readonly PieceBucket[],
  live: readonly LiveTender[],
): readonly PieceBucket[] {
  const options = live.flatMap((each) => {
    const level = reachTier(each.promotion.effect.tiers, spentOn(buckets, each));
    if (level.kind === 'missing') return [];
    const ids = new Set(each.lines[0]!.map(({ id }) => id));
    const after = buckets.map((bucket) => {
      if (bucket.closed || !ids.has(bucket.line.id)) return bucket;
      const amount = percentOf(bucket.left, level.tier.basisPoints);
      return giveEach(bucket, [{ promotionId: each.promotion.id, amount }]);
    });
    return [{ after, left: after.reduce((sum, bucket) => sum + worth(bucket), 0) }];
  });
  if (options.length === 0) return buckets;
  return options.reduce((top, option) => (option.left < top.left ? option : top)).after;
}
