import { hasKind, type LivePromotion } from './live-promotions.rules.ts';
import { byId, type PieceBucket, type PiecePart } from './piece-bucket.rules.ts';
import { cutOf, cutRank, reachTier } from './price-cut.rules.ts';
import type { PriceCut, PromotionMode, PromotionSettings } from './promotion.rules.ts';

/** What a promotion takes off each piece of one line, without looking at other lines. */
export interface SingleCut {
  readonly promotionId: string;
  readonly mode: PromotionMode;
  readonly cut: PriceCut;
}

/** What each piece of a bucket gets when no deal takes it. */
export interface SingleOffer {
  readonly parts: readonly PiecePart[];
  readonly amount: number;
  readonly standing: PieceBucket['standing'];
}

const NO_OFFER: SingleOffer = { parts: [], amount: 0, standing: 'open' };

/** Simple and quantity promotions by line id; a quantity promotion looks at the whole line and at no other. */
export function singleCutsByLine(live: readonly LivePromotion[]): ReadonlyMap<string, readonly SingleCut[]> {
  const cuts = new Map<string, SingleCut[]>();
  for (const each of live) {
    if (!hasKind(each, 'simple', 'quantity')) continue;
    const { id, mode, effect } = each.promotion;
    for (const line of each.lines[0]!) {
      const cut = effect.kind === 'simple' ? effect.cut : levelCut(effect.levels, line.quantity);
      if (!cut) continue;
      const found = cuts.get(line.id);
      const single = { promotionId: id, mode, cut };
      if (found) found.push(single);
      else cuts.set(line.id, [single]);
    }
  }
  return cuts;
}

function levelCut(
  levels: readonly { readonly from: number; readonly cut: PriceCut }[],
  quantity: number,
): PriceCut | undefined {
  const level = reachTier(levels, quantity);
  return level.kind === 'reached' ? level.tier.cut : undefined;
}

/** Compound cuts in the order in which they go together: deal prices, amounts, percentages; then by id. */
export function inCompoundOrder(cuts: readonly SingleCut[]): SingleCut[] {
  return cuts.toSorted(
    (a, b) => cutRank(a.cut.kind) - cutRank(b.cut.kind) || byId({ id: a.promotionId }, { id: b.promotionId }),
  );
}

/** Takes cuts off one piece one after the other. */
export function chainCuts(
  cuts: readonly SingleCut[],
  price: { readonly original: number; readonly left: number },
  on: PromotionSettings['compoundOn'],
): { readonly parts: readonly PiecePart[]; readonly amount: number } {
  let { left } = price;
  const parts = cuts.map(({ promotionId, cut }) => {
    const amount = cutOf(cut, { original: price.original, left }, on);
    left -= amount;
    return { promotionId, amount };
  });
  return { parts, amount: price.left - left };
}

/**
 * The best that single cuts do for each piece of a bucket.
 * @param chain whether compound cuts go together; otherwise one cut wins, whatever its mode.
 */
export function bestSingle(
  bucket: PieceBucket,
  cuts: readonly SingleCut[],
  { chain, on }: { readonly chain: boolean; readonly on: PromotionSettings['compoundOn'] },
): SingleOffer {
  const price = { original: bucket.line.unitPrice, left: bucket.left };
  const alone = chain ? cuts.filter(({ mode }) => mode !== 'compound') : cuts;
  const together = chain ? cuts.filter(({ mode }) => mode === 'compound') : [];
  let best: SingleOffer = { ...chainCuts(inCompoundOrder(together), price, on), standing: 'compound' };
  for (const single of alone) {
    const offer = chainCuts([single], price, on);
    const standing = single.mode === 'always' ? bucket.standing : single.mode;
    if (offer.amount > best.amount) best = { ...offer, standing };
  }
  return best.amount > 0 ? best : NO_OFFER;
}
