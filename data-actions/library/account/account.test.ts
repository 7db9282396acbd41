import { commerceMigrations, createLocalClient } from '@vitrine/commerce-engine';
import {
  openPayingShop,
  type PayingShop,
  signUpShopper,
  takeMails,
  tokenIn,
} from '@vitrine/commerce-engine/testing';
import { createMemoryPageStore } from '@vitrine/content/server';
import {
  type AnyMutation,
  type AnyPrivateAction,
  type InputOf,
  need,
  type OutputOf,
  type PrivateDimensions,
  type TypedForm,
} from '@vitrine/data-actions';
import { createActionEngine, createTagVersions } from '@vitrine/data-actions/server';
import { openTestDatabase } from '@vitrine/database/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as library from '../index.ts';
import { answers } from '../server.ts';

const shared = {
  channel: 'online',
  locale: 'en',
  currency: 'EUR',
  customerGroup: 'anyone',
  audience: 'everyone',
};
const nobody: PrivateDimensions = { customerId: undefined, cartId: undefined, sessionId: undefined };
const address = {
  name: 'Ada Lovelace',
  street: 'Hafenstraße 1',
  postalCode: '24103',
  city: 'Kiel',
  country: 'DE',
};

let shop: PayingShop;
let close: () => Promise<void>;
let engine: ReturnType<typeof createActionEngine>;
/** Keeping wishes fails with it. */
let failing: Error | undefined;
const troubles: string[] = [];

beforeAll(async () => {
  const database = await openTestDatabase({ migrations: [commerceMigrations] });
  close = () => database.close();
  shop = await openPayingShop(database);
  const commerce = createLocalClient(shop.engine);
  const customers: typeof commerce.customers = {
    ...commerce.customers,
    wish: async (...asked) => {
      if (failing) throw failing;
      return commerce.customers.wish(...asked);
    },
  };
  engine = createActionEngine({
    handlers: answers({
      commerce: { ...commerce, customers },
      pages: createMemoryPageStore(),
      onTrouble: (error) => troubles.push((error as Error).message),
    }),
    tags: createTagVersions(),
  });
});
afterAll(() => close());

/** A browser: what the host would keep in its cookies, and the form that waits for the next page. */
function browser({ group = 'anyone' } = {}) {
  let own = nobody;
  let form: TypedForm | undefined;
  const here = { ...shared, customerGroup: group };
  const scope = () => engine.openScope({ shared: here, private: { ...own, ...(form && { form }) } });
  return {
    get own() {
      return own;
    },
    async send<M extends AnyMutation>(mutation: M, fields: Record<string, unknown>) {
      const done = await engine.mutate(mutation.id, fields, scope(), { caller: crypto.randomUUID() });
      if (done.kind !== 'done') throw new Error(JSON.stringify(done));
      own = { ...own, ...done.remember };
      const input = done.input as InputOf<M>;
      const answer = mutation.form?.(done.outcome, { input, from: '/account', locale: 'en' });
      const { again } = answer ?? {};
      const values = Object.fromEntries(
        (again?.fields ?? []).map((name) => [name, String(fields[name] ?? '')]),
      );
      form = again && { mutation: mutation.id, values, problems: again.problems };
      return { outcome: done.outcome as OutputOf<M>, answer };
    },
    async ask<A extends AnyPrivateAction>(action: A, input: InputOf<A>) {
      const { results } = await scope().runPlan({ it: need(action, input) }, { hole: true, critical: true });
      if (results.it?.error) throw results.it.error;
      return results.it?.value as unknown as OutputOf<A>;
    },
  };
}

async function signedUp(password: string) {
  const email = `ada-${crypto.randomUUID()}@example.com`;
  const here = browser();
  await takeMails(shop);
  await here.send(library.signUp, { email, name: 'Ada Lovelace', password });
  const [mail] = await takeMails(shop);
  return { email, here, token: tokenIn(mail) };
}

test('[DA-100] an account begins with the mailed link, the cart comes along, and no outcome holds the session', async () => {
  const { here, token, email } = await signedUp('a good long password');
  expect(await here.ask(library.getAccountForm, {})).toMatchObject({ values: { email }, problems: {} });
  expect(await here.ask(library.getMe, {})).toBeNull();
  await here.send(library.addToCart, { variantId: await shop.product(5), quantity: 2 });
  const { cartId } = here.own;
  const { outcome, answer } = await here.send(library.followLink, { token, next: '/checkout' });
  expect([outcome, answer?.location]).toEqual([{ kind: 'signed-in', name: 'Ada Lovelace' }, '/checkout']);
  expect(here.own).toMatchObject({ cartId, sessionId: expect.any(String) });
  expect(JSON.stringify([outcome, answer])).not.toContain(here.own.sessionId);
  expect(await here.ask(library.getMe, {})).toEqual({ name: 'Ada Lovelace', email });
  const again = await browser().send(library.followLink, { token });
  expect(again.answer?.again?.problems).toEqual({ token: 'link-over' });

  const elsewhere = browser();
  await elsewhere.send(library.signIn, {
    email: ` ${email.toUpperCase()} `,
    password: 'a good long password',
  });
  expect((await elsewhere.ask(library.getCart, {}))?.count).toBe(2);
  await elsewhere.send(library.signOut, {});
  expect(elsewhere.own).toEqual(nobody);
  expect(await elsewhere.ask(library.getCart, {})).toBeNull();
});

test('[DA-101] nobody learns whether an address has an account, and no password comes back', async () => {
  const { email, here, token } = await signedUp('a good long password');
  await here.send(library.followLink, { token });
  const tries = [
    { email, password: 'not the right one' },
    { email: 'nobody@example.com', password: 'not the right one' },
  ];
  const told = await Promise.all(tries.map((fields) => browser().send(library.signIn, fields)));
  expect(told[0]).toEqual(told[1]);
  expect(told[0]?.answer?.again).toEqual({ fields: ['email', 'next'], problems: { password: 'refused' } });
  for (const mutation of [library.askForLink, library.askForReset]) {
    const answered = await Promise.all(
      [email, 'nobody@example.com'].map((each) => browser().send(mutation, { email: each })),
    );
    expect(answered.map(({ outcome }) => outcome)).toEqual([{ kind: 'mailed' }, { kind: 'mailed' }]);
  }
  const wrong = await browser().send(library.signUp, { email: 'ada@', name: '', password: 'short' });
  expect(wrong.answer?.again).toEqual({
    fields: ['email', 'name'],
    problems: { email: 'bad', name: 'missing', password: 'short' },
  });
});

test('[DA-102] changes of one’s own are refused by field; after a session has ended they change nothing', async () => {
  const { email, here, token } = await signedUp('a good long password');
  await here.send(library.followLink, { token });
  await here.send(library.changeDetails, { name: 'Ada King', phone: '0431 1', locale: 'de' });
  await here.send(library.saveAddress, { ...address, company: '', extra: '' });
  await here.send(library.setConsent, { purpose: 'newsletter', granted: ['no', 'yes'], textVersion: '1' });
  expect(await here.ask(library.getProfile, {})).toMatchObject({
    name: 'Ada King',
    locale: 'de',
    hasPassword: true,
    addresses: [{ address, isShipping: true, isBilling: true }],
    consents: [{ purpose: 'newsletter', granted: true, source: 'account-page' }],
  });
  const wrong = await here.send(library.saveAddress, { ...address, street: ' ', country: 'Germany' });
  expect(wrong.answer?.again?.problems).toEqual({ street: 'missing', country: 'bad' });
  const password = await here.send(library.changePassword, {
    current: 'wrong',
    password: 'another long one',
  });
  expect(password.answer?.again).toEqual({ fields: [], problems: { current: 'refused' } });
  await browser().send(library.askForReset, { email });
  const [mail] = await takeMails(shop);
  await browser().send(library.setPassword, { token: tokenIn(mail), password: 'a newer long one' });
  const late = await here.send(library.changeDetails, { name: 'Ada Byron', phone: '' });
  expect([late.outcome.kind, late.answer?.again?.fields]).toEqual([
    'signed-out',
    ['name', 'phone', 'locale'],
  ]);
});

test('[DA-115] [DA-98] VAT numbers are written down and taken away; a state is chosen where addresses name one', async () => {
  const { here, token } = await signedUp('a good long password');
  await here.send(library.followLink, { token });
  const profile = () => here.ask(library.getProfile, {});
  const wrong = await here.send(library.saveTaxNumber, { vatId: 'DE1' });
  expect(wrong.answer?.again).toEqual({ fields: ['vatId'], problems: { vatId: 'bad' } });
  const none = await here.send(library.saveTaxNumber, { vatId: '' });
  expect(none.answer?.again?.problems).toEqual({ vatId: 'missing' });
  await here.send(library.saveTaxNumber, { vatId: 'de 136695976' });
  expect((await profile())?.taxNumbers).toEqual([{ vatId: 'DE136695976' }]);
  await here.send(library.removeTaxNumber, { vatId: 'DE136695976' });
  expect((await profile())?.taxNumbers).toEqual([]);
  const there = { ...address, country: 'US', postalCode: '94105' };
  for (const region of ['', 'CA-ON']) {
    const lacking = await here.send(library.saveAddress, { ...there, region });
    expect(lacking.answer?.again?.problems).toEqual({ region: 'missing' });
  }
  await here.send(library.saveAddress, { ...there, region: 'US-CA' });
  const { addresses = [], regions } = (await profile()) ?? {};
  expect(addresses.map((each) => each.address.region)).toEqual(['CA']);
  expect(regions?.US).toContainEqual({ code: 'CA', name: 'California' });
});

test('[DA-103] [DA-109] without a session everything personal is nothing, and nobody opens another one’s order', async () => {
  const ada = await signUpShopper(shop);
  const line = { variantId: await shop.product(5), quantity: 1 };
  const paid = await shop.pay(await shop.ready([line]), 'sim-approve', { actor: ada.actor });
  if (paid.kind !== 'placed') throw new Error(paid.kind);
  const id = paid.order.id;
  const signedIn = async (email: string) => {
    const here = browser();
    await takeMails(shop);
    await here.send(library.askForLink, { email });
    const [mail] = await takeMails(shop);
    await here.send(library.followLink, { token: tokenIn(mail) });
    return here;
  };
  const hers = await signedIn(ada.email);
  expect((await hers.ask(library.getMyOrders, { limit: 10 }))?.orders.map((each) => each.id)).toEqual([id]);
  expect(await hers.ask(library.getMyOrder, { id })).toMatchObject({ id });
  const progress = { returns: [], shipments: [], documents: [] };
  expect(await hers.ask(library.getOrderProgress, { id })).toMatchObject(progress);
  const { key } = paid.order;
  expect(await browser().ask(library.getOrderProgress, { id, key })).toMatchObject(progress);
  const others = [await signedIn((await signUpShopper(shop)).email), browser()];
  for (const other of others) {
    expect(await other.ask(library.getMyOrder, { id })).toBeNull();
    expect(await other.ask(library.getOrderProgress, { id })).toBeNull();
    expect(await other.ask(library.getOrderProgress, { id, key: 'a guess' })).toBeNull();
    expect(await other.ask(library.getOrderProgress, { id: 'none' })).toBeNull();
    expect(await other.ask(library.getMyStoreCredit, {})).toEqual([]);
    expect(await other.ask(library.getMyWishes, {})).toEqual([]);
  }
  expect(await others[1]?.ask(library.getProfile, {})).toBeNull();
  expect(await others[1]?.ask(library.getMyOrders, { limit: 10 })).toBeNull();
});

test('[DA-104] a checkout begins with what the customer told before; later changes stay, another address can be chosen', async () => {
  const { here, token, email } = await signedUp('a good long password');
  await here.send(library.followLink, { token });
  await here.send(library.saveAddress, address);
  await here.send(library.saveAddress, {
    ...address,
    street: 'Werft 9',
    city: 'Flensburg',
    postalCode: '24937',
  });
  await here.send(library.addToCart, { variantId: await shop.product(5) });
  const first = await here.ask(library.getCheckout, {});
  expect(first).toMatchObject({
    me: { email },
    checkout: { contact: { email, name: 'Ada Lovelace' }, address, delivery: { methodId: 'parcel' } },
  });
  expect(first?.checkout.missing).toEqual(['terms']);
  await here.send(library.updateCheckout, { 'contact.name': 'Ada King', 'address.street': '' });
  const changed = (await here.ask(library.getCheckout, {}))?.checkout;
  expect([changed?.contact?.name, changed?.address]).toEqual(['Ada King', undefined]);
  const other = first?.addresses?.find(({ address: { street } }) => street === 'Werft 9');
  const { answer } = await here.send(library.updateCheckout, {
    'address.use': other!.id,
    'address.street': 'typed',
  });
  expect(answer?.again?.fields).not.toContain('address.street');
  expect((await here.ask(library.getCheckout, {}))?.checkout).toMatchObject({
    address: { street: 'Werft 9' },
    delivery: { methodId: 'parcel' },
  });
  const stranger = browser();
  await stranger.send(library.addToCart, { variantId: await shop.product(5) });
  await stranger.send(library.updateCheckout, { 'address.use': other!.id });
  expect((await stranger.ask(library.getCheckout, {}))?.checkout.address).toBeUndefined();
});

test('[DA-105] store credit pays for who is signed in and says so, and for nobody else', async () => {
  const { here, token } = await signedUp('a good long password');
  await here.send(library.followLink, { token });
  const { id: customerId } = (await here.ask(library.getProfile, {}))!;
  const credit = { amount: 500, currency: 'EUR' };
  await shop.engine.storeCredit.issue(shop.command(), {
    customerId,
    ...credit,
    reason: 'goodwill',
    note: '',
  });
  expect(await here.ask(library.getMyStoreCredit, {})).toMatchObject([
    { balance: credit, movements: [{ kind: 'added', amount: credit }] },
  ]);
  await here.send(library.addToCart, { variantId: await shop.product(5, 1000) });
  await here.send(library.updateCheckout, { storeCredit: ['no', 'yes'] });
  const { checkout } = (await here.ask(library.getCheckout, {}))!;
  expect(checkout.tenders.storeCredit).toMatchObject({ balance: credit, pays: credit });
  await here.send(library.updateCheckout, { storeCredit: 'no' });
  expect((await here.ask(library.getCheckout, {}))?.checkout.tenders.storeCredit?.pays.amount).toBe(0);
  const guest = browser();
  await guest.send(library.addToCart, { variantId: await shop.product(5, 1000) });
  await guest.send(library.updateCheckout, { storeCredit: ['no', 'yes'] });
  expect((await guest.ask(library.getCheckout, {}))?.checkout.tenders.storeCredit).toBeUndefined();
});

test('[DA-106] an account is deleted by whoever types its email, and is gone everywhere', async () => {
  const { email, here, token } = await signedUp('a good long password');
  await here.send(library.followLink, { token });
  const slip = await here.send(library.deleteAccount, { email: 'someone@example.com' });
  expect(slip.answer?.again?.problems).toEqual({ email: 'refused' });
  const { outcome, answer } = await here.send(library.deleteAccount, {
    email: email.toUpperCase(),
    next: '/de',
  });
  expect([outcome, answer?.location, here.own]).toEqual([{ kind: 'erased' }, '/de', nobody]);
  const back = await browser().send(library.signIn, { email, password: 'a good long password' });
  expect(back.answer?.again?.problems).toEqual({ password: 'refused' });
});

test('[DA-107] a wish list holds products with their prices, for whoever is signed in; a wish before that is kept', async () => {
  const { email, here, token } = await signedUp('a good long password');
  const productId = await shop.productId('wool-hat');
  const guest = await here.send(library.setWish, { productId, wished: 'yes', signIn: '/account/sign-in' });
  expect(guest.answer?.location).toBe('/account/sign-in?next=%2Faccount');
  const bySlug = await here.send(library.setWish, { slug: 'wool-hat', wished: 'yes', signIn: '/sign-in' });
  expect(bySlug.answer?.location).toBe('/sign-in?next=%2Faccount&wish=wool-hat');
  await here.send(library.followLink, { token });
  const other = browser();
  const came = await other.send(library.signIn, {
    ...{ email, password: 'a good long password', next: '/p/wool-hat', wish: 'wool-hat' },
  });
  expect(came.answer?.notice?.text).toMatch(/you are signed in\. It is on your wish list\.$/);
  expect(await other.ask(library.isWished, { slug: 'wool-hat' })).toBe(true);
  const unknown = { email, password: 'a good long password', wish: 'no-such-thing' };
  const plain = await browser().send(library.signIn, unknown);
  expect(plain.answer?.notice?.text).toMatch(/you are signed in\.$/);
  failing = new Error('no wishes today');
  const unlucky = await browser().send(library.signIn, { ...unknown, wish: 'wool-hat' });
  failing = undefined;
  expect(unlucky.answer?.notice?.text).toMatch(/you are signed in\.$/);
  expect(troubles).toEqual(['no wishes today']);
  await here.send(library.setWish, { productId, wished: 'no' });
  await takeMails(shop);
  await browser().send(library.askForLink, { email, wish: 'wool-hat' });
  const [mail] = await takeMails(shop);
  expect(mail?.text).toContain('wish=wool-hat');
  const mailed = await browser().send(library.followLink, { token: tokenIn(mail), wish: 'wool-hat' });
  expect(mailed.answer?.notice?.text).toMatch(/you are signed in\. It is on your wish list\.$/);
  expect(await here.ask(library.isWished, { slug: 'wool-hat' })).toBe(true);
  expect(await here.ask(library.getMyWishes, {})).toMatchObject([
    { product: { id: productId }, price: { productId } },
  ]);
  await here.send(library.setWish, { slug: 'wool-hat', wished: 'no' });
  expect(await here.ask(library.isWished, { slug: 'wool-hat' })).toBe(false);
});

test('[DA-108] points pay for who is signed in, and picks are theirs', async () => {
  await shop.engine.loyalty.saveProgramme(shop.command(), {
    id: 'crew',
    name: { en: 'Crew' },
    redeem: [{ currency: 'EUR', points: 1, amount: 5 }],
    joinPoints: 40,
  });
  await shop.engine.recommendations.refresh({ every: 0 });
  const { here, token } = await signedUp('a good long password');
  expect(await here.ask(library.getMyLoyalty, {})).toEqual([]);
  await here.send(library.followLink, { token });
  const { id: customerId } = (await here.ask(library.getProfile, {}))!;
  await shop.engine.loyalty.join(shop.command(), shop.en, { programmeId: 'crew', customerId });
  expect(await here.ask(library.getMyLoyalty, {})).toMatchObject([
    { points: 40, worth: { amount: 200 }, movements: [{ kind: 'added', points: 40 }] },
  ]);
  await here.send(library.addToCart, { variantId: await shop.product(5, 1000) });
  await here.send(library.updateCheckout, { points: ['no', 'yes'] });
  const { checkout } = (await here.ask(library.getCheckout, {}))!;
  expect(checkout.tenders.points).toMatchObject({
    ...{ chosen: true, pays: { points: 40, amount: { amount: 200 } } },
  });
  const some = await here.send(library.updateCheckout, { points: ['no', 'yes'], 'points.count': '25' });
  expect(some.outcome).toMatchObject({
    problems: {},
    checkout: { tenders: { points: { pays: { points: 25, amount: { amount: 125 } } } } },
  });
  const more = await here.send(library.updateCheckout, { points: ['no', 'yes'], 'points.count': '4000' });
  expect(more.outcome).toMatchObject({
    checkout: { tenders: { points: { chosen: 4000, pays: { points: 40 } } } },
  });
  await here.send(library.updateCheckout, { points: ['no', 'yes'], 'points.count': '25' });
  const bad = await here.send(library.updateCheckout, { points: ['no', 'yes'], 'points.count': 'many' });
  expect(bad.outcome).toMatchObject({
    problems: { 'points.count': 'bad' },
    checkout: { tenders: { points: { pays: { points: 25 } } } },
  });
  expect(bad.answer?.again?.fields).toContain('points.count');
  await here.send(library.updateCheckout, { points: 'no' });
  expect((await here.ask(library.getCheckout, {}))?.checkout.tenders.points?.pays.points).toBe(0);
  const bought = await shop.ready([{ variantId: (await shop.variantIds('wool-hat'))[0]!, quantity: 1 }]);
  await shop.pay(bought, 'sim-approve');
  await shop.engine.recommendations.refresh({ every: 0 });
  expect(await here.ask(library.getMyPicks, { limit: 1 })).toMatchObject([
    { product: { id: await shop.productId('wool-hat') }, price: {} },
  ]);
  expect(await browser().ask(library.getMyPicks, { limit: 1 })).toEqual([]);
});
