import type { DeclineCode, PaymentStateName } from './payments.views.ts';

/** A payment as far as its money goes. Amounts in minor units. */
export interface PaymentFacts {
  readonly state: PaymentStateName;
  /** What was asked for. */
  readonly amount: number;
  readonly captured: number;
  readonly refunded: number;
  /** All refunds that were told, also before the capture they are of. */
  readonly refundsTold: number;
}

/** What a provider tells. `reference` names the single movement: told twice, it counts once. */
export type PaymentEvent =
  | { readonly kind: 'action'; readonly url: string }
  | { readonly kind: 'pending' }
  | { readonly kind: 'authorised'; readonly amount: number }
  | { readonly kind: 'declined'; readonly code: DeclineCode }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'captured'; readonly amount: number; readonly reference: string }
  | { readonly kind: 'refunded'; readonly amount: number; readonly reference: string };

export type PaymentChange =
  | { readonly kind: 'changed'; readonly payment: PaymentFacts }
  /** It is late, or told before; nothing changes. */
  | { readonly kind: 'ignored' }
  /** The provider and the shop do not mean the same sum: people must look. */
  | { readonly kind: 'wrong'; readonly problem: string };

const UNDECIDED: readonly PaymentStateName[] = ['started', 'action', 'pending'];

/**
 * What an event makes of a payment: SPEC rules PAY-1 to PAY-6. Events may come late, twice and out of order; whoever
 * calls sees to it that a movement with a reference is applied once.
 */
export function applyPaymentEvent(payment: PaymentFacts, event: PaymentEvent): PaymentChange {
  const { state, amount, captured, refundsTold } = payment;
  const undecided = UNDECIDED.includes(state);
  switch (event.kind) {
    case 'action':
    case 'pending':
      return state === 'started' || (state === 'action' && event.kind === 'pending')
        ? { kind: 'changed', payment: { ...payment, state: event.kind } }
        : { kind: 'ignored' };
    case 'declined':
      return undecided
        ? { kind: 'changed', payment: { ...payment, state: 'declined' } }
        : { kind: 'ignored' };
    case 'cancelled':
      if (captured > 0) return { kind: 'ignored' };
      return state === 'cancelled'
        ? { kind: 'ignored' }
        : { kind: 'changed', payment: { ...payment, state: 'cancelled' } };
    case 'authorised':
      if (event.amount !== amount) return wrong(`authorised ${event.amount} of a payment of ${amount}`);
      // The provider knows best: what was thought declined or given up may have gone through after all.
      return state === 'authorised'
        ? { kind: 'ignored' }
        : { kind: 'changed', payment: { ...payment, state: 'authorised' } };
    case 'captured': {
      const sum = captured + event.amount;
      if (event.amount <= 0 || sum > amount)
        return wrong(`captured ${event.amount} after ${captured} of a payment of ${amount}`);
      const refunded = Math.min(refundsTold, sum);
      return { kind: 'changed', payment: { ...payment, state: 'authorised', captured: sum, refunded } };
    }
    case 'refunded': {
      const sum = refundsTold + event.amount;
      if (event.amount <= 0 || sum > amount)
        return wrong(`refunded ${event.amount} after ${refundsTold} of a payment of ${amount}`);
      return {
        kind: 'changed',
        payment: { ...payment, refundsTold: sum, refunded: Math.min(sum, captured) },
      };
    }
  }
}

/** Whether the provider may still decide. */
export function isUndecided(state: PaymentStateName): boolean {
  return UNDECIDED.includes(state);
}

function wrong(what: string): PaymentChange {
  return { kind: 'wrong', problem: `The provider says it ${what} minor units.` };
}
