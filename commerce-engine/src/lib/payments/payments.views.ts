import type { Money } from '../money/money.rules.ts';

/**
 * - `started`: the provider is being asked, or its answer was lost.
 * - `action`: the shopper has to do something, for example confirm at the bank.
 * - `pending`: the provider will tell later.
 * - `authorised`: the money is promised; captured and refunded amounts tell the rest.
 * - `declined`, `cancelled`: nothing is promised (any more).
 */
export type PaymentStateName = 'started' | 'action' | 'pending' | 'authorised' | 'declined' | 'cancelled';

export interface PaymentView {
  readonly id: string;
  readonly provider: string;
  readonly method: string;
  readonly state: PaymentStateName;
  readonly amount: Money;
  readonly captured: Money;
  readonly refunded: Money;
  /** How a shopper or member of staff recognises it, for example `Visa ending in 4242`. */
  readonly label?: string;
  /** Why it was declined; a code of ours, the same for all providers. */
  readonly declined?: DeclineCode;
  readonly startedAt: string;
}

export type DeclineCode =
  | 'declined'
  | 'insufficient-funds'
  | 'expired'
  | 'authentication-failed'
  | 'unavailable';

/** Money that people must look after: SPEC rules PAY-4 and PAY-6. */
export interface PaymentTrouble {
  readonly paymentId: string;
  readonly orderId: string;
  readonly amount: Money;
  /** A sentence. */
  readonly problem: string;
  readonly at: string;
}

/** A way to pay that shoppers can choose. */
export interface PaymentMethodView {
  readonly provider: string;
  readonly method: string;
  readonly name: string;
  /** A sentence below the name. */
  readonly hint?: string;
  /** What the shopper's browser must send along, for example a token of the provider's own form; absent = nothing. */
  readonly choices?: readonly { readonly token: string; readonly name: string }[];
}
