import type { ManualDiscount } from './discountable-cart.rules.ts';
import { giveEach, type PieceBucket } from './piece-bucket.rules.ts';
import { percentOf } from './price-cut.rules.ts';
import type { PromotionSettings } from './promotion.rules.ts';
import { spreadAmount } from './spread-amount.rules.ts';

/** A discount given by hand, on the buckets that allow it together. It is always of what is left of the price. */
export function applyManual(
  buckets: readonly PieceBucket[],
  manual: ManualDiscount,
  { isMeant, settings }: { isMeant: (bucket: PieceBucket) => boolean; settings: PromotionSettings },
): PieceBucket[] {
  const mayGet = (bucket: PieceBucket) => bucket.line.allows === 'everything' && isMeant(bucket);
  const meant = buckets.filter(mayGet);
  if (meant.length === 0 || meant.every(({ left }) => left === 0)) return [...buckets];
  const given =
    manual.kind === 'amount'
      ? spreadAmount(meant, { amount: manual.amount, promotionId: 'manual' }, settings)
      : meant.map((bucket) =>
          giveEach(bucket, [{ promotionId: 'manual', amount: percentOf(bucket.left, manual.basisPoints) }]),
        );
  return [...buckets.filter((bucket) => !mayGet(bucket)), ...given];
}
