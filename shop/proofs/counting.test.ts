import { createSimulator, type Simulator } from '@vitrine/commerce-engine';
import type { Audience } from '@vitrine/content';
import { createCrowdStore, type SqlCrowdStore } from '@vitrine/content/server';
import { makeExperiment } from '@vitrine/content/testing';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSiteCrowd, type SiteCrowd } from '../app/site-crowd.ts';
import { openOrderCounter } from '../keep-counts.ts';
import { type DemoPlatform, type DemoSite, openDemoPlatform, openDemoSite } from './demo-shop.ts';

// What a test of two versions counts in the demo store: real pages, baskets, payments and orders.

const market = { channel: 'online', locale: 'en', currency: 'EUR', customerGroup: 'anyone' };
const guest = () => ({ actor: { kind: 'guest' as const }, idempotencyKey: crypto.randomUUID() });
const logger = pino({ level: 'silent' });
const browser = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x64) Firefox/140.0',
  'sec-fetch-site': 'same-origin',
};
const { state: _, ...hero } = makeExperiment();

let platform: DemoPlatform;
let simulator: Simulator;
/** Milliseconds; what a bank says later is there at once when its clock is moved. */
let bankIsAhead = 0;
let store: SqlCrowdStore;
let crowd: SiteCrowd;
let site: DemoSite;

beforeAll(async () => {
  platform = await openDemoPlatform({
    payments: (database) => {
      simulator = createSimulator({
        database,
        clock: () => new Date(Date.now() + bankIsAhead),
        secret: 'for the proofs of the demo shop only',
        challengeUrl: (reference) => `https://bank.test/${reference}`,
      });
      return [simulator.provider];
    },
  });
  const { database, pages, commerce } = platform;
  await commerce.catalog.importProducts(
    { actor: { kind: 'system', reason: 'proof' }, idempotencyKey: 'counting' },
    [
      {
        handle: 'proof-mug',
        name: { en: 'Proof mug', de: 'Probebecher' },
        variants: [
          {
            options: {},
            prices: [
              { price: { amount: 1000, currency: 'EUR' } },
              { price: { amount: 900, currency: 'GBP' } },
            ],
            stock: { warehouse: 1000 },
          },
        ],
      },
    ],
  );
  store = createCrowdStore(database, { secret: 'for the proofs of the demo shop only' });
  crowd = await openSiteCrowd({ store, database, logger });
  site = openDemoSite(platform, { crowd });
  const words = (version: string, audience: string) => ({
    id: `version-${version}`,
    type: 'rich-text',
    v: 1,
    props: { text: { v: 2, blocks: [] } },
    audiences: [audience],
  });
  await pages.publish({
    by: 'proof',
    documents: [
      {
        schema: 1,
        id: 'tested',
        kind: 'page',
        name: 'Tested',
        seo: {},
        nodes: [words('a', '!hero.b'), words('b', 'hero.b')],
      },
    ],
    urls: [{ channel: 'online', locale: 'en', path: '/tested', target: { kind: 'page', page: 'tested' } }],
  });
}, 300_000);
beforeEach(() => platform.database.execute('truncate content_audiences, content_experiments cascade'));
afterAll(async () => {
  site.close();
  await crowd.close();
  await platform.close();
});

async function begin(): Promise<void> {
  await store.putExperiment(hero);
  await store.startExperiment('hero');
}

const send = (path: string, init: { method?: string; cookie?: string; body?: string } = {}) =>
  site.runtime.handle(
    new Request(`https://shop.test${path}`, {
      method: init.method ?? 'GET',
      ...(init.body !== undefined && { body: init.body }),
      headers: {
        ...browser,
        cookie: init.cookie ?? '',
        ...(init.body !== undefined && {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': String(init.body.length),
        }),
      },
    }),
  );

/** Somebody new sees the page of the test, in a browser that keeps what it is given: it asks for a picture with it. */
async function comeTo(cookie = ''): Promise<string> {
  const name = cookieIn(await send('/tested', { cookie }), 'vt_visitor');
  await send('/_image/320/none.svg', { cookie: name });
  return name;
}

/** The cookie of this name that an answer sets, as a browser sends it back. */
function cookieIn(answer: Response, name: string): string {
  const set = answer.headers.getSetCookie().find((each) => each.startsWith(`${name}=`));
  if (!set) throw new Error(`The answer sets no ${name}: ${answer.status}.`);
  return set.split(';')[0] as string;
}

async function addToBasket(cookie: string): Promise<string> {
  const [product] = await platform.commerce.catalog.productsBySlug(market, ['proof-mug']);
  const variantId = product!.variants[0]!.id;
  const answer = await send('/_actions/cart.add', {
    method: 'POST',
    cookie,
    body: `variantId=${variantId}&quantity=1`,
  });
  return cookieIn(answer, 'vt_cart');
}

const cartIn = (cookie: string) => decodeURIComponent(cookie.split('=')[1]!).split('.')[0]!;

async function pay(cartId: string, token: string): Promise<string> {
  const filled = await platform.engine.checkout.update(guest(), market, {
    cartId,
    patch: {
      contact: { email: 'ada@example.com', name: 'Ada' },
      address: { name: 'Ada', street: 'Hafen 1', postalCode: '24103', city: 'Kiel', country: 'DE' },
      delivery: { methodId: 'parcel' },
      terms: true,
    },
  });
  if (filled.kind !== 'changed') throw new Error(`Nothing was filled in: ${filled.kind}.`);
  const { id: checkoutId, seen, total } = filled.checkout;
  const paid = await platform.engine.checkout.pay(guest(), market, {
    cartId,
    checkoutId,
    seen,
    provider: 'simulator',
    method: 'card',
    token,
  });
  expect(total?.amount).toBeGreaterThan(0);
  return paid.kind;
}

async function bankSpeaks(): Promise<void> {
  bankIsAhead = 60_000;
  for (const message of await simulator.takeMessages())
    expect(await platform.engine.payments.receive('simulator', message)).toEqual({ kind: 'taken' });
}

const told = async () => {
  await new Promise((resolve) => setImmediate(resolve));
  await crowd.written();
};

const sums = async () => {
  const counts = (await store.counts('hero')) ?? [];
  const sum = (of: (count: (typeof counts)[number]) => number) =>
    counts.reduce((all, each) => all + of(each), 0);
  return {
    visitors: sum(({ visitors }) => visitors),
    baskets: sum(({ baskets }) => baskets),
    buyers: sum(({ buyers }) => buyers),
    orders: counts.filter(({ revenue }) => (revenue.EUR ?? 0) > 0).length,
  };
};

describe('what a test counts', () => {
  it('[COUNT-2] a visitor, their basket, and their order when the bank says so by itself', async () => {
    await begin();
    const counter = openOrderCounter({ ...platform, crowd: store });
    const name = await comeTo();
    await told();
    expect(await sums()).toEqual({ visitors: 1, baskets: 0, buyers: 0, orders: 0 });
    const cart = await addToBasket(name);
    await told();
    expect(await sums()).toEqual({ visitors: 1, baskets: 1, buyers: 0, orders: 0 });
    expect(await pay(cartIn(cart), 'sim-later')).not.toBe('placed');
    await counter.count();
    expect((await sums()).buyers).toBe(0);
    await bankSpeaks();
    await counter.count();
    const after = await sums();
    expect(after).toEqual({ visitors: 1, baskets: 1, buyers: 1, orders: 1 });
    const revenue = (await store.counts('hero'))?.map((each) => each.revenue);
    const again = openOrderCounter({ ...platform, crowd: store });
    await Promise.all([counter.count(), again.count()]);
    expect((await store.counts('hero'))?.map((each) => each.revenue)).toEqual(revenue);
    counter.close();
    again.close();
  }, 60_000);

  it('[COUNT-2] an order that was placed while nobody listened is counted by the next process', async () => {
    await begin();
    const name = await comeTo();
    const cart = await addToBasket(name);
    await told();
    expect(await pay(cartIn(cart), 'sim-approve')).toBe('placed');
    const next = openOrderCounter({ ...platform, crowd: store });
    await next.count();
    next.close();
    expect(await sums()).toEqual({ visitors: 1, baskets: 1, buyers: 1, orders: 1 });
  }, 60_000);

  it('[COUNT-2] an order from before its visitor saw a version counts for nobody, also when it is told again', async () => {
    await begin();
    const counter = openOrderCounter({ ...platform, crowd: store });
    const early = await addToBasket('');
    expect(await pay(cartIn(early), 'sim-approve')).toBe('placed');
    await counter.count();
    await comeTo(early);
    await told();
    const stranger = await addToBasket('');
    expect(await pay(cartIn(stranger), 'sim-approve')).toBe('placed');
    await counter.count();
    counter.close();
    const next = openOrderCounter({ ...platform, crowd: store });
    await next.count();
    next.close();
    expect(await sums()).toEqual({ visitors: 1, baskets: 0, buyers: 0, orders: 0 });
  }, 60_000);

  it('[COUNT-4] an order is told once, not again with each that follows', async () => {
    await begin();
    const ids: string[] = [];
    const telling: Pick<SqlCrowdStore, 'crowd' | 'ordered' | 'cancelled'> = {
      ...store,
      async ordered(orders) {
        ids.push(...orders.map(({ id }) => id));
        await store.ordered(orders);
      },
    };
    const counter = openOrderCounter({ ...platform, crowd: telling });
    const order = async () => expect(await pay(cartIn(await addToBasket('')), 'sim-approve')).toBe('placed');
    await order();
    await counter.count();
    await order();
    await order();
    await counter.count();
    await order();
    await counter.count();
    await counter.count();
    counter.close();
    expect([ids.length, new Set(ids).size]).toEqual([4, 4]);
  }, 60_000);

  it('[COUNT-4] what could not be told is told at the next turn', async () => {
    await begin();
    const name = await comeTo();
    const cart = await addToBasket(name);
    await told();
    let isDown = false;
    const counter = openOrderCounter({
      ...platform,
      crowd: {
        ...store,
        ordered: (orders) => (isDown ? Promise.reject(new Error('It is down.')) : store.ordered(orders)),
      },
    });
    await counter.count();
    isDown = true;
    expect(await pay(cartIn(cart), 'sim-approve')).toBe('placed');
    await expect(counter.count()).rejects.toThrow('It is down.');
    isDown = false;
    await counter.count();
    counter.close();
    expect((await sums()).buyers).toBe(1);
  }, 60_000);

  it('[COUNT-9] an order that is cancelled whole sold nothing, whoever hears of it', async () => {
    await begin();
    const counter = openOrderCounter({ ...platform, crowd: store });
    const actor = { kind: 'system', reason: 'proof' } as const;
    const cancelNewest = async () => {
      const { orders } = await platform.engine.orders.list(actor, { limit: 1 });
      const command = { actor, idempotencyKey: crypto.randomUUID() };
      const order = { orderId: orders[0]!.id, reason: 'proof', delivery: 'all' } as const;
      expect(await platform.engine.orders.cancel(command, order)).toMatchObject({ state: 'cancelled' });
    };
    const buy = async () => {
      const cart = await addToBasket(await comeTo());
      await told();
      expect(await pay(cartIn(cart), 'sim-approve')).toBe('placed');
    };
    await buy();
    await counter.count();
    expect(await sums()).toMatchObject({ buyers: 1, orders: 1 });
    await cancelNewest();
    await counter.count();
    expect(await sums()).toEqual({ visitors: 1, baskets: 1, buyers: 0, orders: 0 });
    await buy();
    await counter.count();
    counter.close();
    await cancelNewest();
    const next = openOrderCounter({ ...platform, crowd: store });
    await next.count();
    next.close();
    expect(await sums()).toEqual({ visitors: 2, baskets: 2, buyers: 0, orders: 0 });
  }, 60_000);

  it('[COUNT-8] who signs in and finds a basket of before has begun none; its order is theirs', async () => {
    const old = await addToBasket('');
    await begin();
    const counter = openOrderCounter({ ...platform, crowd: store });
    const name = await comeTo();
    const request = new Request('https://shop.test/sign-in', { headers: { ...browser, cookie: name } });
    site.runtime.remember({ sessionId: 'x'.repeat(40), cartId: cartIn(old) }, request);
    await told();
    expect(await sums()).toEqual({ visitors: 1, baskets: 0, buyers: 0, orders: 0 });
    expect(await pay(cartIn(old), 'sim-approve')).toBe('placed');
    await counter.count();
    counter.close();
    expect(await sums()).toEqual({ visitors: 1, baskets: 1, buyers: 1, orders: 1 });
  }, 60_000);

  it('[COUNT-7] a basket from before the test is its visitor’s when it is ordered; a nameless one is nobody’s', async () => {
    const cart = await addToBasket('');
    await begin();
    const counter = openOrderCounter({ ...platform, crowd: store });
    await comeTo(cart);
    const stranger = await addToBasket('');
    await told();
    for (const each of [stranger, cart]) {
      expect(await pay(cartIn(each), 'sim-approve')).toBe('placed');
      await counter.count();
    }
    counter.close();
    expect(await sums()).toEqual({ visitors: 1, baskets: 1, buyers: 1, orders: 1 });
  }, 60_000);

  it('[CROWD-5] what is changed is in force in every process with the next request', async () => {
    const other = await openSiteCrowd({ store, database: platform.database, logger });
    const phones: Audience = {
      id: 'phones',
      name: 'Phones',
      rules: [{ kind: 'device', devices: ['phone'] }],
    };
    await store.putAudience(phones);
    expect([crowd.current.audiences, other.current.audiences]).toEqual([[phones], [phones]]);
    await other.close();
    await store.removeAudience('phones');
    expect([crowd.current.audiences, other.current.audiences]).toEqual([[], [phones]]);
  });
});
