import { describeOnEachEngine } from '@vitrine/database/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PayOutcome } from '../../checkout/checkout.views.ts';
import { examineShop } from '../../doctor/examine.ts';
import { type CommerceEngine, createEngine } from '../../engine.ts';
import { commerceMigrations } from '../../migrations/commerce-migrations.ts';
import type { OrderView } from '../../orders/orders.views.ts';
import { openPayingShop, type PayingShop } from '../../testing/paying-shop.ts';
import { fromStripe, toStripe } from './stripe-amount.rules.ts';
import { stripeProvider } from './stripe-provider.ts';
import { openStripeDouble, type StripeDouble } from './testing/stripe-double.ts';

const secretKey = 'sk_test_double';
const webhookSecret = 'whsec_double';

describeOnEachEngine('paying by Stripe', { migrations: [commerceMigrations] }, (database) => {
  let shop: PayingShop;
  let stripe: StripeDouble;
  let engine: CommerceEngine;

  beforeAll(async () => {
    shop = await openPayingShop(database());
    stripe = await openStripeDouble(secretKey);
    engine = createEngine({
      database: database(),
      clock: () => shop.now,
      secret: 'a secret for tests, 32 letters long',
      paymentProviders: [stripeProvider({ secretKey, webhookSecret, api: stripe.api })],
    });
  });
  afterAll(() => stripe.close());

  /** A purchase up to Stripe's page: 24.90. */
  async function begin() {
    const checkout = await shop.ready([{ variantId: await shop.product(5, 1000), quantity: 2 }]);
    const outcome = await engine.checkout.pay(shop.asGuest(), shop.de, {
      cartId: checkout.cartId,
      checkoutId: checkout.id,
      seen: checkout.seen,
      provider: 'stripe',
      method: 'card',
      returnUrl: 'https://shop.example/checkout/back',
    });
    return { checkout, outcome };
  }
  async function begun() {
    const { checkout, outcome } = await begin();
    expect(outcome).toEqual({ kind: 'action', url: 'https://checkout.stripe.example/pay' });
    const [payment] = await engine.payments.find(database(), { owner: `checkout:${checkout.id}` });
    const ids = { cartId: checkout.cartId, checkoutId: checkout.id };
    return {
      session: stripe.session(payment!.id),
      paymentId: payment!.id,
      comeBack: () => engine.checkout.comeBack(shop.de, ids),
    };
  }
  async function deliver() {
    for (const message of stripe.messages(webhookSecret, shop.now))
      expect(await engine.payments.receive('stripe', message)).toEqual({ kind: 'taken' });
  }
  async function orderOf(outcome: PayOutcome): Promise<OrderView> {
    if (outcome.kind !== 'placed') throw new Error(`Expected an order, got ${outcome.kind}`);
    return (await engine.orders.open(outcome.order.id, outcome.order.key))!;
  }
  const sound = async () => expect(await examineShop(database())).toEqual([]);

  it('[PAY-1] the shopper pays on the page of Stripe and comes back to an order; the money is taken', async () => {
    const { session, paymentId, comeBack } = await begun();
    expect(session).toMatchObject({
      locale: 'de',
      success_url: 'https://shop.example/checkout/back',
      total: { amount: 2490, currency: 'eur' },
    });
    expect(await comeBack()).toMatchObject({ kind: 'action' });
    stripe.finish(session.id, 'pays');
    const order = await orderOf(await comeBack());
    expect(order).toMatchObject({
      paid: { amount: 2490 },
      payments: [{ id: paymentId, label: 'Visa ending in 4242', captured: { amount: 2490 } }],
    });
    await deliver();
    await deliver();
    expect(await orderOf(await comeBack())).toMatchObject({ id: order.id, paid: { amount: 2490 } });
    expect(stripe.intentOf(session.id)).toMatchObject({ status: 'succeeded', amount_received: 2490 });
    await sound();
  });

  it('[CHECK-10] [PAY-7] the browser never comes back: the message makes the order, twice told is one', async () => {
    const { session, comeBack } = await begun();
    stripe.finish(session.id, 'pays');
    const messages = stripe.messages(webhookSecret, shop.now);
    for (const message of [...messages, ...messages]) await engine.payments.receive('stripe', message);
    await deliver();
    expect(await orderOf(await comeBack())).toMatchObject({ paid: { amount: 2490 } });
    await sound();
  });

  it('[PAY-7] messages that are not from Stripe, or old, are refused', async () => {
    const { session } = await begun();
    stripe.finish(session.id, 'pays');
    const old = new Date(shop.now.getTime() - 10 * 60_000);
    const [late] = stripe.messages(webhookSecret, old);
    stripe.finish((await begun()).session.id, 'pays');
    const [forged] = stripe.messages('whsec_somebody', shop.now);
    for (const message of [late!, forged!, { headers: new Headers(), body: '{}' }])
      expect(await engine.payments.receive('stripe', message)).toMatchObject({ kind: 'refused' });
  });

  it('[CHECK-8] [CHECK-13] who lets the time run out may try again, and what is given up is given up at Stripe', async () => {
    const first = await begun();
    stripe.finish(first.session.id, 'expires');
    expect(await first.comeBack()).toMatchObject({ kind: 'declined', reason: 'expired' });
    const second = await begun();
    const before = shop.now;
    shop.now = new Date(before.getTime() + 21 * 60_000);
    await engine.checkout.resume();
    expect(stripe.session(second.paymentId)).toMatchObject({ status: 'expired' });
    shop.now = before;
    await deliver();
    await sound();
  });

  it('[CHECK-11] lost answers are asked for again, and nothing happens twice', async () => {
    stripe.lose.push('/v1/checkout/sessions', '/v1/checkout/sessions');
    const { checkout, outcome } = await begin();
    expect(outcome).toEqual({ kind: 'pending' });
    const [payment] = await engine.payments.find(database(), { owner: `checkout:${checkout.id}` });
    const session = stripe.session(payment!.id);
    stripe.finish(session.id, 'pays');
    const intent = stripe.intentOf(session.id);
    stripe.lose.push(`/v1/payment_intents/${intent.id}/capture`, `/v1/payment_intents/${intent.id}/capture`);
    const ids = { cartId: checkout.cartId, checkoutId: checkout.id };
    await engine.checkout.comeBack(shop.de, ids);
    shop.now = new Date(shop.now.getTime() + 5 * 60_000);
    await engine.checkout.resume();
    const order = await orderOf(await engine.checkout.comeBack(shop.de, ids));
    expect(order).toMatchObject({ paid: { amount: 2490 } });
    stripe.lose.push('/v1/refunds', '/v1/refunds');
    await engine.orders.cancel(shop.command(), { orderId: order.id, reason: 'changed their mind' });
    shop.now = new Date(shop.now.getTime() + 5 * 60_000);
    await engine.checkout.resume();
    await deliver();
    expect(intent).toMatchObject({ amount_received: 2490, refunded: 2490 });
    expect(new Set(stripe.effects).size).toBe(stripe.effects.length);
    await sound();
  });

  it('[PAY-2] a refund made by hand at Stripe stands in the order', async () => {
    const { session, comeBack } = await begun();
    stripe.finish(session.id, 'pays');
    const order = await orderOf(await comeBack());
    stripe.refundByHand(session.id, 500);
    await deliver();
    expect(await engine.orders.open(order.id, engine.orders.keyOf(order.id))).toMatchObject({
      paid: { amount: 2490 },
      refunded: { amount: 500 },
    });
    await sound();
  });

  it('[PAY-1] what Stripe understands and refuses is declined; what it does not answer is waited for', async () => {
    stripe.refuse = { status: 400, type: 'invalid_request_error' };
    expect((await begin()).outcome).toMatchObject({ kind: 'declined', reason: 'unavailable' });
    stripe.refuse = { status: 401, type: 'authentication_error' };
    expect((await begin()).outcome).toEqual({ kind: 'pending' });
  });

  it('[PAY-8] amounts are counted as Stripe counts them', () => {
    expect(['EUR', 'JPY', 'ISK'].map((currency) => toStripe(1290, currency))).toEqual([1290, 1290, 129_000]);
    expect(['eur', 'jpy', 'isk'].map((currency) => fromStripe(1200, currency))).toEqual([1200, 1200, 12]);
    expect(() => fromStripe(1250, 'isk')).toThrow('no smaller unit');
  });
});
