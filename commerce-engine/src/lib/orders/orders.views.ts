import type { OrderedGiftCard } from '../cart/recipient.ts';
import type { ComponentView, MediaView } from '../catalog/catalog.views.ts';
import type { DeliveryKind } from '../delivery/delivery.rules.ts';
import type { Money } from '../money/money.rules.ts';
import type { PaymentView } from '../payments/payments.views.ts';
import type { TaxRelief } from '../tax/tax-exemption.rules.ts';

export interface OrderContact {
  readonly email: string;
  readonly name: string;
  readonly phone?: string;
}

/** Where goods or an invoice go. */
export interface OrderAddress {
  readonly name: string;
  readonly company?: string;
  readonly street: string;
  /** Flat, floor, care of. */
  readonly extra?: string;
  readonly postalCode: string;
  readonly city: string;
  /** State or province, where addresses have one. */
  readonly region?: string;
  /** ISO 3166 two-letter code. */
  readonly country: string;
}

export interface OrderLineView {
  readonly id: string;
  /** How its pieces reach the shopper. */
  readonly deliveryId: string;
  readonly variantId: string;
  readonly productId: string;
  readonly productSlug: string;
  readonly sku: string;
  readonly name: string;
  readonly options: string;
  readonly media?: MediaView;
  /** Of a bundle: what one piece of it holds, as it was read when it was ordered. */
  readonly components?: readonly ComponentView[];
  readonly quantity: number;
  readonly unitPrice: Money;
  readonly unitRegular: Money;
  readonly discount: Money;
  /** As the channel showed prices then: with tax or without. */
  readonly total: Money;
  /** The local day it was said to come out, `YYYY-MM-DD`; only of what was preordered. */
  readonly shipsFrom?: string;
  /** Its pieces are gift cards; absent = goods. */
  readonly giftCard?: OrderedGiftCard;
  readonly fulfilled: number;
  readonly cancelled: number;
  readonly returned: number;
  /** What was given back of it while its pieces stay with the shopper, tax included. */
  readonly allowance: Money;
}

export interface OrderDeliveryView {
  readonly id: string;
  readonly kind: DeliveryKind;
  readonly methodId: string;
  readonly name: string;
  readonly address?: OrderAddress;
  readonly store?: { readonly id: string; readonly name: string; readonly city: string };
  /** ISO time; only where one was chosen. */
  readonly slot?: string;
  readonly price: Money;
  readonly discount: Money;
  readonly total: Money;
  /** What of it was given back, tax included. */
  readonly givenBack: Money;
}

export interface OrderDiscountView {
  readonly promotionId: string;
  readonly name: string;
  readonly code?: string;
  readonly amount: Money;
}

export interface OrderTaxView {
  readonly name: string;
  /** Percent as text, `19` or `8.875`. */
  readonly rate: string;
  readonly taxable: Money;
  readonly amount: Money;
}

export type OrderStateName = 'placed' | 'cancelled';

export interface OrderSummaryView {
  readonly id: string;
  readonly number: string;
  readonly state: OrderStateName;
  readonly channel: string;
  readonly placedAt: string;
  readonly email: string;
  readonly name: string;
  readonly pieces: number;
  readonly total: Money;
  /** The total less what was cancelled and came back. */
  readonly owed: Money;
  readonly paid: Money;
  readonly refunded: Money;
  readonly fulfilment: 'open' | 'partly' | 'done';
}

export interface OrderPage {
  readonly orders: readonly OrderSummaryView[];
  /** Where the next page begins; absent = this is the last. */
  readonly next?: string;
}

/**
 * Why money came off an order, or onto it: pieces that were cancelled or came back, what of their deliveries was given back, money
 * for goods that stay, what a return cost, and what is not known any more.
 */
export type OrderOffKind = 'cancelled' | 'returned' | 'delivery' | 'allowance' | 'fee' | 'other';

/** How the total came to what is owed, and what that means for the money. Tax is within all of it. */
export interface OrderStatementView {
  /** Below zero = it came off. With the total they make what is owed; none while nothing came off. */
  readonly rows: readonly { readonly kind: OrderOffKind; readonly amount: Money }[];
  /** The tax within what is owed. */
  readonly tax: Money;
  /** What of the deliveries' charges stays although goods came off. 0 = nothing came off, or it went back whole. */
  readonly deliveryKept: Money;
  /** Owed and not paid. */
  readonly toPay: Money;
  /** Paid, not owed and not back yet. */
  readonly toGoBack: Money;
}

/** An order with everything its shopper may see. */
export interface OrderView extends Omit<OrderSummaryView, 'email' | 'name' | 'pieces'> {
  readonly locale: string;
  readonly currency: string;
  readonly prices: 'inclusive' | 'exclusive';
  readonly contact: OrderContact;
  readonly billing?: OrderAddress;
  /** Of the company that buys. */
  readonly vatId?: string;
  readonly note?: string;
  /** For whoever gets it; it lies in the parcel. */
  readonly giftMessage?: string;
  readonly lines: readonly OrderLineView[];
  readonly deliveries: readonly OrderDeliveryView[];
  readonly discounts: readonly OrderDiscountView[];
  readonly goods: Money;
  readonly delivery: Money;
  readonly discount: Money;
  readonly tax: Money;
  readonly taxes: readonly OrderTaxView[];
  /** Tax that goods and deliveries hold and nobody owes; the total is less by it. Absent = none. */
  readonly waived?: Money;
  /** Why taxes were not charged. Absent = they were. */
  readonly reliefs?: readonly TaxRelief[];
  readonly payments: readonly PaymentView[];
  /** From the total as it was ordered to what is owed now. */
  readonly statement: OrderStatementView;
}

/** What happened to an order, for staff. */
export interface OrderEventView {
  readonly at: string;
  readonly kind: string;
  readonly actor: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export type CorrectedField = 'email' | 'name' | 'phone' | 'billing' | 'note' | 'giftMessage' | 'address';

export type CorrectionOutcome =
  /** What is different now; empty when everything was so before. */
  | { readonly kind: 'corrected'; readonly fields: readonly CorrectedField[] }
  | { readonly kind: 'no-order' }
  /** Goods of it have left, or nothing of it goes to an address. Nothing was changed. */
  | { readonly kind: 'not-now'; readonly field: 'address' | 'billing' | 'giftMessage' }
  /** To that address it would, or might, cost something else, or the way of delivery does not go there. Nothing was changed. */
  | { readonly kind: 'other-price'; readonly because: 'tax' | 'delivery' };

export type ConfirmAgainOutcome =
  | { readonly kind: 'queued'; readonly to: string }
  | { readonly kind: 'no-order' }
  /** Its customer was erased: nobody is written to. */
  | { readonly kind: 'erased' };

/** What is to stand in an order's timeline. */
export interface NewTimelineEntry {
  readonly kind: string;
  readonly actor: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** What of an order can still be given back, after cancellations, returns and allowances. */
export interface OrderLeftView {
  readonly whole: Money;
  readonly lines: readonly {
    readonly lineId: string;
    readonly left: Money;
    /** What is left on gift cards that were made of it; `left` is no more. Absent = none was made. */
    readonly onCards?: Money;
    /** What comes off when its next piece is cancelled, its next two, and so on: as many as are open. */
    readonly open: readonly Money[];
    /** What of its delivery’s charge falls on as many; never more goes back than is left of the charge. */
    readonly charges: readonly Money[];
  }[];
  readonly deliveries: readonly { readonly deliveryId: string; readonly left: Money }[];
}

/** Money that came off an order for goods that stay with the shopper. */
export interface AllowanceView {
  /** ISO time. */
  readonly at: string;
  readonly amount: Money;
  readonly reason: string;
  /** What of it is of which line. */
  readonly lines: readonly { readonly lineId: string; readonly amount: Money }[];
  /** What of it is of deliveries; with the lines it makes the amount. */
  readonly delivery: Money;
}

/** Pieces of an order that were cancelled together. */
export interface CancellationView {
  /** ISO time. */
  readonly at: string;
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
}

export type AllowanceOutcome =
  /** `amount` came off what is owed, which is `owed` now; `back` of it goes back to the shopper. */
  | { readonly kind: 'given'; readonly amount: Money; readonly back: Money; readonly owed: Money }
  | { readonly kind: 'no-order' }
  /** The order has no such line or delivery. */
  | { readonly kind: 'unknown-part' }
  /** Only so much is left of what it is for; nothing was given. */
  | { readonly kind: 'too-much'; readonly most: Money }
  /** So much cannot go where it was to go; nothing was given. */
  | { readonly kind: 'barred'; readonly amount: Money };

export type CancelOutcome =
  /** `amount` came off what is owed; what of it was paid goes back. */
  | { readonly kind: 'cancelled'; readonly state: 'placed' | 'cancelled'; readonly amount: Money }
  | { readonly kind: 'no-order' }
  /** Everything is on its way or cancelled. */
  | { readonly kind: 'nothing-open' }
  /** Only so many of the line can still be cancelled; nothing was. */
  | { readonly kind: 'too-many'; readonly lineId: string; readonly open: number }
  /** Only so many pieces of the line are in stock and can be broken; nothing was cancelled. */
  | { readonly kind: 'not-there'; readonly lineId: string; readonly there: number };
