import type { PriceCut, PromotionSettings } from './promotion.rules.ts';

/** A piece's price before promotions, and what is left of it. */
export interface PiecePrice {
  readonly original: number;
  readonly left: number;
}

/** What a cut takes off one piece: from 0 to what is left of it. Percentages are rounded for each piece, halves up. */
export function cutOf(
  cut: PriceCut,
  { original, left }: PiecePrice,
  on: PromotionSettings['compoundOn'],
): number {
  if (cut.kind === 'amount') return Math.min(cut.amount, left);
  if (cut.kind === 'price') return Math.max(0, left - cut.amount);
  return Math.min(left, percentOf(on === 'running' ? left : original, cut.basisPoints));
}

/** @returns whole minor units, halves rounded up. */
export function percentOf(amount: number, basisPoints: number): number {
  const exact = amount * basisPoints;
  if (exact + 5_000 <= Number.MAX_SAFE_INTEGER) return Math.floor((exact + 5_000) / 10_000);
  return Number((BigInt(amount) * BigInt(basisPoints) + 5_000n) / 10_000n);
}

/** Deal prices come before amounts, amounts before percentages. */
export function cutRank(kind: PriceCut['kind']): number {
  return ['price', 'amount', 'percent'].indexOf(kind);
}

/** The last tier that is reached, and else how much is missing to the first. */
export function reachTier<Tier extends { readonly from: number }>(
  tiers: readonly Tier[],
  reached: number,
):
  | { readonly kind: 'reached'; readonly tier: Tier }
  | { readonly kind: 'missing'; readonly missing: number } {
  let best: Tier | undefined;
  for (const tier of tiers) {
    if (tier.from <= reached && (!best || tier.from > best.from)) best = tier;
  }
  if (best) return { kind: 'reached', tier: best };
  return { kind: 'missing', missing: Math.min(...tiers.map(({ from }) => from)) - reached };
}
