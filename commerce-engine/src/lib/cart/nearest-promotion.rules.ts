import type { DiscountableCart, PromotionResult } from '../promotions/discountable-cart.rules.ts';
import type { PromotionIndex } from '../promotions/promotion-index.rules.ts';
import { applyPromotions } from '../promotions/promotions.rules.ts';

/** A promotion that a little more would bring. */
export interface NearPromotion {
  readonly promotionId: string;
  readonly missing:
    | { readonly kind: 'pieces'; readonly count: number }
    /** Minor units. */
    | { readonly kind: 'amount'; readonly amount: number };
}

/** More pieces than that are no small step. */
const MOST_PIECES = 3;
/** Each look costs as much as pricing the cart. */
const MOST_LOOKS = 3;

/**
 * The promotion that is nearest to what is in the cart: SPEC rule CART-31. It is tried before it is named, so nothing is promised that
 * another promotion would stand in the way of.
 */
export function nearestPromotion(
  index: PromotionIndex,
  cart: DiscountableCart,
  promoted: Pick<PromotionResult, 'verdicts' | 'lines'>,
): NearPromotion | undefined {
  const pieces = cart.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  if (pieces === 0) return undefined;
  const worth = cart.lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
  const near = promoted.verdicts
    .flatMap(({ promotionId, verdict }): (NearPromotion & { readonly costs: number })[] => {
      if (verdict.kind === 'too-few-pieces' && verdict.missing <= MOST_PIECES) {
        const costs = (verdict.missing * worth) / pieces;
        return [{ promotionId, missing: { kind: 'pieces', count: verdict.missing }, costs }];
      }
      if (verdict.kind === 'below-threshold' && verdict.missing <= worth) {
        const costs = verdict.missing;
        return [{ promotionId, missing: { kind: 'amount', amount: verdict.missing }, costs }];
      }
      return [];
    })
    .sort((a, b) => a.costs - b.costs || (a.promotionId < b.promotionId ? -1 : 1))
    .slice(0, MOST_LOOKS);
  const found = near.find(({ promotionId, missing }) =>
    triesOf(cart, missing).some((more) =>
      applyPromotions(index, more).verdicts.some(
        (each) => each.promotionId === promotionId && each.verdict.kind === 'applied',
      ),
    ),
  );
  return found && { promotionId: found.promotionId, missing: found.missing };
}

/** The cart with so much more of one thing or another that is in it. */
function triesOf(cart: DiscountableCart, missing: NearPromotion['missing']): DiscountableCart[] {
  return cart.lines.slice(0, MOST_LOOKS).flatMap((line) => {
    if (missing.kind === 'amount' && line.unitPrice === 0) return [];
    const more = missing.kind === 'pieces' ? missing.count : Math.ceil(missing.amount / line.unitPrice);
    const quantity = line.quantity + more;
    return [{ ...cart, lines: cart.lines.map((each) => (each === line ? { ...each, quantity } : each)) }];
  });
}
