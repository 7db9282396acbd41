import type { ProductInput } from '@vitrine/commerce-engine/client';
import { defineAction, type } from '@vitrine/data-actions';
import { getCart } from '@vitrine/data-actions/library';
import {
  createProcessCache,
  type Handler,
  handleAction,
  type ProcessCache,
} from '@vitrine/data-actions/server';
import { createRegistry, defineHole, type RegisteredModule } from '@vitrine/modules';
import { library } from '@vitrine/modules/library';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoStaff } from '../seed/staff.ts';
import { type DemoPlatform, type DemoSite, openDemoPlatform, openDemoSite, textOf } from './demo-shop.ts';

// Two visitors whose carts hold things that stand nowhere else, a customer who is signed in, a member of staff with a session, and
// guests ask for pages of
// the demo store and for data at once, with changes between. What is one's own may stand in no answer to another, in no store
// and in no log.

interface Person {
  readonly name: string;
  readonly cookie: string;
  /** Words that stand in their private answers. */
  readonly shown: readonly string[];
  /** All that is theirs alone. */
  readonly secrets: readonly string[];
}

const market = { channel: 'online', locale: 'en', currency: 'EUR', customerGroup: 'anyone' };
const guest: Person = { name: 'guest', cookie: '', shown: [], secrets: [] };

let platform: DemoPlatform;
/** What each of them has in the cart. */
const canaries = { anna: 'Zqanna7f3a', bert: 'Zqbert91cc', staff: 'Zqstaff55d0', cora: 'Zqcora21ee' };

beforeAll(async () => {
  platform = await openDemoPlatform();
  const context = { actor: { kind: 'system' as const, reason: 'proof' }, idempotencyKey: 'canaries' };
  const outcomes = await platform.commerce.catalog.importProducts(
    context,
    Object.entries(canaries).map(([handle, word]) => unlisted(`proof-${handle}`, word)),
  );
  expect(outcomes.map(({ kind }) => kind)).toEqual(['created', 'created', 'created', 'created']);
}, 300_000);
afterAll(() => platform.close());

/** In no category, the oldest of all, and named like nothing else: no page but a cart shows it. */
function unlisted(handle: string, word: string): ProductInput {
  return {
    handle,
    name: { en: word, de: word },
    publishedAt: '2001-01-01',
    variants: [
      {
        options: {},
        prices: [{ price: { amount: 1000, currency: 'EUR' } }, { price: { amount: 900, currency: 'GBP' } }],
        stock: { warehouse: 1000 },
      },
    ],
  };
}

async function personIn(site: DemoSite, name: keyof typeof canaries, token?: string): Promise<Person> {
  const [product] = await platform.commerce.catalog.productsBySlug(market, [`proof-${name}`]);
  const variantId = product!.variants[0]!.id;
  const cart = await site.fillCart([variantId]);
  const [cartId = '', signature = ''] = cart.split('=')[1]!.split('.');
  const lines = (await platform.commerce.cart.get(market, cartId))!.lines.map(({ id }) => id);
  return {
    name,
    // What they have in the cart is what they looked at, too: every product page lists it, to them.
    cookie: `${cart}; vt_viewed=${product!.id}${token === undefined ? '' : `; vt_staff=${token}`}`,
    shown: [canaries[name]],
    secrets: [canaries[name], variantId, product!.id, cartId, signature, ...lines, ...(token ? [token] : [])],
  };
}

/** A customer of the trade, named like nobody else, whose cart was filled before she signed in. */
async function coraIn(site: DemoSite): Promise<Person> {
  const { accounts, customers } = platform.engine;
  const before = await personIn(site, 'cora');
  const account = { email: 'zqcora21ee@example.com', name: canaries.cora, password: 'twelve grey seals' };
  const context = (step: string) => ({
    actor: { kind: 'system' as const, reason: 'proof' },
    idempotencyKey: `cora-${step}`,
  });
  const [customerId = ''] = await accounts.importAccounts(context('account'), [{ ...account, locale: 'en' }]);
  const street = 'Zqcorastreet 9';
  await customers.change(context('group'), { customerId, patch: { groups: ['trade'] } });
  const address = { name: canaries.cora, street, postalCode: '24103', city: 'Kiel', country: 'DE' };
  await customers.saveAddress(context('address'), { customerId, address });
  const { email, password } = account;
  const answer = await site.post('/_actions/account.sign-in', { email, password }, before.cookie);
  const cookies = answer.headers.getSetCookie().map((each) => each.split(';')[0]!);
  const session = cookies.find((each) => each.startsWith('vt_session='))!;
  const cart = cookies.find((each) => each.startsWith('vt_cart='))!;
  const [token = ''] = session.split('=')[1]!.split('.');
  const [cartId = '', signature = ''] = cart.split('=')[1]!.split('.');
  const lines = (await platform.commerce.cart.get(market, cartId))!.lines.map(({ id }) => id);
  const [word = '', variantId = '', productId = ''] = before.secrets;
  return {
    name: 'cora',
    cookie: `${cart}; ${session}`,
    shown: [canaries.cora],
    secrets: [word, variantId, productId, cartId, signature, ...lines, email, street, token],
  };
}

async function peopleIn(site: DemoSite): Promise<readonly Person[]> {
  const { email, password } = demoStaff.find(({ roles }) => roles.includes('owner'))!;
  const session = await platform.commerce.identity.signIn({ email, password, from: '192.0.2.1' });
  if (session.kind !== 'signed-in') throw new Error(`The owner could not sign in: ${session.kind}.`);
  return [
    await personIn(site, 'anna'),
    await personIn(site, 'bert'),
    await personIn(site, 'staff', session.token),
    await coraIn(site),
  ];
}

const addresses = [
  '/account',
  '/account/addresses',
  '/',
  '/de',
  '/cart',
  '/de/cart',
  '/c/mugs',
  '/p/tide-mug',
  '/search?q=wool',
  '/nowhere',
];
const request = fc.record({
  who: fc.nat(5),
  ask: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...addresses) },
    { weight: 2, arbitrary: fc.constantFrom('data', 'quantity', '/_trace', '/_page-object') },
  ),
  gbp: fc.boolean(),
  gzip: fc.boolean(),
});
const round = fc.record({
  requests: fc.array(request, { minLength: 6, maxLength: 8 }),
  between: fc.constantFrom('nothing', 'bump', 'time', 'publish'),
});
interface Asked {
  readonly who: number;
  readonly ask: string;
  readonly gbp: boolean;
  readonly gzip: boolean;
}

async function answerTo(site: DemoSite, person: Person, { ask, gbp, gzip }: Asked): Promise<string> {
  const cookie = `${gbp ? 'vt_currency=GBP; ' : ''}${person.cookie || 'x=1'}`;
  const headers = { cookie, 'accept-encoding': gzip ? 'gzip' : 'identity' };
  if (ask === 'quantity') {
    const [lineId = ''] = person.secrets.slice(5);
    return whole(await site.post('/_actions/cart.set-quantity', { lineId, quantity: '2' }, cookie));
  }
  if (ask === 'data') return whole(await askCart(site, cookie));
  if (ask === '/_trace') return whole(await site.get('/cart?_trace', headers));
  if (ask === '/_page-object') return whole(await site.get('/cart?_format=page-object', headers));
  return whole(await site.get(ask, headers));
}

function askCart({ runtime }: DemoSite, cookie: string): Promise<Response> {
  const { channel, locale, currency } = market;
  const body = JSON.stringify({
    context: { channel, locale, currency },
    questions: [{ action: getCart.id, input: {} }],
  });
  const headers = { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
  return runtime.handle(new Request('https://shop.test/_a', { method: 'POST', body, headers }));
}

async function whole(answer: Response): Promise<string> {
  return `${answer.status} ${JSON.stringify([...answer.headers])} ${await textOf(answer)}`;
}

/** @throws at the first thing of one that another one is told, or that is kept. */
async function walk(site: DemoSite, kept: readonly string[], asking: (who: Person) => void = () => {}) {
  const people = await peopleIn(site);
  const everyone = [...people, guest, guest];
  const shownTo = new Set<string>();
  let behind = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(round, { minLength: 3, maxLength: 3 }), async (rounds) => {
      for (const { requests, between } of rounds) {
        if (between === 'bump') await site.tags.bump(['categories', 'list:*', 'page:main', 'page:home']);
        if (between === 'time') await site.clock.advance(61_000);
        if (between === 'publish') await republish();
        const answers = await Promise.all(
          requests.map((each) => {
            const person = everyone[each.who]!;
            asking(person);
            return answerTo(site, person, each);
          }),
        );
        requests.forEach(({ who, ask }, index) => {
          const person = everyone[who]!;
          const text = answers[index]!;
          for (const other of people)
            if (other !== person) refuse(text, other, `the answer to ${person.name} at ${ask}`);
          const isBehindThePage = ask.startsWith('/_') && person.name === 'staff';
          if (isBehindThePage) {
            refuse(text, person, `the answer behind ${ask}`);
            behind++;
          }
          if (person !== guest && ask.endsWith('/cart') && person.shown.every((word) => text.includes(word)))
            shownTo.add(person.name);
        });
      }
    }),
    { seed: 7331, numRuns: 8, endOnFailure: true },
  );
  expect([...shownTo].sort()).toEqual(['anna', 'bert', 'cora', 'staff']);
  expect(behind).toBeGreaterThan(0);
  expect(kept.length).toBeGreaterThan(20);
  const outbox = await platform.database.execute('select kind, payload from outbox_events');
  for (const person of people) {
    refuse(kept.join('\n'), person, 'the process cache');
    refuse(site.log.join(''), person, 'the log');
    // What happened to which cart is told by its id, which opens nothing without its signature; products have ids there too.
    const { name, shown, secrets } = person;
    const words = { name, shown, secrets: secrets.filter((_, index) => index === 0 || index > 3) };
    refuse(JSON.stringify(outbox.rows), { ...person, ...words }, 'the outbox');
  }
}

function refuse(text: string, { name, secrets }: Person, place: string): void {
  const told = secrets.find((secret) => text.includes(secret));
  if (told !== undefined) throw new Error(`LEAK: "${told}" of ${name} stands in ${place}.`);
}

let published = 0;
async function republish(): Promise<void> {
  const [main] = await platform.pages.published(['main']);
  const name = `Main layout ${++published}`;
  await platform.pages.publish({ by: 'proof', documents: [{ ...main!.document, name }] });
}

/** A process cache that tells what was put into it. */
function watched(stored: string[]): ProcessCache {
  const cache = createProcessCache();
  return {
    ...cache,
    set(entry) {
      stored.push(entry.key, JSON.stringify(entry.value ?? null));
      cache.set(entry);
    },
  };
}

describe('what is private in the demo store', () => {
  it('[PROOF-CANARY-1] reaches its owner and nobody and nothing else', async () => {
    const stored: string[] = [];
    const site = openDemoSite(platform, { processCache: watched(stored) });
    await walk(site, stored);
    site.close();
  }, 300_000);

  it('[PROOF-CANARY-2] the check bites: with the cart made a public question by hand it goes red', async () => {
    const stored: string[] = [];
    let asks = guest;
    const site = openDemoSite(platform, {
      processCache: watched(stored),
      registry: createRegistry(library.map(askingPublicly)),
      // A public answer cannot see the visitor, so the fault takes a way past the engine: whoever asked last.
      handlers: (own) => withPublicCart(own, () => asks.secrets[3]),
    });
    const walking = walk(site, stored, (person) => {
      asks = person;
    });
    await expect(walking).rejects.toThrow();
    await expect(walking.catch((error: Error) => String(error.cause ?? error))).resolves.toMatch(/LEAK/);
    site.close();
  }, 300_000);
});

const publicCart = defineAction({
  id: getCart.id,
  source: getCart.source,
  input: getCart.input,
  output: type<unknown>(),
  varyBy: ['channel', 'locale', 'currency', 'customerGroup'],
  cache: { fresh: 60_000 },
  tags: () => ['carts'],
});

function withPublicCart(own: readonly Handler[], cartOf: () => string | undefined): Handler[] {
  return [
    ...own.filter(({ action }) => action.id !== getCart.id),
    handleAction(publicCart, async (inputs, shared) => {
      const cartId = cartOf();
      const found = cartId && (await platform.commerce.cart.get({ ...shared }, cartId));
      return inputs.map(() => found || null);
    }),
  ];
}

function askingPublicly(entry: RegisteredModule): RegisteredModule {
  const { id, title, kind, version, config, messages } = entry.module;
  if (id !== 'cart' && id !== 'cart-badge') return entry;
  const module = defineHole({
    id,
    title,
    kind,
    version,
    config,
    messages,
    data: ({ need }) => ({ cart: need(publicCart, {}) }),
  });
  return { ...entry, module };
}
