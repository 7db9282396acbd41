import type { HandDiscount, HandPrice } from '../cart/by-hand.rules.ts';
import type { CartOutcome, CartView } from '../cart/cart.views.ts';
import type { OpenedBy } from '../cart/opened-by.ts';
import type { AllowedDiscounts } from '../catalog/allowed-discounts.rules.ts';
import type { PayOutcome } from '../checkout/checkout.views.ts';
import type { Money } from '../money/money.rules.ts';

/** A cart that staff fill, with what was given by hand, by whom and why. */
export interface StaffCartView {
  readonly cart: CartView;
  readonly channel: string;
  readonly locale: string;
  readonly currency: string;
  /** Whom it is for, where they are a customer. */
  readonly customerId?: string;
  /** `staff:<id>`. */
  readonly openedBy: string;
  /** Where the link to it went last. */
  readonly sent?: OpenedBy['sent'];
  /** Of its own lines. */
  readonly lines: readonly StaffLineView[];
  /** Off the whole. */
  readonly byHand?: HandDiscount;
  /** How much who asks may give, in basis points of the shop's own prices. Absent = as they like. */
  readonly limit?: number;
}

export interface StaffLineView {
  readonly lineId: string;
  /** What a piece costs without a hand. */
  readonly listed: Money;
  /** What may be taken off. */
  readonly allows: AllowedDiscounts;
  readonly price?: HandPrice;
  readonly discount?: HandDiscount;
}

/** What came of a change. Refusals change nothing. */
export type StaffCartOutcome =
  | { readonly kind: 'changed'; readonly cart: StaffCartView }
  /** There is none, staff did not open it, or it has become an order. */
  | { readonly kind: 'no-cart' }
  | { readonly kind: 'not-allowed-for-goods'; readonly lineId: string }
  /** More than the actor may give, in basis points of the shop's own prices. */
  | { readonly kind: 'beyond-limit'; readonly limit: number }
  | Exclude<CartOutcome, { kind: 'changed' }>;

/** A cart that staff opened and that is no order yet, as lists show it. */
export interface StaffCartSummaryView {
  readonly cartId: string;
  /** Whom it is for: a customer, and what was filled in of them. */
  readonly customerId?: string;
  readonly name?: string;
  readonly email?: string;
  /** `staff:<id>`. */
  readonly openedBy: string;
  /** ISO times. */
  readonly openedAt: string;
  readonly changedAt: string;
  readonly pieces: number;
  /** What its goods cost now. Absent = it has expired. */
  readonly total?: Money;
  /** It can be gone on with; an expired one is thrown away by itself before long. */
  readonly state: 'open' | 'expired';
  readonly sent?: OpenedBy['sent'];
}

export interface StaffCartPage {
  readonly carts: readonly StaffCartSummaryView[];
  /** Absent = that was all. */
  readonly next?: string;
}

export type ThrowAwayOutcome =
  | { readonly kind: 'thrown-away' }
  | { readonly kind: 'no-cart' }
  /** Somebody is paying for it just now. */
  | { readonly kind: 'being-paid' };

export type OpenStaffCartOutcome =
  | { readonly kind: 'opened'; readonly cart: StaffCartView }
  | { readonly kind: 'unknown-customer' };

export type SendCartLinkOutcome =
  | { readonly kind: 'queued'; readonly to: string }
  | { readonly kind: 'no-cart' }
  /** Nothing is in it. */
  | { readonly kind: 'empty' }
  /** Nobody knows whom to write to: an email is filled in first. */
  | { readonly kind: 'no-address' }
  /** This shop has no address to link to. */
  | { readonly kind: 'no-link' };

export type PlaceStaffCartOutcome =
  | PayOutcome
  /** Somebody would have to sit at a form for it. */
  | { readonly kind: 'not-by-staff'; readonly methods: readonly string[] };
