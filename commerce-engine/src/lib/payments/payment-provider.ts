import type { PaymentEvent } from './payments.rules.ts';

/** What a provider is told of a payment. Nothing about the cart but its sum leaves the shop. */
export interface ProviderPayment {
  /** Ours; also the provider's idempotency key for starting it. */
  readonly id: string;
  readonly method: string;
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
  /** The provider's own name of it, once it has given one. */
  readonly reference?: string;
  /** What the browser got from the provider's form. Never a card number. */
  readonly token?: string;
  /** Where the shopper comes back to after an action elsewhere. Absolute. */
  readonly returnUrl?: string;
  readonly locale: string;
}

/** Something to be done with a payment, once. */
export interface ProviderOperation {
  /** Ours; the provider's idempotency key. */
  readonly id: string;
  readonly kind: 'capture' | 'cancel' | 'refund';
  /** Minor units. */
  readonly amount: number;
  /** Whom money of another provider's payment is given to. Only where a refund goes another way than the money came. */
  readonly to?: string;
}

/** What came of asking the provider. `unknown` = no answer; it is asked again, under the same key. */
export type ProviderAnswer =
  | {
      readonly kind: 'told';
      readonly reference?: string;
      readonly label?: string;
      readonly events: readonly PaymentEvent[];
    }
  | { readonly kind: 'unknown'; readonly problem: string };

export interface ProviderMessage {
  /** The provider's own id of the event: the same event is taken once. */
  readonly eventId: string;
  readonly paymentId: string;
  readonly reference?: string;
  readonly events: readonly PaymentEvent[];
}

export type WebhookReading =
  | { readonly kind: 'read'; readonly messages: readonly ProviderMessage[] }
  /** Not from the provider, too old, or unreadable. */
  | { readonly kind: 'refused'; readonly problem: string };

export interface ProviderMethod {
  readonly method: string;
  readonly name: Readonly<Record<string, string>>;
  readonly hint?: Readonly<Record<string, string>>;
  readonly currencies?: readonly string[];
  readonly choices?: readonly { readonly token: string; readonly name: Readonly<Record<string, string>> }[];
}

/**
 * Someone who moves money. Every call may be made again with the same id and must then have the same effect; a call may
 * throw or give no answer. Calls are made outside of transactions.
 */
export interface PaymentProvider {
  readonly id: string;
  readonly methods: readonly ProviderMethod[];
  /** When the money is taken: with the order, when the first goods leave, or when staff say that it came. */
  readonly capture: 'with-order' | 'with-shipment' | 'by-staff';
  /** Days after which an order nobody has paid is cancelled. Absent = never. */
  readonly patience?: number;
  start(payment: ProviderPayment): Promise<ProviderAnswer>;
  operate(payment: ProviderPayment, operation: ProviderOperation): Promise<ProviderAnswer>;
  /** How it stands, for payments whose answer was lost. */
  status(payment: ProviderPayment): Promise<ProviderAnswer>;
  /** Reads what the provider sends by itself, and checks that it is from the provider. */
  readWebhook?(request: {
    readonly headers: Headers;
    readonly body: string;
    readonly now: Date;
  }): Promise<WebhookReading>;
}
