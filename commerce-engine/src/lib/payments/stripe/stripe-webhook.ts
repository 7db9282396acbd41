import type Stripe from 'stripe';
import type { ProviderMessage, WebhookReading } from '../payment-provider.ts';
import { eventsOfIntent, eventsOfRefund, eventsOfSession, labelOf } from './stripe-events.ts';

/** Where Stripe keeps our name of a payment. */
export const PAYMENT_KEY = 'vitrine_payment';

export interface StripeDesk {
  readonly stripe: Stripe;
  /** `whsec_…` of the endpoint. */
  readonly webhookSecret: string;
  readonly session: (id: string) => Promise<Stripe.Checkout.Session>;
}

/** Reads what Stripe sends by itself. What it does not concern is taken and forgotten. */
export async function readStripeWebhook(
  { stripe, webhookSecret, session }: StripeDesk,
  { headers, body, now }: { readonly headers: Headers; readonly body: string; readonly now: Date },
): Promise<WebhookReading> {
  const signature = headers.get('stripe-signature') ?? '';
  let event: Stripe.Event;
  try {
    event = await stripe.webhooks.constructEventAsync(
      body,
      signature,
      webhookSecret,
      undefined,
      undefined,
      now.getTime(),
    );
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { kind: 'refused', problem: 'The signature is not Stripe’s, or the message is too old.' };
  }
  const message = await messageOf({ stripe, session }, event);
  return { kind: 'read', messages: message && isOurs(message.paymentId) ? [message] : [] };
}

async function messageOf(
  { stripe, session }: Pick<StripeDesk, 'stripe' | 'session'>,
  event: Stripe.Event,
): Promise<ProviderMessage | undefined> {
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
    case 'checkout.session.async_payment_failed':
    case 'checkout.session.expired': {
      const now = await session(event.data.object.id);
      const label = labelOf(now.payment_intent);
      const isFailed = event.type === 'checkout.session.async_payment_failed';
      return {
        eventId: event.id,
        paymentId: now.client_reference_id ?? '',
        reference: now.id,
        ...(label !== undefined && { label }),
        events: isFailed ? [{ kind: 'declined', code: 'declined' }] : eventsOfSession(now),
      };
    }
    case 'payment_intent.amount_capturable_updated':
    case 'payment_intent.succeeded':
    case 'payment_intent.canceled': {
      const intent = event.data.object;
      const paymentId = intent.metadata[PAYMENT_KEY] ?? '';
      return { eventId: event.id, paymentId, events: eventsOfIntent(intent) };
    }
    case 'refund.created':
    case 'refund.updated': {
      const refund = event.data.object;
      const paymentId = refund.metadata?.[PAYMENT_KEY] ?? (await paymentOf(stripe, refund.payment_intent));
      return { eventId: event.id, paymentId, events: eventsOfRefund(refund) };
    }
    default:
      return undefined;
  }
}

/** A refund that was made by hand at Stripe names only its intent. */
async function paymentOf(stripe: Stripe, intent: Stripe.Refund['payment_intent']): Promise<string> {
  if (intent === null) return '';
  const known = typeof intent === 'string' ? await stripe.paymentIntents.retrieve(intent) : intent;
  return known.metadata[PAYMENT_KEY] ?? '';
}

/** The account may serve others than this shop. */
function isOurs(paymentId: string): boolean {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(paymentId);
}
