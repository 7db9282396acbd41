import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

// Written from Stripe's public reference alone: Checkout Sessions, Payment Intents, Refunds, idempotent requests, signatures.
// https://docs.stripe.com/api

/** A server that answers as Stripe does, as far as a shop asks it. */
export interface StripeDouble {
  readonly api: { readonly protocol: 'http'; readonly host: string; readonly port: number };
  /** Every request it understood, `POST /v1/refunds`. */
  readonly asked: string[];
  /** Keys of requests that changed something: as many as there were effects. */
  readonly effects: string[];
  /** Answers to these paths are lost, though they are done; each once. */
  readonly lose: string[];
  /** Answers this error to the next request that would change something. */
  refuse: { readonly status: number; readonly type: string } | undefined;
  /** The shopper pays, or leaves and lets the time run out. */
  finish(sessionId: string, how: 'pays' | 'expires'): void;
  /** Somebody refunds by hand in Stripe's dashboard. */
  refundByHand(sessionId: string, amount: number): void;
  /** What happened since the last call, signed as Stripe signs it. */
  messages(secret: string, at: Date): { readonly headers: Headers; readonly body: string }[];
  intentOf(sessionId: string): Intent;
  session(paymentId: string): Session;
  close(): Promise<void>;
}

interface Session {
  readonly object: 'checkout.session';
  readonly id: string;
  status: 'open' | 'complete' | 'expired';
  url: string | null;
  readonly client_reference_id: string;
  readonly success_url: string;
  readonly locale: string;
  payment_intent: string | null;
  readonly created: number;
  readonly total: { readonly amount: number; readonly currency: string };
  readonly metadata: Record<string, string>;
}

interface Intent {
  readonly object: 'payment_intent';
  readonly id: string;
  readonly amount: number;
  amount_received: number;
  readonly currency: string;
  status: 'requires_capture' | 'succeeded' | 'canceled';
  readonly metadata: Record<string, string>;
  readonly latest_charge: unknown;
  refunded: number;
}

type Form = ReadonlyMap<string, string>;

export async function openStripeDouble(secretKey: string): Promise<StripeDouble> {
  const sessions = new Map<string, Session>();
  const intents = new Map<string, Intent>();
  const answered = new Map<string, { readonly form: string; readonly body: unknown }>();
  let events: { type: string; object: unknown }[] = [];
  let made = 0;
  function nextId(prefix: string): string {
    made += 1;
    return `${prefix}_double_${made}`;
  }
  const tell = (type: string, object: object) => events.push({ type, object: { ...object } });

  function createSession(form: Form): Session {
    const item = 'line_items[0][price_data]';
    const session: Session = {
      object: 'checkout.session',
      id: nextId('cs'),
      status: 'open',
      url: 'https://checkout.stripe.example/pay',
      client_reference_id: form.get('client_reference_id')!,
      success_url: form.get('success_url')!,
      locale: form.get('locale')!,
      payment_intent: null,
      created: 1,
      total: {
        amount: Number(form.get(`${item}[unit_amount]`)) * Number(form.get('line_items[0][quantity]')),
        currency: form.get(`${item}[currency]`)!,
      },
      metadata: { vitrine_payment: form.get('payment_intent_data[metadata][vitrine_payment]')! },
    };
    if (form.get('payment_intent_data[capture_method]') !== 'manual') throw new Refusal(400);
    sessions.set(session.id, session);
    return session;
  }

  function capture(intent: Intent, form: Form): Intent {
    const amount = Number(form.get('amount_to_capture') ?? intent.amount);
    if (intent.status !== 'requires_capture' || amount > intent.amount) throw new Refusal(400);
    intent.status = 'succeeded';
    intent.amount_received = amount;
    tell('payment_intent.succeeded', intent);
    return intent;
  }

  function cancel(intent: Intent): Intent {
    if (intent.status !== 'requires_capture') throw new Refusal(400);
    intent.status = 'canceled';
    tell('payment_intent.canceled', intent);
    return intent;
  }

  function refund(intent: Intent, amount: number, metadata: Record<string, string>) {
    if (amount > intent.amount_received - intent.refunded) throw new Refusal(400);
    intent.refunded += amount;
    const made = {
      object: 'refund',
      id: nextId('re'),
      amount,
      currency: intent.currency,
      status: 'succeeded',
      payment_intent: intent.id,
      metadata,
    };
    tell('refund.created', made);
    return made;
  }

  function expire(session: Session): Session {
    if (session.status !== 'open') throw new Refusal(400);
    session.status = 'expired';
    session.url = null;
    tell('checkout.session.expired', session);
    return session;
  }

  function answer(method: string, path: string, form: Form): unknown {
    const [, , resource = '', second = '', third = '', fourth = ''] = path.split('/');
    const intent = resource === 'payment_intents' ? intents.get(second) : undefined;
    if (method === 'GET' && intent) return intent;
    if (method === 'GET' && second === 'sessions') return expanded(found(sessions.get(third)));
    if (method === 'POST' && path === '/v1/checkout/sessions') return createSession(form);
    if (method === 'POST' && fourth === 'expire') return expire(found(sessions.get(third)));
    if (method === 'POST' && intent && third === 'capture') return capture(intent, form);
    if (method === 'POST' && intent && third === 'cancel') return cancel(intent);
    if (method === 'POST' && path === '/v1/refunds')
      return refund(found(intents.get(form.get('payment_intent')!)), Number(form.get('amount')), {
        vitrine_payment: form.get('metadata[vitrine_payment]')!,
      });
    throw new Refusal(404);
  }

  function expanded(session: Session): object {
    return { ...session, payment_intent: intents.get(session.payment_intent ?? '') ?? null };
  }

  function deliver(response: ServerResponse, path: string, body: unknown): void {
    const lost = double.lose.indexOf(path);
    if (lost < 0) {
      send(response, 200, body);
      return;
    }
    double.lose.splice(lost, 1);
    response.destroy();
  }

  const server = createServer((request, response) => {
    void bodyOf(request).then((text) => {
      const path = request.url!.split('?')[0]!;
      const key = request.headers['idempotency-key'];
      if (request.headers.authorization !== `Bearer ${secretKey}`) return refuse(response, 401, 'auth');
      double.asked.push(`${request.method} ${path}`);
      const before = typeof key === 'string' ? answered.get(key) : undefined;
      if (before && before.form !== text) return refuse(response, 400, 'idempotency_error');
      if (before) return deliver(response, path, before.body);
      if (request.method === 'POST' && double.refuse) {
        const { status, type } = double.refuse;
        double.refuse = undefined;
        return refuse(response, status, type);
      }
      try {
        const body = answer(request.method!, path, new Map(new URLSearchParams(text)));
        if (typeof key === 'string') {
          answered.set(key, { form: text, body: structuredClone(body) });
          double.effects.push(key);
        }
        deliver(response, path, body);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refuse(response, error.status, 'invalid_request_error');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const double: StripeDouble = {
    api: { protocol: 'http', host: '127.0.0.1', port: (server.address() as AddressInfo).port },
    asked: [],
    effects: [],
    lose: [],
    refuse: undefined,
    finish(sessionId, how) {
      const session = found(sessions.get(sessionId));
      if (how === 'expires') return void expire(session);
      const { amount, currency } = session.total;
      const intent: Intent = {
        object: 'payment_intent',
        id: nextId('pi'),
        amount,
        amount_received: 0,
        currency,
        status: 'requires_capture',
        metadata: session.metadata,
        latest_charge: {
          object: 'charge',
          id: nextId('ch'),
          payment_method_details: { type: 'card', card: { brand: 'visa', last4: '4242' } },
        },
        refunded: 0,
      };
      intents.set(intent.id, intent);
      Object.assign(session, { status: 'complete', url: null, payment_intent: intent.id });
      tell('payment_intent.amount_capturable_updated', intent);
      tell('checkout.session.completed', session);
    },
    refundByHand: (sessionId, amount) => void refund(double.intentOf(sessionId), amount, {}),
    messages(secret, at) {
      const told = events;
      events = [];
      return told.map(({ type, object }) => {
        const body = JSON.stringify({ object: 'event', id: nextId('evt'), type, data: { object } });
        const stamp = Math.floor(at.getTime() / 1000);
        const signature = createHmac('sha256', secret).update(`${stamp}.${body}`).digest('hex');
        return { headers: new Headers({ 'stripe-signature': `t=${stamp},v1=${signature}` }), body };
      });
    },
    intentOf: (sessionId) => found(intents.get(sessions.get(sessionId)?.payment_intent ?? '')),
    session: (paymentId) =>
      found([...sessions.values()].find((each) => each.client_reference_id === paymentId)),
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return double;
}

class Refusal extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`refused with ${status}`);
    this.status = status;
  }
}

function found<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Refusal(404);
  return thing;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request.setEncoding('utf8')) body += part;
  return body;
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function refuse(response: ServerResponse, status: number, type: string): void {
  send(response, status, { error: { type, message: `refused as ${type}` } });
}
