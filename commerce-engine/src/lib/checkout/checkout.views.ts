import type { CartView } from '../cart/cart.views.ts';
import type { DeliveryKind } from '../delivery/delivery.rules.ts';
import type { GiftCardRefusal } from '../gift-cards/gift-cards.views.ts';
import type { Money } from '../money/money.rules.ts';
import type { OrderAddress, OrderContact, OrderDiscountView, OrderTaxView } from '../orders/orders.views.ts';
import type { DeclineCode, PaymentMethodView } from '../payments/payments.views.ts';
import type { TaxRelief } from '../tax/tax-exemption.rules.ts';

/** What is still missing before it can be paid. */
export type Requirement =
  | 'cart'
  | 'contact'
  | 'address'
  | 'delivery'
  | 'store'
  | 'slot'
  /** The way that was chosen is not to be had (any more), for example for this address. */
  | 'delivery-unavailable'
  | 'terms'
  /** A way to pay for what gift cards leave. */
  | 'payment';

/** A way to get the goods, with what it costs this cart. */
export interface DeliveryOptionView {
  readonly methodId: string;
  readonly kind: DeliveryKind;
  readonly name: string;
  readonly price: Money;
  /** ISO dates. */
  readonly promise?: { readonly earliest: string; readonly latest: string };
  /** Where it can be picked up. */
  readonly stores?: readonly { readonly id: string; readonly name: string; readonly city: string }[];
  /** Whether a time has to be chosen. */
  readonly hasSlots: boolean;
}

/** How one line can reach the shopper. */
export interface LineWaysView {
  readonly lineId: string;
  /** Kinds of delivery that are offered for it now. */
  readonly ways: readonly DeliveryKind[];
  /** How it goes now. Absent = nothing is decided for it yet. */
  readonly way?: DeliveryKind;
  /** It does not go with the rest: because the shopper wants it so, or because it cannot. */
  readonly isApart: boolean;
}

/** Lines that go another way than the rest. */
export interface OtherDeliveryView {
  readonly kind: DeliveryKind;
  readonly lineIds: readonly string[];
  /** Of this kind. None = it is not to be had. */
  readonly options: readonly DeliveryOptionView[];
  readonly delivery?: ChosenDelivery;
}

export interface ChosenDelivery {
  readonly methodId: string;
  readonly storeId?: string;
  /** ISO time at which a slot begins. */
  readonly slot?: string;
}

/** Tenders of the shop itself: in this order they pay, before a bank is asked. */
export interface CheckoutTendersView {
  /** In the order they were brought. */
  readonly giftCards: readonly {
    readonly id: string;
    readonly last4: string;
    readonly balance: Money;
    /** What it pays here. */
    readonly pays: Money;
  }[];
  /** Absent = nobody is signed in, or they have none of this currency. */
  readonly storeCredit?: {
    readonly balance: Money;
    /** The most that can be used here. */
    readonly most: Money;
    readonly pays: Money;
  };
  /** Absent = nobody is signed in, or they have no points that pay here. */
  readonly points?: {
    readonly programmeId: string;
    /** Of the programme. */
    readonly name: string;
    /** Points that can be used now. */
    readonly balance: number;
    /** The most that can be used here; 0 points = too few, or nothing is left to pay. */
    readonly most: { readonly points: number; readonly amount: Money };
    /** `true` = as many as can be used; else at most so many, also when they pay nothing just now. Absent = none. */
    readonly chosen?: true | number;
    readonly pays: { readonly points: number; readonly amount: Money };
  };
}

export interface CheckoutView {
  readonly id: string;
  readonly cartId: string;
  readonly state: 'open' | 'paying' | 'placed';
  readonly cart: CartView;
  readonly contact?: Partial<OrderContact>;
  readonly address?: OrderAddress;
  /** Absent = the same as the address. */
  readonly billing?: OrderAddress;
  /** Of the company that buys: what was given here, or what the customer who is signed in has. */
  readonly vatId?: string;
  readonly note?: string;
  /** For whoever gets it; it lies in the parcel. */
  readonly giftMessage?: string;
  readonly terms: boolean;
  /** What was typed and could not be used, by the names it was sent with. */
  readonly unfinished?: Readonly<Record<string, string>>;
  /** Whose ways of delivery and taxes are told: of the address, before there is one the channel's own. ISO code. */
  readonly country: string;
  /** Ways for all lines that do not go apart. */
  readonly options: readonly DeliveryOptionView[];
  readonly delivery?: ChosenDelivery;
  /** One of each other kind at most. */
  readonly otherDeliveries: readonly OtherDeliveryView[];
  readonly lineWays: readonly LineWaysView[];
  readonly prices: 'inclusive' | 'exclusive';
  readonly goods: Money;
  /** Of all deliveries. Absent = not chosen yet. */
  readonly deliveryTotal?: Money;
  readonly discounts: readonly OrderDiscountView[];
  readonly tax: Money;
  readonly taxes: readonly OrderTaxView[];
  /** Tax that goods and deliveries hold and nobody owes; the total is less by it. Absent = none. */
  readonly waived?: Money;
  /** Why taxes are not charged. Absent = they are. */
  readonly reliefs?: readonly TaxRelief[];
  /** Nobody has seen yet that the VAT number is in use: it frees of nothing, and would. */
  readonly isVatUnproven?: true;
  /** What is to be paid. */
  readonly total: Money;
  readonly tenders: CheckoutTendersView;
  /** What these leave to be paid in another way. */
  readonly rest: Money;
  /** What of it gift cards cost: none of these pays it. Absent = nothing. */
  readonly moneyOnly?: Money;
  /** Points that it earns as it stands; absent = none. */
  readonly earns?: {
    readonly programmeId: string;
    /** Of the programme. */
    readonly name: string;
    readonly points: number;
    /** Whoever buys has them then; false = they would as a member. */
    readonly isMember: boolean;
  };
  /** Names this price: sent along when paying, so that nobody pays another one than they saw. */
  readonly seen: string;
  readonly missing: readonly Requirement[];
  readonly methods: readonly PaymentMethodView[];
  /** One of these, when it was chosen: the price is that for paying so. */
  readonly payment?: { readonly provider: string; readonly method: string };
  /** Why the last payment did not go through. */
  readonly declined?: DeclineCode | 'sold-out' | 'expired';
  /** Where the shopper confirms a payment that is under way. */
  readonly actionUrl?: string;
}

/** What came of filling in. */
export type CheckoutOutcome =
  | { readonly kind: 'changed'; readonly checkout: CheckoutView }
  /** There is no such cart, or nothing in it. */
  | { readonly kind: 'no-cart' }
  /** It is being paid: nothing was changed. */
  | { readonly kind: 'being-paid'; readonly checkout: CheckoutView };

/** What came of bringing a gift card. */
export type BringGiftCardOutcome =
  | CheckoutOutcome
  | { readonly kind: 'gift-card-refused'; readonly reason: GiftCardRefusal; readonly checkout: CheckoutView }
  /** There are as many as a checkout takes. */
  | { readonly kind: 'too-many-gift-cards'; readonly most: number; readonly checkout: CheckoutView };

/** What came of paying. */
export type PayOutcome =
  | {
      readonly kind: 'placed';
      readonly order: { readonly id: string; readonly number: string; readonly key: string };
    }
  /** The shopper has to go there and confirm. */
  | { readonly kind: 'action'; readonly url: string }
  /** The provider will tell later; the order follows by itself. */
  | { readonly kind: 'pending' }
  | {
      readonly kind: 'declined';
      readonly reason: DeclineCode | 'sold-out' | 'expired';
      readonly checkout: CheckoutView;
    }
  /** Something costs more or less than the shopper saw. Nothing was paid. */
  | { readonly kind: 'price-changed'; readonly checkout: CheckoutView }
  | { readonly kind: 'incomplete'; readonly missing: readonly Requirement[]; readonly checkout: CheckoutView }
  | {
      readonly kind: 'not-enough';
      readonly short: readonly { readonly variantId: string; readonly name: string; readonly free: number }[];
      readonly checkout: CheckoutView;
    }
  | { readonly kind: 'coupon-used-up'; readonly code: string; readonly checkout: CheckoutView }
  | { readonly kind: 'slot-full'; readonly checkout: CheckoutView }
  /** `place` in the list that was sent. Nothing was taken from any card. */
  | {
      readonly kind: 'gift-card-refused';
      readonly place: number;
      readonly reason: GiftCardRefusal;
      readonly checkout: CheckoutView;
    }
  | { readonly kind: 'no-cart' };
