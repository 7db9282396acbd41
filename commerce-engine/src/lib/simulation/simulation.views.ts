import type { AllowedDiscounts } from '../catalog/allowed-discounts.rules.ts';
import type { MediaView } from '../catalog/catalog.views.ts';
import type { Money } from '../money/money.rules.ts';
import type { PriceVerdict } from '../pricing/pricing.rules.ts';
import type { PromotionVerdict } from '../promotions/discountable-cart.rules.ts';
import type { PromotionMode } from '../promotions/promotion.rules.ts';
import type { CodeState } from '../promotions/promotions.views.ts';
import type { WeeklyHours } from '../promotions/weekly-hours.rules.ts';

/** What a basket would cost, and why. */
export interface SimulationView {
  /** ISO time it is priced for. */
  readonly at: string;
  readonly lines: readonly SimulatedLine[];
  readonly delivery?: {
    readonly amount: Money;
    readonly discounts: readonly SimulatedDiscount[];
    readonly total: Money;
  };
  /** Added to the basket by promotions. */
  readonly gifts: readonly {
    readonly promotionId: string;
    readonly variantId: string;
    readonly name: string;
    readonly quantity: number;
  }[];
  /** Every promotion that has to do with the basket, and those that were tried; the highest priority first. */
  readonly promotions: readonly SimulatedPromotion[];
  readonly codes: readonly { readonly code: string; readonly state: CodeState['kind'] }[];
  /** Sums before and after promotions, as the channel shows prices; delivery included. */
  readonly subtotal: Money;
  readonly discount: Money;
  readonly total: Money;
  /** The most that a better combination of deals could take off; absent = there is none better. */
  readonly gap?: Money;
}

export type SimulatedLine =
  | {
      readonly kind: 'priced';
      readonly variantId: string;
      readonly productId: string;
      readonly name: string;
      readonly options: string;
      readonly sku: string;
      readonly media?: MediaView;
      readonly quantity: number;
      /** What may be taken off its price. */
      readonly allows: AllowedDiscounts;
      readonly unitPrice: Money;
      /** Without the sale. */
      readonly unitRegular: Money;
      readonly prices: readonly ExplainedPrice[];
      readonly discounts: readonly SimulatedDiscount[];
      /** Pieces by what each of them costs in the end. */
      readonly units: readonly { readonly quantity: number; readonly price: Money }[];
      readonly total: Money;
    }
  /** Not sold in this channel at this time, or without a price there. */
  | { readonly kind: 'not-sold'; readonly variantId: string; readonly quantity: number };

/** A row of a price list that was looked at. */
export interface ExplainedPrice {
  readonly listId: string;
  readonly listName: string;
  readonly kind: 'regular' | 'sale';
  readonly minQuantity: number;
  readonly price: Money;
  readonly from?: string;
  readonly to?: string;
  readonly verdict: PriceVerdict;
}

export interface SimulatedDiscount {
  readonly promotionId: string;
  readonly name: string;
  readonly code?: string;
  readonly amount: Money;
}

export interface SimulatedPromotion {
  readonly promotionId: string;
  readonly name: string;
  readonly priority: number;
  readonly mode: PromotionMode;
  /** It holds at these hours of the week only. */
  readonly hours?: WeeklyHours;
  /** It is not enabled. */
  readonly isTrial: boolean;
  readonly verdict: PromotionVerdict;
}
