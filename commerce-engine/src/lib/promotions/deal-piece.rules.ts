import type { Deal } from './deal.rules.ts';
import type { PieceBucket, PiecePart } from './piece-bucket.rules.ts';
import { cutOf } from './price-cut.rules.ts';
import type { PriceCut, PromotionSettings } from './promotion.rules.ts';
import { chainCuts, inCompoundOrder, type SingleCut, type SingleOffer } from './single-cuts.rules.ts';

/** What a piece of a bucket is for a deal. Gains are compared with what the piece gets when no deal takes it. */
export interface DealPiece {
  /** The price the deal sees: single compound cuts that come before it are off already. */
  readonly seen: number;
  /** All the piece gets when the deal gives it this share. */
  partsWith(share: number): readonly PiecePart[];
  gainWith(share: number): number;
  shareOf(cut: PriceCut): number;
  /** Whether its gain depends on its share in more than one way: compound percentages follow. */
  readonly followed: boolean;
}

/** @param chain whether single compound cuts go together with a compound deal. */
export function dealPiece(
  deal: Deal,
  bucket: PieceBucket,
  {
    cuts,
    offer,
    chain,
    on,
  }: {
    readonly cuts: readonly SingleCut[];
    readonly offer: SingleOffer;
    readonly chain: boolean;
    readonly on: PromotionSettings['compoundOn'];
  },
): DealPiece {
  const original = bucket.line.unitPrice;
  const compound = chain && deal.mode === 'compound' ? cuts.filter(({ mode }) => mode === 'compound') : [];
  const marker: SingleCut = {
    promotionId: deal.promotionId,
    mode: 'compound',
    cut: (['price', 'amount'] as const)[deal.rank]
      ? { kind: (['price', 'amount'] as const)[deal.rank]!, amount: 0 }
      : { kind: 'percent', basisPoints: 0 },
  };
  const order = inCompoundOrder([...compound, marker]);
  const position = order.indexOf(marker);
  const before = chainCuts(order.slice(0, position), { original, left: bucket.left }, on);
  const after = order.slice(position + 1);
  const seen = bucket.left - before.amount;
  const follow = (share: number) => chainCuts(after, { original, left: seen - share }, on);
  return {
    seen,
    partsWith: (share) => [
      ...before.parts,
      { promotionId: deal.promotionId, amount: share },
      ...follow(share).parts,
    ],
    gainWith: (share) => before.amount + share + (after.length > 0 ? follow(share).amount : 0) - offer.amount,
    shareOf: (cut) => cutOf(cut, { original, left: seen }, on),
    followed: after.length > 0,
  };
}
