import type { AllowedDiscounts } from '../catalog/allowed-discounts.rules.ts';

/** A cart as far as promotions look at it. Amounts are whole minor units of its currency. */
export interface DiscountableCart {
  readonly currency: string;
  readonly at: Date;
  readonly channel: string;
  /** Groups, affiliations and tiers of this shopper. */
  readonly priceGroups: readonly string[];
  /** Coupons whose codes were looked up already. */
  readonly unlocked: readonly { readonly promotionId: string; readonly code: string }[];
  readonly lines: readonly DiscountableLine[];
  /** A discount on the whole, given by hand. */
  readonly manualTotal?: ManualDiscount;
  readonly shipping: readonly { readonly id: string; readonly method: string; readonly amount: number }[];
  /** How it will be paid, once that is known. */
  readonly tender?: string;
}

export interface DiscountableLine {
  readonly id: string;
  readonly variantId: string;
  readonly productId: string;
  /** Categories of the product and all above them. */
  readonly categories: readonly string[];
  readonly unit?: string;
  /** Whole pieces, from 0. */
  readonly quantity: number;
  /** Of one piece, from 0; after a price override, which is no discount. */
  readonly unitPrice: number;
  readonly allows: AllowedDiscounts;
  readonly manual?: ManualDiscount;
}

export type ManualDiscount =
  | { readonly kind: 'percent'; readonly basisPoints: number }
  /** Off the line, or off the whole. */
  | { readonly kind: 'amount'; readonly amount: number };

export interface DiscountPart {
  readonly promotionId: string | 'manual';
  /** The coupon code that unlocked it. */
  readonly code?: string;
  readonly amount: number;
}

export interface PromotionResult {
  /** In the order of the cart's lines. */
  readonly lines: readonly DiscountedLine[];
  readonly shipping: readonly {
    readonly id: string;
    readonly discount: number;
    readonly parts: readonly DiscountPart[];
  }[];
  readonly gifts: readonly {
    readonly promotionId: string;
    readonly variantId: string;
    readonly quantity: number;
  }[];
  /** One for each promotion that has to do with this cart, by id. */
  readonly verdicts: readonly { readonly promotionId: string; readonly verdict: PromotionVerdict }[];
  /** Whether deals of several lines were combined in the best way. `gap` is the most that could be missing. */
  readonly optimum: { readonly kind: 'exact' } | { readonly kind: 'within'; readonly gap: number };
}

export interface DiscountedLine {
  readonly id: string;
  readonly discount: number;
  /** Its pieces by what each of them gets; the sum is the discount. The exact share of any partial return. */
  readonly units: readonly { readonly quantity: number; readonly discount: number }[];
  readonly parts: readonly DiscountPart[];
}

/** What became of a promotion. */
export type PromotionVerdict =
  | { readonly kind: 'applied'; readonly amount: number }
  | { readonly kind: 'not-begun' | 'over' | 'outside-hours' | 'other-channel' | 'other-group' }
  | { readonly kind: 'other-currency' | 'needs-coupon' | 'other-method' | 'other-tender' }
  /** None of the cart's lines is meant. */
  | { readonly kind: 'no-line' }
  /** All lines that are meant forbid discounts, or have a manual discount instead. */
  | { readonly kind: 'excluded-line' }
  /** `missing` more pieces would do: of one line, or of a deal's group. */
  | { readonly kind: 'too-few-pieces'; readonly missing: number; readonly group?: number }
  /** Lines that cost `missing` minor units more would do. */
  | { readonly kind: 'below-threshold'; readonly missing: number }
  /** One with a higher priority, or an exclusive one, came first. */
  | { readonly kind: 'outranked'; readonly by: string }
  | { readonly kind: 'another-is-better'; readonly by: string }
  | { readonly kind: 'not-compoundable'; readonly with: string }
  /** It would take nothing off. */
  | { readonly kind: 'no-effect' };
