import type { MediaView } from '../catalog/catalog.views.ts';
import type { Money } from '../money/money.rules.ts';
import type { PaymentMethodView } from '../payments/payments.views.ts';

export type AdditionState = 'waiting' | 'added' | 'expired' | 'withdrawn';

/** Ways in which money comes that no provider tells of. */
export const RECEIVED_BY = ['bank-transfer', 'cash', 'card-terminal'] as const;
export type ReceivedBy = (typeof RECEIVED_BY)[number];

export interface AddedLineView {
  readonly variantId: string;
  readonly productSlug: string;
  readonly sku: string;
  readonly name: string;
  readonly options: string;
  readonly media?: MediaView;
  readonly quantity: number;
  readonly unitPrice: Money;
  readonly discount: Money;
  /** As the channel shows prices: with tax or without. */
  readonly total: Money;
}

/** What goods would cost if they were added now. */
export interface AdditionPrice {
  /** With which of the order's deliveries they go. */
  readonly deliveryId: string;
  readonly lines: readonly AddedLineView[];
  readonly tax: Money;
  /** What is to be paid. */
  readonly total: Money;
  /** Names this price. */
  readonly seen: string;
}

export interface AdditionView {
  readonly id: string;
  readonly orderId: string;
  readonly state: AdditionState;
  readonly lines: readonly AddedLineView[];
  readonly tax: Money;
  readonly total: Money;
  /** The return whose pieces they come for. Absent = they are bought. */
  readonly returnId?: string;
  /** What that return pays of them. Absent = they are bought, or wait until it is received and decided. */
  readonly covered?: Money;
  /** The total, less what a return pays. */
  readonly toPay: Money;
  /** ISO time until which it waits to be paid. */
  readonly until: string;
  /** Why the last payment came to nothing. */
  readonly declined?: string;
  readonly madeAt: string;
  readonly updatedAt: string;
}

/** An addition that waits for its shopper, with how they can pay it. */
export interface OpenAdditionView extends AdditionView {
  readonly methods: readonly PaymentMethodView[];
  /** A payment is under way. `url` = where its shopper has to confirm it. */
  readonly beingPaid?: { readonly url?: string };
}

export type AdditionRefusal =
  | { readonly kind: 'no-order' }
  /** Everything has left, or it is cancelled. */
  | { readonly kind: 'not-now'; readonly state: 'done' | 'cancelled' }
  /** They are not sold in the order's channel. */
  | { readonly kind: 'not-sold'; readonly variantIds: readonly string[] }
  /** An article is not ordered in such a number of pieces: at most `max`, at least `min`, so many together as `multiple` says. */
  | {
      readonly kind: 'bad-quantity';
      readonly variantId: string;
      readonly name: string;
      readonly quantity: number;
      readonly max: number;
      readonly min?: number;
      readonly multiple?: number;
    }
  /** None of the order's deliveries, or not the one that was asked for, takes them all. */
  | { readonly kind: 'no-way' }
  | {
      readonly kind: 'not-enough';
      readonly short: readonly { readonly variantId: string; readonly name: string; readonly free: number }[];
    };

export type QuoteAdditionOutcome = ({ readonly kind: 'quoted' } & AdditionPrice) | AdditionRefusal;

export type AddGoodsOutcome =
  /** They are paid, and the order's. */
  | { readonly kind: 'added'; readonly addition: AdditionView }
  /** They are held until they are paid. */
  | { readonly kind: 'waiting'; readonly addition: AdditionView }
  /** They cost something else by now. Nothing was added. */
  | { readonly kind: 'price-changed'; readonly price: AdditionPrice }
  | AdditionRefusal;

export type AdditionStepOutcome =
  | { readonly kind: 'done'; readonly addition: AdditionView }
  | { readonly kind: 'no-addition' }
  /** It does not wait any more. */
  | { readonly kind: 'not-now'; readonly state: AdditionState };

export type PayAdditionOutcome =
  | { readonly kind: 'paid' }
  /** The shopper has to confirm there. */
  | { readonly kind: 'action'; readonly url: string }
  /** The bank has not decided. */
  | { readonly kind: 'pending' }
  | { readonly kind: 'declined'; readonly reason: string }
  | { readonly kind: 'no-addition' }
  | { readonly kind: 'not-now'; readonly state: AdditionState };

/** What can be had instead of a line's pieces: variants of its product. */
export interface InsteadChoices {
  readonly lineId: string;
  readonly variants: readonly InsteadChoice[];
}

export interface InsteadChoice {
  readonly variantId: string;
  /** As the shopper reads them, `Ochre · M`; empty when the product has none. */
  readonly options: string;
  /** It is the variant that comes back. */
  readonly isSame: boolean;
  /** Pieces that can be had now. */
  readonly most: number;
  /** What a piece costs more than one that comes back was paid, below zero = less; as the channel shows prices, before promotions. */
  readonly difference: Money;
}
