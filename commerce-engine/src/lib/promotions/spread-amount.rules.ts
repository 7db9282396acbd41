import { allocateMoney } from '../money/allocate-money.rules.ts';
import { giveEach, type PieceBucket, sharesOf, worth } from './piece-bucket.rules.ts';
import type { PromotionSettings } from './promotion.rules.ts';

/** Splits whole minor units by weights, by largest remainder; the earlier one first when they tie. */
export function splitAmount(amount: number, weights: readonly number[]): number[] {
  if (amount === 0) return weights.map(() => 0);
  return allocateMoney({ amount, currency: 'XXX' }, weights).map((part) => part.amount);
}

/**
 * Takes an amount off buckets together, each in proportion to what is left of it: no more than there is.
 * @param buckets in the order in which ties are decided.
 */
export function spreadAmount(
  buckets: readonly PieceBucket[],
  take: {
    readonly amount: number;
    readonly promotionId: string;
    readonly standing?: PieceBucket['standing'];
  },
  settings: PromotionSettings,
): PieceBucket[] {
  const weights = buckets.map(worth);
  const whole = weights.reduce((sum, each) => sum + each, 0);
  const shares = splitAmount(Math.min(take.amount, whole), weights);
  return buckets.flatMap((bucket, index) =>
    sharesOf(shares[index]!, bucket, settings).map(({ quantity, share }) =>
      giveEach(
        { ...bucket, quantity },
        [{ promotionId: take.promotionId, amount: share }],
        take.standing ?? bucket.standing,
      ),
    ),
  );
}
