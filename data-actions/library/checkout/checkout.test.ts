import { commerceMigrations, createLocalClient } from '@vitrine/commerce-engine';
import { openPayingShop, type PayingShop } from '@vitrine/commerce-engine/testing';
import { createMemoryPageStore } from '@vitrine/content/server';
import { type AnyMutation, type InputOf, need, type OutputOf, type TypedForm } from '@vitrine/data-actions';
import { createActionEngine, createTagVersions } from '@vitrine/data-actions/server';
import { openTestDatabase } from '@vitrine/database/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  comeBack,
  getCheckout,
  getOrder,
  getOrderLookedUp,
  lookUpOrder,
  payCheckout,
  reopenCheckout,
  updateCheckout,
} from '../index.ts';
import { answers } from '../server.ts';

const shared = {
  channel: 'online',
  locale: 'en',
  currency: 'EUR',
  customerGroup: 'anyone',
  audience: 'everyone',
};

let shop: PayingShop;
let close: () => Promise<void>;
let engine: ReturnType<typeof createActionEngine>;

beforeAll(async () => {
  const database = await openTestDatabase({ migrations: [commerceMigrations] });
  close = () => database.close();
  shop = await openPayingShop(database);
  engine = createActionEngine({
    handlers: answers({
      commerce: createLocalClient(shop.engine),
      pages: createMemoryPageStore(),
      pickupTimes: async ({ storeId }) => [{ startsAt: `${storeId} at ten`, endsAt: 'half past ten' }],
    }),
    tags: createTagVersions(),
  });
});
afterAll(() => close());

const filled = {
  'contact.email': 'ada@example.com',
  'contact.name': 'Ada Lovelace',
  'address.street': 'Hafenstraße 1',
  'address.postalCode': '24103',
  'address.city': 'Kiel',
  'address.country': 'DE',
  'billing.differs': 'no',
  'delivery.methodId': 'parcel',
  payment: 'simulator|card|sim-approve',
  terms: ['no', 'yes'],
  'page.order': '/de/order',
  'page.back': '/de/checkout/back',
};

/** A shopper with one thing in the cart. */
async function shopper() {
  const cartId = crypto.randomUUID();
  const variantId = await shop.product(9);
  await shop.engine.cart.addLine(shop.asGuest(), shop.en, { cartId, variantId, quantity: 1 });
  const scopeOf = (form?: TypedForm) =>
    engine.openScope({
      shared,
      private: { customerId: undefined, sessionId: undefined, cartId, ...(form && { form }) },
    });
  const page = async (form?: TypedForm) => {
    const { results } = await scopeOf(form).runPlan(
      { page: need(getCheckout, {}) },
      { hole: true, critical: true },
    );
    return results.page?.value as unknown as OutputOf<typeof getCheckout>;
  };
  /** How the payment of a checkout stands, for whoever has this cart. */
  const stands = async (checkout: string) => {
    const plan = { it: need(comeBack, { checkout }) };
    const { results } = await scopeOf().runPlan(plan, { hole: true, critical: true });
    return results.it?.value as unknown;
  };
  async function send<M extends AnyMutation>(mutation: M, fields: object, key?: string) {
    const options = { origin: 'https://shop.example', ...(key && { idempotencyKey: key }) };
    const done = await engine.mutate(mutation.id, fields, scopeOf(), options);
    if (done.kind !== 'done') throw new Error(JSON.stringify(done));
    const input = done.input as InputOf<M>;
    const answer = mutation.form?.(done.outcome, { input, from: '/de/kasse', locale: 'de' });
    return { outcome: done.outcome as OutputOf<M>, answer };
  }
  /** What the page the shopper looks at sends along. */
  const seen = async () => {
    const { checkout, key } = (await page())!;
    return { checkoutId: checkout.id, seen: checkout.seen, _key: key };
  };
  return { cartId, variantId, page, send, seen, stands };
}

async function ask(plan: Parameters<ReturnType<typeof engine.openScope>['runPlan']>[0], form?: TypedForm) {
  const own = { customerId: undefined, sessionId: undefined, cartId: undefined, ...(form && { form }) };
  const { results } = await engine
    .openScope({ shared, private: own })
    .runPlan(plan, { hole: true, critical: true });
  return results.it?.value as unknown;
}

test('[DA-90] filling in goes in any order, and with an address a way of delivery is chosen', async () => {
  const { page, send } = await shopper();
  expect((await page())?.checkout.missing).toEqual(['contact', 'address', 'delivery', 'terms']);
  const { 'delivery.methodId': _, ...rest } = filled;
  await send(updateCheckout, rest);
  expect((await page())?.checkout).toMatchObject({
    missing: [],
    delivery: { methodId: 'parcel' },
    contact: { email: 'ada@example.com', name: 'Ada Lovelace' },
    address: { name: 'Ada Lovelace', street: 'Hafenstraße 1' },
    total: { amount: 1490 },
  });
});

test('[DA-91] what cannot be used is named by field and costs only itself; what was typed comes back', async () => {
  const { page, send } = await shopper();
  const wrong = { ...filled, 'contact.email': 'ada', 'address.city': ' ', note: 'x'.repeat(1001) };
  const { outcome, answer } = await send(updateCheckout, wrong);
  expect(outcome).toMatchObject({
    kind: 'filled',
    problems: { 'contact.email': 'bad', 'address.city': 'missing', note: 'long' },
    checkout: { contact: { name: 'Ada Lovelace' }, terms: true },
  });
  expect(answer?.location).toBe('/de/kasse#field-contact-email');
  const values = { 'contact.email': 'ada', 'address.city': '' };
  const again = await page({ mutation: updateCheckout.id, values, problems: answer!.again!.problems });
  expect(again).toMatchObject({ typed: values, first: 'contact.email' });
  expect(await page({ mutation: 'cart.add', values, problems: {} })).toMatchObject({
    typed: {},
    problems: {},
  });
});

test('[DA-91] an empty form is no mistake until somebody wants to pay', async () => {
  const { send, seen } = await shopper();
  const empty = { 'contact.email': '', 'address.street': '', 'address.city': '', terms: 'no' };
  expect((await send(updateCheckout, empty)).outcome).toMatchObject({ kind: 'filled', problems: {} });
  const { outcome, answer } = await send(payCheckout, { ...empty, ...(await seen()) });
  expect(outcome).toEqual({
    kind: 'problems',
    problems: {
      'contact.email': 'missing',
      'contact.name': 'missing',
      'address.street': 'missing',
      'address.postalCode': 'missing',
      'address.city': 'missing',
      terms: 'missing',
      payment: 'missing',
    },
  });
  expect(answer?.notice?.text).toContain('Was fehlt, ist unten markiert.');
});

test('[DA-90] for what comes by e-mail alone that way is chosen without an address, and it is paid', async () => {
  const { page, send, seen } = await shopper();
  const before = (await page())!.checkout.cart.lines[0]!;
  await shop.engine.delivery.importDeliveryMethods(shop.command(), [
    {
      id: 'letter',
      kind: 'electronic',
      name: { en: 'By e-mail' },
      prices: [{ currency: 'EUR', tiers: [{ price: 0 }] }],
      time: { minDays: 0, maxDays: 0, days: 'calendar' },
    },
  ]);
  await shop.engine.delivery.setProductDelivery(shop.command(), [
    { productId: before.productId, ship: false, pickup: false, electronic: true },
  ]);
  const fields = { 'contact.email': 'ada@example.com', 'contact.name': 'Ada Lovelace', terms: ['no', 'yes'] };
  await send(updateCheckout, fields);
  expect((await page())!.checkout).toMatchObject({ delivery: { methodId: 'letter' }, missing: [] });
  const paid = await send(payCheckout, {
    ...fields,
    ...(await seen()),
    'delivery.methodId': 'letter',
    payment: 'simulator|card|sim-approve',
    'page.order': '/de/order',
    'page.back': '/de/checkout/back',
  });
  expect(paid.outcome).toMatchObject({ kind: 'placed' });
});

test('[DA-92] a total that filling in has changed is shown before it is paid', async () => {
  const { send, seen } = await shopper();
  const { outcome, answer } = await send(payCheckout, { ...filled, ...(await seen()) });
  expect(outcome).toMatchObject({ kind: 'look', checkout: { total: { amount: 1490 } } });
  expect(answer).toMatchObject({ location: '/de/kasse#field-delivery-methodId', notice: { tone: 'good' } });
  expect(answer?.notice?.text).toContain('14,90');
  const { answer: placed } = await send(payCheckout, { ...filled, ...(await seen()) });
  expect(placed?.location).toMatch(/^\/de\/order\?id=[\w-]+&key=[\w%-]+$/);
});

test('[DA-114] whoever fills in lands at the next thing that needs them', async () => {
  const { send, seen } = await shopper();
  const { terms, ...rest } = filled;
  const place = async (fields: object) => (await send(updateCheckout, fields)).answer?.location;
  expect(await place({ 'contact.email': 'ada@example.com', 'contact.name': '' })).toBe(
    '/de/kasse#field-contact-name',
  );
  expect(await place({ 'contact.name': 'Ada Lovelace' })).toBe('/de/kasse#field-address-street');
  // A way of delivery is chosen with the address, and the terms come after it: nobody is led past what it costs.
  const address = { ...rest, 'delivery.methodId': '', terms: 'no' };
  const { outcome, answer } = await send(payCheckout, { ...address, ...(await seen()) });
  expect(outcome).toMatchObject({ kind: 'look', next: 'delivery.methodId' });
  expect(answer).toMatchObject({ location: '/de/kasse#field-delivery-methodId', again: { problems: {} } });
  const paid = await send(payCheckout, { ...rest, terms: 'no', ...(await seen()) });
  expect(paid.answer).toMatchObject({
    location: '/de/kasse#field-terms',
    again: { problems: { terms: 'missing' } },
  });
  expect(await place({ ...rest, terms: 'no' })).toBe('/de/kasse#field-terms');
  expect(await place({ ...rest, terms })).toBe('/de/kasse#field-delivery-methodId');
  expect(await place({ ...rest, coupon: 'NO-SUCH-CODE' })).toBe('/de/kasse#field-coupon');
  expect(await place({ ...rest, 'coupon.remove': 'NO-SUCH-CODE' })).toBe('/de/kasse#field-coupon');
});

test('[DA-114] whoever was refused lands at the message', async () => {
  const { send, seen, cartId } = await shopper();
  await send(updateCheckout, filled);
  const form = { ...filled, ...(await seen()) };
  const declined = await send(payCheckout, { ...form, payment: 'simulator|card|sim-decline' });
  expect(declined.answer?.location).toBe('/de/kasse#field-declined');
  const [line] = (await shop.engine.cart.get(shop.en, cartId))!.lines;
  await shop.engine.cart.setQuantity(shop.asGuest(), shop.en, { cartId, lineId: line!.id, quantity: 2 });
  expect((await send(payCheckout, form)).answer).toMatchObject({
    location: '/de/kasse#vt-notice',
    notice: { tone: 'bad' },
  });
});

test('[DA-93] one form is paid once, however often it is sent; another card is another try', async () => {
  const { send, seen } = await shopper();
  await send(updateCheckout, filled);
  const { _key, ...form } = { ...filled, ...(await seen()) };
  const declined = await send(payCheckout, { ...form, payment: 'simulator|card|sim-no-funds' }, _key);
  expect(declined.outcome).toMatchObject({ kind: 'declined', reason: 'insufficient-funds' });
  expect(declined.answer?.again?.fields).toContain('payment');
  const sent = await Promise.all([1, 2, 3].map(() => send(payCheckout, form, _key)));
  expect(new Set(sent.map(({ answer }) => answer?.location)).size).toBe(1);
  expect(sent[0]?.outcome).toMatchObject({ kind: 'placed' });
  expect((await send(payCheckout, form, _key)).answer).toEqual(sent[0]?.answer);
});

test('[DA-94] who has to confirm is sent to the bank and comes back to the order', async () => {
  const { send, seen, page, stands } = await shopper();
  await send(updateCheckout, filled);
  const form = { ...filled, ...(await seen()), payment: 'simulator|card|sim-challenge' };
  const { answer } = await send(payCheckout, form);
  expect(answer?.away).toMatch(/^https:\/\/bank\.example\/sim_/);
  expect((await page())?.checkout.state).toBe('paying');
  expect(await stands(form.checkoutId)).toMatchObject({ kind: 'action' });
  // The id alone opens nothing: it stands at the bank and in histories.
  expect(await ask({ it: need(comeBack, { checkout: form.checkoutId }) })).toEqual({ kind: 'unknown' });
  const back = await shop.simulator.decide(answer!.away!.split('/').at(-1)!, 'approve');
  expect(back).toBe(`https://shop.example/de/checkout/back?checkout=${form.checkoutId}`);
  const placed = await stands(form.checkoutId);
  expect(placed).toEqual({ kind: 'placed', id: expect.any(String), key: expect.any(String) });
  // With these the order is opened by whoever has them, without this cart.
  const { id, key } = placed as { id: string; key: string };
  expect(await ask({ it: need(getOrder, { id, key }) })).toMatchObject({
    kind: 'order',
    order: { paid: { amount: 1490 } },
  });
  expect(await stands('nonsense')).toEqual({ kind: 'unknown' });
});

test('[DA-94] a payment under way can be stopped to change something', async () => {
  const { send, seen, page } = await shopper();
  await send(updateCheckout, filled);
  await send(payCheckout, { ...filled, ...(await seen()), payment: 'simulator|card|sim-challenge' });
  expect((await send(updateCheckout, { note: 'Ring' })).answer?.notice?.tone).toBe('bad');
  expect((await send(reopenCheckout, {})).answer).toEqual({ location: '/de/kasse', notice: undefined });
  expect((await page())?.checkout.state).toBe('open');
});

test('[DA-94] a bank that decides later is waited for on a page of its own', async () => {
  const { send, seen } = await shopper();
  await send(updateCheckout, filled);
  const form = { ...filled, ...(await seen()), payment: 'simulator|card|sim-later' };
  const { answer } = await send(payCheckout, form);
  expect(answer?.location).toBe(`/de/checkout/back?checkout=${form.checkoutId}`);
});

test('[DA-95] refusals name what they are about and keep the form', async () => {
  const { send, seen, cartId, variantId } = await shopper();
  await send(updateCheckout, filled);
  const form = { ...filled, ...(await seen()) };
  const [line] = (await shop.engine.cart.get(shop.en, cartId))!.lines;
  await shop.engine.cart.setQuantity(shop.asGuest(), shop.en, { cartId, lineId: line!.id, quantity: 2 });
  const dearer = await send(payCheckout, form);
  expect(dearer.outcome).toMatchObject({ kind: 'price-changed' });
  expect(dearer.answer?.notice?.text).toContain('24,90');
  const whole = { variantId, locationId: 'warehouse', onHand: 1, reason: 'count' } as const;
  await shop.engine.inventory.setOnHand(shop.command(), whole);
  const short = await send(payCheckout, { ...filled, ...(await seen()) });
  expect(short.answer?.notice?.text).toMatch(/Von Thing \d+ ist nicht mehr genug da/);
  const unknown = await send(updateCheckout, { coupon: 'NO-SUCH-CODE' });
  expect(unknown.answer?.again).toMatchObject({ problems: { coupon: 'unknown' } });
  expect(unknown.answer?.again?.fields).toContain('coupon');
});

test('[DA-95] goods are picked up at the store that was chosen; a time belongs to its store', async () => {
  const { send, page, variantId } = await shopper();
  const stock = { variantId, onHand: 2, reason: 'count' } as const;
  await shop.engine.inventory.setOnHand(shop.command(), { ...stock, locationId: 'store-harbour' });
  const { 'address.street': _, ...rest } = filled;
  const pickup = { ...rest, 'delivery.methodId': 'pickup', 'delivery.storeId': 'store-harbour' };
  const slot = { 'delivery.slot': '2026-12-01T09:00:00.000Z' };
  await send(updateCheckout, { ...pickup, ...slot });
  const chosen = await page();
  expect(chosen?.checkout.delivery).toEqual({ methodId: 'pickup', storeId: 'store-harbour' });
  expect(chosen?.times).toEqual([{ startsAt: 'store-harbour at ten', endsAt: 'half past ten' }]);
  await send(updateCheckout, { ...pickup, ...slot });
  expect((await page())?.checkout.delivery?.slot).toBe(slot['delivery.slot']);
});

test('[DA-96] an order is opened by its key, or asked for by number and email without an address that tells them', async () => {
  const { send, seen } = await shopper();
  await send(updateCheckout, filled);
  const { outcome } = await send(payCheckout, { ...filled, ...(await seen()) });
  const { id, key, number } = (outcome as Extract<typeof outcome, { kind: 'placed' }>).order;
  expect(await ask({ it: need(getOrder, { id, key }) })).toMatchObject({ kind: 'order', order: { number } });
  expect(await ask({ it: need(getOrder, { id, key: `${key}x` }) })).toEqual({ kind: 'unknown' });
  const { answer } = await send(lookUpOrder, { number: ` ${number} `, email: 'Ada@example.com' });
  expect(answer).toMatchObject({ location: '/de/kasse', again: { fields: ['number', 'email'] } });
  const typed = (email: string) => ({ mutation: lookUpOrder.id, values: { number, email }, problems: {} });
  const found = (email: string) => ask({ it: need(getOrderLookedUp, {}) }, typed(email));
  expect(await found('ada@example.com')).toMatchObject({ order: { number } });
  expect(await found('bob@example.com')).toEqual({ number, email: 'bob@example.com' });
  expect(await ask({ it: need(getOrderLookedUp, {}) })).toEqual({});
});

test('[DA-90] where nothing is in the cart there is nothing to fill in', async () => {
  const { send, cartId, page } = await shopper();
  const [line] = (await shop.engine.cart.get(shop.en, cartId))!.lines;
  await shop.engine.cart.setQuantity(shop.asGuest(), shop.en, { cartId, lineId: line!.id, quantity: 0 });
  expect(await page()).toBeNull();
  expect((await send(updateCheckout, filled)).answer?.notice?.text).toBe('Ihr Warenkorb ist leer.');
});

test('[DA-98] a state is chosen where addresses name one, and missing until it is; one of another country counts for nothing', async () => {
  const { send, page } = await shopper();
  const there = {
    ...filled,
    'address.postalCode': '94105',
    'address.city': 'San Francisco',
    'address.country': 'US',
  };
  const without = await send(updateCheckout, { ...there, tried: 'yes', 'address.region': '' });
  expect(without.outcome).toMatchObject({ problems: { 'address.region': 'missing' } });
  const other = await send(updateCheckout, { ...there, tried: 'yes', 'address.region': 'CA-ON' });
  expect(other.outcome).toMatchObject({ problems: { 'address.region': 'missing' } });
  const chosen = await send(updateCheckout, { ...there, tried: 'yes', 'address.region': 'US-CA' });
  expect(chosen.outcome).toMatchObject({ problems: {} });
  const known = await page();
  expect(known?.checkout.address).toMatchObject({ country: 'US', region: 'CA' });
  expect(known?.regions.US).toContainEqual({ code: 'CA', name: 'California' });
});

test('[DA-115] a VAT number is kept, refused beside its field and taken away by emptying it', async () => {
  const { send, page } = await shopper();
  const kept = async () => (await page())?.checkout.vatId;
  await send(updateCheckout, { ...filled, vatId: 'at u13585627' });
  expect(await kept()).toBe('ATU13585627');
  const wrong = await send(updateCheckout, { ...filled, vatId: 'ATU13585628' });
  expect(wrong.outcome).toMatchObject({ problems: { vatId: 'bad' } });
  const shown = await page();
  expect([shown?.checkout.vatId, shown?.typed.vatId]).toEqual(['ATU13585627', 'ATU13585628']);
  await send(updateCheckout, { ...filled, vatId: '' });
  expect(await kept()).toBeUndefined();
});

test('[DA-97] another country brings its own ways; an address that cannot be used there leaves none of the old one', async () => {
  const { send, page } = await shopper();
  const prices = [{ currency: 'EUR', tiers: [{ price: 1290 }] }];
  const days = { minDays: 1, maxDays: 2, days: 'business' } as const;
  const way = { kind: 'ship', prices, time: days } as const;
  await shop.engine.delivery.importDeliveryMethods(shop.command(), [
    { ...way, id: 'express', name: { en: 'Express' }, zones: [{ country: 'DE' }] },
    { ...way, id: 'alpine', name: { en: 'Alpine parcel' }, zones: [{ country: 'AT' }] },
  ]);
  const german = { ...filled, 'delivery.methodId': 'express' };
  const austrian = { ...german, 'address.country': 'AT' };
  const ways = async () => (await page())?.checkout.options.map(({ methodId }) => methodId);
  await send(updateCheckout, german);
  expect((await page())?.checkout).toMatchObject({ country: 'DE', total: { amount: 2290 } });

  const wrong = await send(updateCheckout, austrian);
  expect(wrong.outcome).toMatchObject({ problems: { 'address.postalCode': 'bad' } });
  expect(wrong.answer?.again?.fields).toContain('address.country');
  const between = await page();
  expect(between?.checkout.address).toBeUndefined();
  expect(between?.checkout).toMatchObject({ missing: ['address', 'delivery'], total: { amount: 1000 } });
  expect(between?.checkout.deliveryTotal).toBeUndefined();

  // However often the page is loaded, what was typed is there.
  const { 'address.street': street, 'address.postalCode': postalCode } = filled;
  const typed = { 'address.street': street, 'address.postalCode': postalCode, 'address.country': 'AT' };
  expect(between).toMatchObject({ typed, problems: {} });

  await send(updateCheckout, { ...austrian, 'address.postalCode': '1010', 'address.city': 'Wien' });
  expect((await page())?.typed).toEqual({});
  expect(await ways()).toContain('alpine');
  await send(updateCheckout, german);
  const right = { ...austrian, 'address.postalCode': '1010', 'address.city': 'Wien' };
  await send(updateCheckout, right);
  expect((await page())?.checkout).toMatchObject({ country: 'AT', missing: [], address: { city: 'Wien' } });
  expect((await page())?.checkout.delivery?.methodId).not.toBe('express');
});

test('[DA-97] an address that cannot be used costs the kept one of the same country nothing, and no store', async () => {
  const { send, page } = await shopper();
  await send(updateCheckout, filled);
  await send(updateCheckout, { ...filled, 'address.postalCode': '1' });
  expect((await page())?.checkout).toMatchObject({ missing: [], address: { postalCode: '24103' } });
  const pickup = { 'delivery.methodId': 'pickup', 'delivery.storeId': 'store-harbour' };
  await send(updateCheckout, { ...filled, ...pickup, 'address.country': 'AT' });
  expect((await page())?.checkout).toMatchObject({ delivery: { methodId: 'pickup' } });
});

test('[DA-97] what a refused payment lacked stays marked until it is there', async () => {
  const { send, seen, page } = await shopper();
  const { 'contact.email': _, terms: __, ...form } = filled;
  const tried = await send(payCheckout, { ...form, ...(await seen()) });
  expect(tried.outcome).toMatchObject({ problems: { 'contact.email': 'missing', terms: 'missing' } });
  const problems = async (more: object) =>
    ((await send(updateCheckout, { ...form, ...more })).outcome as { problems?: object }).problems;
  expect(await problems({})).toEqual({});
  expect(await problems({ tried: 'yes', terms: 'yes' })).toMatchObject({ 'contact.email': 'missing' });
  expect(await problems({ tried: 'yes', ...filled })).not.toHaveProperty('contact.email');
  expect((await page())?.hasTried).toBeUndefined();
});

test('[DA-97] a payment with an address that cannot be used is refused beside its field', async () => {
  const { send, seen } = await shopper();
  await send(updateCheckout, filled);
  const form = { ...filled, ...(await seen()), 'address.country': 'AT' };
  const { outcome } = await send(payCheckout, form);
  expect(outcome).toEqual({ kind: 'problems', problems: { 'address.postalCode': 'bad' } });
});
