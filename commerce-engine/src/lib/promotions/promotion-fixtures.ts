import type { DiscountableCart, DiscountableLine, PromotionResult } from './discountable-cart.rules.ts';
import {
  DEFAULT_PROMOTION_SETTINGS,
  type LineSelection,
  type PriceCut,
  type Promotion,
  type PromotionEffect,
  type PromotionSettings,
} from './promotion.rules.ts';
import { applyPromotions, indexPromotions } from './promotions.rules.ts';

// What the tests of these rules set up again and again.

export const percent = (points: number): PriceCut => ({
  kind: 'percent',
  basisPoints: Math.round(points * 100),
});
export const amount = (off: number): PriceCut => ({ kind: 'amount', amount: off });
export const FREE = percent(100);

/** Lines of these products; none named = everything. */
export function lines(...products: string[]): LineSelection {
  if (products.length === 0) return { include: [{ kind: 'everything' }] };
  return { include: products.map((id) => ({ kind: 'product', id })) };
}

export function promotion(
  id: string,
  effect: PromotionEffect,
  changes: Partial<Omit<Promotion, 'id' | 'effect'>> = {},
): Promotion {
  return { id, priority: 0, mode: 'best-price', coupon: false, effect, ...changes };
}

export function simple(
  id: string,
  cut: PriceCut,
  changes: Partial<Omit<Promotion, 'id' | 'effect'>> & { readonly on?: LineSelection } = {},
): Promotion {
  const { on = lines(), ...rest } = changes;
  return promotion(id, { kind: 'simple', lines: on, cut }, rest);
}

/** A line of a product of its own. */
export function line(
  id: string,
  unitPrice: number,
  changes: Partial<DiscountableLine> = {},
): DiscountableLine {
  return {
    id,
    variantId: `${id}-variant`,
    productId: id,
    categories: [],
    quantity: 1,
    unitPrice,
    allows: 'everything',
    ...changes,
  };
}

export function cartOf(
  cartLines: readonly DiscountableLine[],
  changes: Partial<DiscountableCart> = {},
): DiscountableCart {
  return {
    currency: 'EUR',
    at: new Date('2026-11-23T09:00:00.000Z'),
    channel: 'online',
    priceGroups: [],
    unlocked: [],
    lines: cartLines,
    shipping: [],
    ...changes,
  };
}

export function apply(
  promotions: readonly Promotion[],
  cart: DiscountableCart | readonly DiscountableLine[],
  settings: Partial<PromotionSettings> = {},
): PromotionResult {
  const index = indexPromotions(promotions, { ...DEFAULT_PROMOTION_SETTINGS, ...settings });
  return applyPromotions(index, 'lines' in cart ? cart : cartOf(cart));
}

/** What each line costs in the end, by line id. */
export function costs(cartLines: readonly DiscountableLine[], result: PromotionResult) {
  const discounts = new Map(result.lines.map(({ id, discount }) => [id, discount]));
  return Object.fromEntries(
    cartLines.map(({ id, quantity, unitPrice }) => [id, quantity * unitPrice - discounts.get(id)!]),
  );
}

export function total(result: PromotionResult): number {
  return result.lines.reduce((sum, { discount }) => sum + discount, 0);
}

export function verdictOf(result: PromotionResult, id: string) {
  return result.verdicts.find(({ promotionId }) => promotionId === id)?.verdict;
}
