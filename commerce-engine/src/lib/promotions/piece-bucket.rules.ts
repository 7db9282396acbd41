import type { DiscountableLine } from './discountable-cart.rules.ts';
import type { PromotionMode, PromotionSettings } from './promotion.rules.ts';

/** Pieces of one line that have been treated alike. However many they are, they cost the arithmetic of one. */
export interface PieceBucket {
  readonly line: DiscountableLine;
  readonly quantity: number;
  /** What is left of the price of one piece. */
  readonly left: number;
  /** What each piece got. */
  readonly parts: readonly PiecePart[];
  /** How the promotions it got go together with others. */
  readonly standing: 'open' | Exclude<PromotionMode, 'always'>;
  /** Lines with a manual discount instead of promotions, and lines that forbid them. */
  readonly closed: boolean;
}

export interface PiecePart {
  readonly promotionId: string;
  readonly amount: number;
}

/** The same pieces after each of them got something more. */
export function giveEach(
  bucket: PieceBucket,
  parts: readonly PiecePart[],
  standing = bucket.standing,
): PieceBucket {
  const given = parts.filter(({ amount }) => amount > 0);
  if (given.length === 0) return bucket;
  const left = bucket.left - given.reduce((sum, { amount }) => sum + amount, 0);
  return { ...bucket, left, parts: [...bucket.parts, ...given], standing };
}

/** Shares of `amount` that pieces of a bucket get: for at most two sizes of share how many pieces get it. */
export function sharesOf(
  amount: number,
  pieces: { readonly quantity: number; readonly left: number },
  { splitIndivisible }: Pick<PromotionSettings, 'splitIndivisible'>,
): { readonly quantity: number; readonly share: number }[] {
  const { quantity, left } = pieces;
  const share = Math.floor(amount / quantity);
  const rest = amount - share * quantity;
  if (rest === 0) return [{ quantity, share }];
  const together = !splitIndivisible && share + rest <= left;
  const lucky = together ? 1 : rest;
  const shares = [{ quantity: lucky, share: together ? share + rest : share + 1 }];
  return lucky === quantity ? shares : [...shares, { quantity: quantity - lucky, share }];
}

export function worth(bucket: PieceBucket): number {
  return bucket.quantity * bucket.left;
}

/** By line id, so that no answer depends on the order in which lines or promotions come. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
