import { inOrderOfEffect } from './compound-order.rules.ts';
import type { LivePromotion } from './live-promotions.rules.ts';
import { byId, giveEach, type PieceBucket, worth } from './piece-bucket.rules.ts';
import { cutOf, reachTier } from './price-cut.rules.ts';
import type { PromotionEffect, PromotionSettings } from './promotion.rules.ts';
import { spreadAmount } from './spread-amount.rules.ts';

export type LiveThreshold = LivePromotion<Extract<PromotionEffect, { kind: 'threshold' }>>;

export interface ThresholdResult {
  readonly buckets: readonly PieceBucket[];
  readonly amount: number;
  /** Buckets it was put on, and what became of them. */
  readonly touched: ReadonlySet<PieceBucket>;
}

/**
 * A threshold put on the buckets it means, if what is left of their prices reaches a tier.
 * @param mayTouch which buckets count and get it.
 * @param judged what the lines cost when the tier was decided; default what they cost now.
 */
export function applyThreshold(
  buckets: readonly PieceBucket[],
  { promotion, lines }: LiveThreshold,
  {
    mayTouch,
    judged,
    settings,
  }: {
    readonly mayTouch: (bucket: PieceBucket) => boolean;
    readonly judged?: number;
    readonly settings: PromotionSettings;
  },
): ThresholdResult {
  const ids = new Set(lines[0]!.map(({ id }) => id));
  const isMeant = (bucket: PieceBucket) => ids.has(bucket.line.id) && mayTouch(bucket);
  const meant = buckets.filter(isMeant).sort((a, b) => byId(a.line, b.line));
  const before = meant.reduce((sum, bucket) => sum + worth(bucket), 0);
  const level = reachTier(promotion.effect.tiers, judged ?? before);
  if (level.kind === 'missing' || before === 0) return { buckets, amount: 0, touched: new Set() };
  const { cut } = level.tier;
  const { id: promotionId, mode } = promotion;
  const standing = mode === 'always' ? undefined : mode;
  const after =
    cut.kind === 'amount'
      ? spreadAmount(meant, { amount: cut.amount, promotionId, standing }, settings)
      : meant.map((bucket) => {
          const price = { original: bucket.line.unitPrice, left: bucket.left };
          const amount = cutOf(cut, price, settings.compoundOn);
          return giveEach(bucket, [{ promotionId, amount }], standing ?? bucket.standing);
        });
  return {
    buckets: [...buckets.filter((bucket) => !isMeant(bucket)), ...after],
    amount: before - after.reduce((sum, bucket) => sum + worth(bucket), 0),
    touched: new Set(after),
  };
}

/**
 * Thresholds of one priority after everything else: exclusive ones on lines without a discount; then the best of the
 * best-price ones on such lines, or all compound ones together on these and on compound lines. A line gets one of them.
 * @param done lines that got a threshold of a higher priority.
 */
export function thresholdStage(
  buckets: readonly PieceBucket[],
  thresholds: readonly LiveThreshold[],
  { done, settings }: { readonly done: ReadonlySet<string>; readonly settings: PromotionSettings },
): readonly PieceBucket[] {
  let now = buckets;
  let left = thresholds;
  const closed = new Set<PieceBucket>();
  const isFree = (bucket: PieceBucket) =>
    !bucket.closed && !closed.has(bucket) && !bucket.parts.some(({ promotionId }) => done.has(promotionId));
  const onOpen = {
    settings,
    mayTouch: (bucket: PieceBucket) => isFree(bucket) && bucket.standing === 'open',
  };
  const onCompound = {
    settings,
    mayTouch: (bucket: PieceBucket) =>
      isFree(bucket) && (bucket.standing === 'open' || bucket.standing === 'compound'),
  };
  while (left.length > 0) {
    const alone = (mode: 'exclusive' | 'best-price') =>
      left
        .filter(({ promotion }) => promotion.mode === mode)
        .map((each) => ({ used: [each], ...applyThreshold(now, each, onOpen) }));
    const exclusive = best(alone('exclusive'));
    const compound = left.filter(({ promotion }) => promotion.mode === 'compound');
    const together = { used: compound, ...applyTogether(now, compound, onCompound) };
    const winner = exclusive ?? best([...alone('best-price'), together]);
    if (!winner) break;
    now = winner.buckets;
    for (const bucket of winner.touched) closed.add(bucket);
    left = left.filter((each) => !winner.used.includes(each));
  }
  return now;
}

function best<Option extends { readonly amount: number }>(options: readonly Option[]): Option | undefined {
  return options.reduce<Option | undefined>(
    (top, option) => (option.amount > (top?.amount ?? 0) ? option : top),
    undefined,
  );
}

/** Tiers are decided before the first of them, so that their order does not matter. */
function applyTogether(
  buckets: readonly PieceBucket[],
  thresholds: readonly LiveThreshold[],
  options: { readonly mayTouch: (bucket: PieceBucket) => boolean; readonly settings: PromotionSettings },
): ThresholdResult {
  let result: ThresholdResult = { buckets, amount: 0, touched: new Set() };
  const judgedOf = ({ lines }: LiveThreshold) => {
    const ids = new Set(lines[0]!.map(({ id }) => id));
    return buckets
      .filter((bucket) => ids.has(bucket.line.id) && options.mayTouch(bucket))
      .reduce((sum, bucket) => sum + worth(bucket), 0);
  };
  for (const each of thresholds.toSorted((a, b) => inOrderOfEffect(a.promotion, b.promotion))) {
    const next = applyThreshold(result.buckets, each, { ...options, judged: judgedOf(each) });
    const still = [...result.touched].filter((bucket) => next.buckets.includes(bucket));
    result = {
      buckets: next.buckets,
      amount: result.amount + next.amount,
      touched: new Set([...still, ...next.touched]),
    };
  }
  return result;
}
