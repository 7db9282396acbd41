import type { DeclineCode, PaymentStateName } from './payments.views.ts';

export interface PaymentsTables {
  payments_payment: {
    id: string;
    /** `checkout:<id>`: whose row is locked before this one. */
    owner: string;
    order_id: string | null;
    provider: string;
    method: string;
    state: PaymentStateName;
    amount: number;
    captured: number;
    refunded: number;
    currency: string;
    locale: string;
    /** The provider's own name of it. */
    reference: string | null;
    token: string | null;
    return_url: string | null;
    action_url: string | null;
    label: string | null;
    declined: DeclineCode | null;
    /** What people must look at. */
    problem: string | null;
    started_at: Date;
    /** When the provider was asked last. */
    asked_at: Date;
  };
  /** Append-only: money as it was promised and moved. */
  payments_entry: {
    id: string;
    payment_id: string;
    kind: 'authorised' | 'captured' | 'refunded' | 'cancelled';
    amount: number;
    reference: string;
    at: Date;
  };
  /** What the provider is to do, written with the decision; done once, however often it is tried. */
  payments_operation: {
    id: string;
    payment_id: string;
    kind: 'capture' | 'cancel' | 'refund';
    amount: number;
    /** The provider that gives it back, when it is not the payment's own, and whom to. */
    via: string | null;
    via_to: string | null;
    state: 'due' | 'done' | 'failed';
    reason: string;
    problem: string | null;
    tries: number;
    made_at: Date;
    due_at: Date;
  };
  /** Events of providers that were taken. */
  payments_inbox: {
    provider: string;
    event_id: string;
    payment_id: string;
    at: Date;
  };
}
