import type Stripe from 'stripe';
import type { PaymentEvent } from '../payments.rules.ts';
import { fromStripe } from './stripe-amount.rules.ts';

/** What a Checkout Session, with its intent expanded, says of a payment. */
export function eventsOfSession(session: Stripe.Checkout.Session): PaymentEvent[] {
  const { status, url, payment_intent: intent } = session;
  if (status === 'expired') return [{ kind: 'declined', code: 'expired' }];
  if (status === 'open') return url === null ? [] : [{ kind: 'action', url }];
  return typeof intent === 'string' || intent === null || intent === undefined ? [] : eventsOfIntent(intent);
}

/** What a Payment Intent says. */
export function eventsOfIntent(intent: Stripe.PaymentIntent): PaymentEvent[] {
  const { id, status, currency } = intent;
  const authorised: PaymentEvent = { kind: 'authorised', amount: fromStripe(intent.amount, currency) };
  switch (status) {
    case 'requires_capture':
      return [authorised];
    case 'succeeded':
      // A promise is captured once: its own name is the capture's.
      return [
        authorised,
        { kind: 'captured', amount: fromStripe(intent.amount_received, currency), reference: id },
      ];
    case 'canceled':
      return [{ kind: 'cancelled' }];
    case 'processing':
      return [{ kind: 'pending' }];
    default:
      // On the page that Stripe shows, the shopper can still try another card.
      return [];
  }
}

/** A refund, also one made by hand at Stripe. One that failed has moved nothing. */
export function eventsOfRefund({ id, amount, currency, status }: Stripe.Refund): PaymentEvent[] {
  if (status === 'failed' || status === 'canceled') return [];
  return [{ kind: 'refunded', amount: fromStripe(amount, currency), reference: id }];
}

/** How staff recognise it. */
export function labelOf(intent: Stripe.PaymentIntent | string | null | undefined): string | undefined {
  const charge = typeof intent === 'object' ? intent?.latest_charge : undefined;
  const details = typeof charge === 'object' ? charge?.payment_method_details : undefined;
  if (!details?.card) return details?.type;
  const { brand, last4 } = details.card;
  return `${brand ? `${brand[0]!.toUpperCase()}${brand.slice(1)}` : 'Card'} ending in ${last4}`;
}
