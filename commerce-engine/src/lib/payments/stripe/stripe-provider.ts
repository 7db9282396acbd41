import Stripe from 'stripe';
import type {
  PaymentProvider,
  ProviderAnswer,
  ProviderOperation,
  ProviderPayment,
} from '../payment-provider.ts';
import { toStripe } from './stripe-amount.rules.ts';
import { eventsOfIntent, eventsOfRefund, eventsOfSession, labelOf } from './stripe-events.ts';
import { PAYMENT_KEY, readStripeWebhook } from './stripe-webhook.ts';

export interface StripeOptions {
  /** `sk_…` or a restricted key `rk_…` that may write Checkout Sessions, Payment Intents and Refunds. */
  readonly secretKey: string;
  /** `whsec_…` of the endpoint `/api/payments/stripe/messages`. */
  readonly webhookSecret: string;
  /** When the money is taken. Default with the order. */
  readonly capture?: 'with-order' | 'with-shipment';
  /** ISO codes. Not those with thousandths, which Stripe rounds. Default the larger currencies of Europe and America. */
  readonly currencies?: readonly string[];
  /** What Stripe's page and receipts call the purchase, by language. */
  readonly purchase?: Readonly<Record<string, string>>;
  /** Where the API is. Default Stripe's. */
  readonly api?: { readonly protocol: 'http' | 'https'; readonly host: string; readonly port: number };
}

const CURRENCIES = ['EUR', 'GBP', 'USD', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'CAD', 'AUD', 'JPY'];
const PURCHASE = { en: 'Your order', de: 'Ihre Bestellung' };
/** Languages of Stripe's page beside `auto`, as far as shops here speak them. */
const LANGUAGES = [
  'de',
  'en',
  'fr',
  'es',
  'it',
  'nl',
  'da',
  'sv',
  'nb',
  'fi',
  'pl',
  'cs',
  'pt',
  'ja',
] as const;

/**
 * Cards and wallets by Stripe: the shopper pays on Stripe's own page (Checkout Sessions) and comes back, so that no card
 * number reaches the shop and nothing of it needs JavaScript. Money is promised first and taken afterwards; ways to pay that
 * cannot do so are not shown by Stripe. Set Stripe's endpoint to `/api/payments/stripe/messages` with
 * the events `checkout.session.*`, `payment_intent.*` and `refund.*`.
 */
export function stripeProvider(options: StripeOptions): PaymentProvider {
  const { secretKey, webhookSecret, capture = 'with-order', currencies = CURRENCIES, api } = options;
  const purchase: Readonly<Record<string, string>> = options.purchase ?? PURCHASE;
  const stripe = new Stripe(secretKey, {
    telemetry: false,
    timeout: 20_000,
    maxNetworkRetries: 1,
    ...(api && { protocol: api.protocol, host: api.host, port: api.port }),
  });

  const session = (id: string) =>
    stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] });

  /** The same payment has the same session, however often it is asked for: its id is the key. */
  function open(payment: ProviderPayment): Promise<Stripe.Checkout.Session> {
    const { id, amount, currency, locale, returnUrl } = payment;
    if (returnUrl === undefined) throw new Error(`Payment "${id}" has no address to come back to.`);
    const language = locale.slice(0, 2);
    const metadata = { [PAYMENT_KEY]: id };
    return stripe.checkout.sessions.create(
      {
        mode: 'payment',
        client_reference_id: id,
        metadata,
        success_url: returnUrl,
        cancel_url: returnUrl,
        locale: LANGUAGES.find((each) => each === language) ?? 'auto',
        payment_intent_data: { capture_method: 'manual', metadata },
        line_items: [
          {
            quantity: 1,
            price_data: {
              currency: currency.toLowerCase(),
              unit_amount: toStripe(amount, currency),
              product_data: { name: purchase[language] ?? purchase.en ?? PURCHASE.en },
            },
          },
        ],
      },
      { idempotencyKey: `start-${id}` },
    );
  }

  async function status(payment: ProviderPayment): Promise<ProviderAnswer> {
    const id = payment.reference ?? (await open(payment)).id;
    return told(await session(id));
  }

  async function operate(payment: ProviderPayment, operation: ProviderOperation): Promise<ProviderAnswer> {
    const { kind, id: idempotencyKey } = operation;
    const before = await session(payment.reference ?? (await open(payment)).id);
    const amount = toStripe(operation.amount, payment.currency);
    const { payment_intent: intent } = before;
    if (kind === 'cancel' && before.status === 'open') {
      await stripe.checkout.sessions.expire(before.id, {}, { idempotencyKey });
      return { kind: 'told', reference: before.id, events: [{ kind: 'cancelled' }] };
    }
    if (kind === 'cancel' && before.status === 'expired')
      return { kind: 'told', reference: before.id, events: [{ kind: 'cancelled' }] };
    if (typeof intent === 'string' || !intent)
      return { kind: 'unknown', problem: `Stripe has no payment in "${before.id}" yet.` };
    if (kind === 'refund') {
      const metadata = { [PAYMENT_KEY]: payment.id };
      const refund = await stripe.refunds.create(
        { payment_intent: intent.id, amount, metadata },
        { idempotencyKey },
      );
      if (refund.status === 'failed' || refund.status === 'canceled')
        return {
          kind: 'unknown',
          problem: `Stripe could not refund: ${refund.failure_reason ?? 'no reason'}.`,
        };
      return { kind: 'told', events: [...eventsOfIntent(intent), ...eventsOfRefund(refund)] };
    }
    if (intent.status !== 'requires_capture') return told(before);
    const after =
      kind === 'capture'
        ? await stripe.paymentIntents.capture(intent.id, { amount_to_capture: amount }, { idempotencyKey })
        : await stripe.paymentIntents.cancel(intent.id, {}, { idempotencyKey });
    return { kind: 'told', events: eventsOfIntent(after) };
  }

  return {
    id: 'stripe',
    capture,
    methods: [
      {
        method: 'card',
        name: { en: 'Card or wallet', de: 'Karte oder Wallet' },
        hint: {
          en: 'You pay on the page of our bank, Stripe, and come back here.',
          de: 'Sie bezahlen auf der Seite unserer Bank Stripe und kommen hierher zurück.',
        },
        currencies,
      },
    ],
    async start(payment) {
      try {
        return told(await open(payment));
      } catch (error) {
        // It was understood and refused, so nothing was begun; everything else is asked again.
        if (error instanceof Stripe.errors.StripeInvalidRequestError)
          return { kind: 'told', events: [{ kind: 'declined', code: 'unavailable' }] };
        throw error;
      }
    },
    status,
    operate,
    readWebhook: (request) => readStripeWebhook({ stripe, webhookSecret, session }, request),
  };
}

function told(session: Stripe.Checkout.Session): ProviderAnswer {
  const label = labelOf(session.payment_intent);
  return {
    kind: 'told',
    reference: session.id,
    ...(label !== undefined && { label }),
    events: eventsOfSession(session),
  };
}
