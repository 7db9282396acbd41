import type { ComponentView, MediaView } from '../catalog/catalog.views.ts';
import type { AvailabilityClass } from '../inventory/inventory.views.ts';
import type { Money } from '../money/money.rules.ts';
import type { Recipient, RecipientField } from './recipient.ts';

export interface CartLineView {
  readonly id: string;
  readonly variantId: string;
  readonly productId: string;
  readonly productSlug: string;
  readonly name: string;
  /** Chosen options as the shopper reads them, for example `Ochre · M`. */
  readonly options: string;
  readonly media?: MediaView;
  /** Of a bundle: what one piece of it holds. */
  readonly components?: readonly ComponentView[];
  readonly quantity: number;
  /** Its pieces are gift cards; absent = goods. Without a recipient they are mailed to whoever buys. */
  readonly giftCard?: { readonly recipient?: Recipient };
  readonly unitPrice: Money;
  readonly unitRegular: Money;
  /** Staff gave another price than the shop's own. */
  readonly isPricedByHand?: true;
  /** What promotions take off this line. */
  readonly discounts: readonly { readonly name: string; readonly amount: Money }[];
  /** Pieces at their price, less discounts. */
  readonly total: Money;
  readonly availability: AvailabilityClass;
  /** The day it comes out, `YYYY-MM-DD`; only of what is on preorder. */
  readonly shipsFrom?: string;
  /** The most that can be ordered now. */
  readonly maxQuantity: number;
  /** The fewest pieces, where that is more than one. */
  readonly minQuantity?: number;
  /** Only so many pieces together, where that is more than one. */
  readonly multiple?: number;
  /** A promotion put it there, for nothing: it cannot be changed or removed, and goes with what earned it. */
  readonly isGift?: true;
}

/** A shopper's cart, priced in its own currency. `total` is the sum of the lines' totals. */
export interface CartView {
  readonly id: string;
  /** Rises with every change. */
  readonly version: number;
  readonly currency: string;
  readonly lines: readonly CartLineView[];
  /** Pieces over all lines. */
  readonly count: number;
  readonly subtotal: Money;
  readonly savings: Money;
  /** What promotions take off, promotion by promotion. */
  readonly discounts: readonly CartDiscountView[];
  readonly total: Money;
  /** Taxes come on top of the prices; absent = they are in them. */
  readonly plusTax?: true;
  /** Codes the shopper brought. */
  readonly coupons: readonly CartCouponView[];
  /** What changed since the shopper last looked, with the reason. */
  readonly notices: readonly CartNotice[];
  /** What was earned and cannot be given (in full), for there is not enough left. Absent = nothing. */
  readonly missedGifts?: readonly { readonly name: string; readonly promotion: string }[];
  /** The promotion that so many more pieces, or goods for so much more, would bring. */
  readonly nearPromotion?: { readonly name: string; readonly pieces?: number; readonly amount?: Money };
}

export interface CartDiscountView {
  readonly promotionId: string;
  readonly name: string;
  /** The coupon that unlocked it. */
  readonly code?: string;
  readonly amount: Money;
}

export interface CartCouponView {
  /** As it was typed. */
  readonly code: string;
  readonly state:
    | 'applied'
    /** It is good, but not for this cart (yet). */
    | 'does-not-apply'
    /** It is for one customer: it counts at checkout, when the shopper has said who they are. */
    | 'personal'
    | 'unknown'
    | 'not-begun'
    | 'over'
    | 'used-up'
    | 'disabled'
    | 'other-customer';
}

export interface CartNotice {
  /**
   * `joined` = what was in the customer's cart before they signed in here is in it too; the name is of its first line. `by-hand-ended` =
   * what staff had given holds no longer, for the shopper changed this line.
   */
  readonly kind: 'removed' | 'lowered' | 'raised' | 'price-changed' | 'joined' | 'by-hand-ended';
  readonly name: string;
}

/** All it takes to put a line back. */
export interface RemovedLine {
  readonly lineId: string;
  readonly variantId: string;
  readonly name: string;
  readonly quantity: number;
  readonly recipient?: Recipient;
  /** How many lines stood before it. */
  readonly place: number;
}

/** What came of a request to change a cart. Refusals change nothing. */
export type CartOutcome =
  /** `removed` = what was taken out of the cart. */
  | { readonly kind: 'changed'; readonly cart: CartView; readonly removed?: RemovedLine }
  | { readonly kind: 'sold-out'; readonly variantId: string; readonly cart?: CartView }
  | {
      readonly kind: 'not-enough';
      readonly variantId: string;
      readonly left: number;
      readonly cart?: CartView;
    }
  | { readonly kind: 'unknown-variant'; readonly variantId: string }
  | { readonly kind: 'unknown-line'; readonly lineId: string; readonly cart?: CartView }
  /** It cannot be mailed so: these fields say nothing that can be used. */
  | { readonly kind: 'bad-recipient'; readonly fields: readonly RecipientField[] }
  /** The cart holds as many different variants as a cart can. */
  | { readonly kind: 'cart-full'; readonly max: number }
  /** Not a number of pieces that it is ordered in: not whole, too many, fewer than `min`, or no multiple of `multiple`. */
  | {
      readonly kind: 'bad-quantity';
      readonly quantity: number;
      readonly max: number;
      readonly min?: number;
      readonly multiple?: number;
    }
  /** The code was not taken, and why. */
  | {
      readonly kind: 'coupon-refused';
      readonly code: string;
      readonly reason:
        | Exclude<CartCouponView['state'], 'applied' | 'does-not-apply' | 'personal'>
        | 'too-many';
      readonly cart?: CartView;
    };
