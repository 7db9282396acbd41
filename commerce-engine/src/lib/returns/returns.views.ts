import type { AdditionRefusal } from '../additions/additions.views.ts';
import type { CartOutcome } from '../cart/cart.views.ts';
import type { CheckoutView, PayOutcome, Requirement } from '../checkout/checkout.views.ts';
import type { Market } from '../market.ts';
import type { Money } from '../money/money.rules.ts';
import type { RefundTender } from '../orders/refund-plan.rules.ts';
import type { DeliveryChoice } from '../orders/refund-share.rules.ts';
import type { ReturnState } from './return-state.rules.ts';

export const RETURN_REASONS = [
  'does-not-fit',
  'not-as-described',
  'damaged',
  'wrong-article',
  'too-late',
  'changed-mind',
  'other',
] as const;

export type ReturnReason = (typeof RETURN_REASONS)[number];

export interface ReturnLineView {
  readonly lineId: string;
  readonly quantity: number;
  readonly reason: ReturnReason;
  /** As inspected; 0 before it was received. */
  readonly resellable: number;
  readonly damaged: number;
  readonly missing: number;
  /** What the pieces are worth that came back, tax within. */
  readonly credit: Money;
}

/** `held` until the return is decided; `to-pay` = the return pays a part, the rest is awaited; `added` = goods of the order; `over` = let go. */
export type InsteadState = 'held' | 'to-pay' | 'added' | 'over';

/** Why goods were let go: the return ended or its money went back, none of its pieces came, nobody paid the rest, staff withdrew them, they were gone. */
export type InsteadEnd = 'return' | 'money' | 'missing' | 'expired' | 'withdrawn' | 'sold-out';

/** What is wanted instead of a return's pieces. */
export interface InsteadView {
  readonly state: InsteadState;
  readonly additionId: string;
  /** ISO time until which they are surely there. */
  readonly heldUntil: string;
  readonly lines: readonly {
    /** The line whose pieces come back. */
    readonly lineId: string;
    readonly variantId: string;
    readonly productSlug: string;
    readonly sku: string;
    readonly name: string;
    readonly options: string;
    readonly quantity: number;
    /** They cost what those pieces were paid. */
    readonly isEven: boolean;
    /** Tax within. */
    readonly cost: Money;
  }[];
  readonly total: Money;
  /** Of `to-pay`. */
  readonly toPay?: Money;
  /** Of `held`: what they cost more than what comes back was paid; below zero = less. Absent = nobody counted it. */
  readonly difference?: Money;
  /** Of `added`: what of them the return paid, and what of its money went back. */
  readonly covered?: Money;
  readonly back?: Money;
  /** Of `over`. */
  readonly why?: InsteadEnd;
}

export interface ReturnView {
  readonly id: string;
  /** The order's number with a count, for labels and letters. */
  readonly number: string;
  readonly orderId: string;
  readonly state: ReturnState;
  /** Where it was asked for. */
  readonly channel: string;
  /** Where it was received. */
  readonly locationId?: string;
  readonly note?: string;
  /** Why it was rejected. */
  readonly answer?: string;
  readonly lines: readonly ReturnLineView[];
  /** What it is worth before fees and delivery; 0 before it was received. */
  readonly credit: Money;
  readonly fee: Money;
  /** What of the delivery's charge went back with it. */
  readonly delivery: Money;
  /** What came off the order; only when refunded. */
  readonly refund?: Money;
  /** What is wanted instead, in the same order. */
  readonly instead?: InsteadView;
  /** The order of what went out instead. */
  readonly exchangedFor?: { readonly orderId: string; readonly number: string };
  readonly requestedAt: string;
  readonly updatedAt: string;
}

/** A return as its shopper sees it: a note is there when it is their own. */
export type ShopperReturnView = Omit<ReturnView, 'channel' | 'locationId'>;

/** What a channel says of returns. */
export interface ReturnPolicyView {
  readonly channel: string;
  /** By method of payment: where its money goes back to, the first unless another is asked for. What is not named goes back the way it came. */
  readonly tenders: Readonly<Record<string, readonly string[]>>;
  /** Days after pieces left in which shoppers announce a return of them. Absent = without end. */
  readonly returnDays?: number;
}

/** What of a line its shopper may announce. */
export interface ReturnableView {
  readonly lineId: string;
  /** 0 = it is too late. */
  readonly quantity: number;
  /** ISO time on the last day for the next of them. Absent = without end. */
  readonly until?: string;
}

export type RequestOutcome =
  | { readonly kind: 'requested'; readonly return: ReturnView }
  | { readonly kind: 'no-order' }
  /** Only so many of the line can be returned; nothing was. */
  | { readonly kind: 'too-many'; readonly lineId: string; readonly returnable: number }
  /** Of the line only so many are in time; the others could be announced until that day. Nothing was. */
  | {
      readonly kind: 'too-late';
      readonly lineId: string;
      readonly returnable: number;
      /** ISO time on the last day. */
      readonly until: string;
    }
  /** What is wanted instead cannot be had, and why; nothing was asked for. */
  | { readonly kind: 'not-instead'; readonly because: InsteadRefusal };

export type InsteadRefusal = Extract<
  AdditionRefusal,
  { kind: 'not-sold' | 'bad-quantity' | 'no-way' | 'not-enough' }
>;

export type StepOutcome =
  | { readonly kind: 'done'; readonly return: ReturnView }
  | { readonly kind: 'no-return' }
  /** The return is in another state; nothing changed. */
  | { readonly kind: 'not-now'; readonly state: ReturnState };

/** Says nothing of the return but its number: it may hold what staff noted. */
export type CallOffOutcome =
  | { readonly kind: 'called-off'; readonly number: string }
  /** There is no such return of an order that whoever asks may open. */
  | { readonly kind: 'no-return' }
  /** It has arrived, or is over already. */
  | { readonly kind: 'not-now'; readonly state: ReturnState };

export type RefundOutcome =
  | StepOutcome
  /** Of what is wanted instead so much is to be paid: the return is refunded when it is, or when nobody has. */
  | { readonly kind: 'to-pay'; readonly return: ReturnView; readonly toPay: Money }
  /** What is wanted instead is not there any more; no money moved. */
  | { readonly kind: 'sold-out' }
  /** A fee takes at most what the return is worth. */
  | { readonly kind: 'fee-too-high'; readonly most: Money }
  /** So much would have to go back to tenders that take nothing back. */
  | { readonly kind: 'barred'; readonly amount: Money };

/** What a refund would do, before anything is done. */
export type RefundQuoteOutcome =
  | {
      readonly kind: 'quoted';
      /** What the pieces are worth that came back. */
      readonly goods: Money;
      /** What of the delivery’s charge goes back with them. */
      readonly delivery: Money;
      /** The same by what is chosen. */
      readonly choices: Readonly<Record<DeliveryChoice, Money>>;
      readonly fee: Money;
      /** What comes off the order: goods and delivery, less the fee. */
      readonly amount: Money;
      /** What goes back of each payment, and to where. What is above it was never paid: it only comes off what is owed. */
      readonly back: readonly {
        readonly paymentId: string;
        readonly to: RefundTender;
        readonly amount: Money;
      }[];
      /** What is wanted instead, what of it the amount pays, and what is left to pay. Absent = nothing is, or its money goes back. */
      readonly instead?: { readonly total: Money; readonly covered: Money; readonly toPay: Money };
    }
  | Exclude<RefundOutcome, { kind: 'done' | 'to-pay' | 'sold-out' }>;

export type PrepareExchangeOutcome =
  | {
      readonly kind: 'prepared';
      /** In which the other goods are sold. */
      readonly market: Market;
      /** Filled in like the order. What is missing still stands in `missing`. */
      readonly checkout: CheckoutView;
      /** What the return gives: its credit with the delivery’s part, less the fee. */
      readonly worth: Money;
      /** What of it pays for the other goods. */
      readonly pays: Money;
      /** What has to be paid in another way. */
      readonly toPay: Money;
      /** What goes back the way it came. */
      readonly back: Money;
    }
  /** The cart does not take the goods, and why. */
  | { readonly kind: 'goods-refused'; readonly because: Exclude<CartOutcome, { kind: 'changed' }> }
  | { readonly kind: 'no-customer' }
  | Exclude<RefundOutcome, { kind: 'done' | 'to-pay' | 'sold-out' }>;

export type ExchangeOutcome =
  /** `credit` of the return paid for the order; what the return is worth above it went back as the policy says. */
  | {
      readonly kind: 'exchanged';
      readonly return: ReturnView;
      readonly credit: Money;
      readonly order: { readonly id: string; readonly number: string; readonly key: string };
    }
  /** The return is refunded and `credit` is the customer’s store credit; the new order is not paid (yet), and why. */
  | {
      readonly kind: 'unpaid';
      readonly return: ReturnView;
      readonly credit: Money;
      readonly payment: Exclude<PayOutcome, { kind: 'placed' }>;
    }
  /** A guest’s order: whoever exchanges needs a customer who can have the credit. */
  | { readonly kind: 'no-customer' }
  /** There is no such checkout (any more). */
  | { readonly kind: 'no-checkout' }
  /** The new goods cost something else than was seen. Nothing was done. */
  | { readonly kind: 'price-changed'; readonly checkout: CheckoutView }
  | {
      readonly kind: 'incomplete';
      readonly missing: readonly Requirement[];
      readonly checkout: CheckoutView;
    }
  | Exclude<RefundOutcome, { kind: 'done' | 'to-pay' | 'sold-out' }>;

export type TakeBackOutcome =
  | { readonly kind: 'taken-back'; readonly return: ReturnView }
  | Exclude<RequestOutcome, { kind: 'requested' | 'too-late' | 'not-instead' }>
  | Exclude<RefundOutcome, StepOutcome | { kind: 'to-pay' | 'sold-out' }>;
