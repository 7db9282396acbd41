import type { LocalText } from '../catalog/product-import.ts';
import type { Promotion } from './promotion.rules.ts';
import type { PromotionProblem } from './promotion-problems.rules.ts';

/** A promotion as staff see it. */
export interface PromotionView extends Promotion {
  readonly name: LocalText;
  readonly enabled: boolean;
  /** ISO time. */
  readonly changedAt: string;
}

export type SavePromotionOutcome =
  | { readonly kind: 'saved' }
  /** Nothing was changed: disable it first. */
  | { readonly kind: 'is-enabled' };

export type EnablePromotionOutcome =
  | { readonly kind: 'enabled' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'not-ready'; readonly problems: readonly PromotionProblem[] };

export interface CouponView {
  readonly id: string;
  readonly promotionId: string;
  readonly limit?: number;
  readonly limitPerCode?: number;
  readonly limitPerCustomer?: number;
  readonly codes: number;
  readonly uses: number;
}

export interface CouponCodeView {
  readonly code: string;
  readonly enabled: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly customer?: string;
  readonly limit?: number;
  readonly uses: number;
}

export type SaveCouponOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'unknown-promotion' }
  /** A coupon unlocks one promotion, and a promotion has one coupon. */
  | { readonly kind: 'promotion-taken'; readonly by: string };

export type AddCodesOutcome =
  | {
      readonly kind: 'added';
      readonly added: number /** Codes that are in use already. */;
      readonly taken: readonly string[];
    }
  | { readonly kind: 'unknown-coupon' };

/** What a code does. */
export type CodeState =
  | { readonly kind: 'unlocks'; readonly promotionId: string }
  /** It is for one customer, and nobody has said who they are yet. */
  | { readonly kind: 'personal' }
  | { readonly kind: 'unknown' | 'not-begun' | 'over' | 'used-up' | 'disabled' | 'other-customer' };

export type TakeUsesOutcome =
  | { readonly kind: 'taken' }
  /** Nothing was taken. */
  | { readonly kind: 'used-up'; readonly code: string };
