import {
  type CommerceEngine,
  commerceMigrations,
  createEngine,
  createSimulator,
} from '@vitrine/commerce-engine';
import { createCommerceApi } from '@vitrine/commerce-engine/http';
import { type Database, openDatabase } from '@vitrine/database';
import { fillShop } from '../commerce/fill-shop.ts';
import { type Send, variantIds } from '../commerce/requests.ts';
import { SECRET } from '../commerce/secret.ts';
import vitrine from '../commerce/vitrine.adapter.mjs';
import { multiplyOrders } from './multiply-orders.ts';

// npm run bench:office [-- --orders 100000]
// What the office asks for, of a shop with forty orders and of the same shop with many: milliseconds and statements of each.

const flag = process.argv.indexOf('--orders');
const ORDERS = flag < 0 ? 100_000 : Number(process.argv[flag + 1]);
const PLACED = 40;
const TIMES = 30;
const ADMIN = '/api/admin/v1';
const server = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const command = () => ({
  actor: { kind: 'system' as const, reason: 'bench' },
  idempotencyKey: crypto.randomUUID(),
});

const name = `vitrine_bench_office_${process.pid}`;
const admin = await openDatabase({ url: server, migrations: [] });
await admin.execute(`create database ${name}`);
const url = new URL(server);
url.pathname = `/${name}`;
let statements = 0;
const database = await openDatabase({
  url: url.href,
  migrations: [commerceMigrations],
  onStatement: () => {
    statements += 1;
  },
});
const { provider } = createSimulator({
  database,
  clock: () => new Date(),
  secret: SECRET,
  challengeUrl: (reference) => `http://bank.example/${reference}`,
});
const engine = createEngine({ database, secret: SECRET, paymentProviders: [provider] });
try {
  await fillShop(engine);
  const { token } = await engine.identity.createApiToken(command(), {
    name: 'office',
    capabilities: ['orders.read', 'customers.read', 'catalog.read', 'inventory.write'],
  });
  const api = createCommerceApi(engine);
  const send: Send = async (method, path, { headers = {}, body } = {}) => {
    const answer = await api.request(path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...headers,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, json: JSON.parse(text) as unknown, text };
  };
  await placeOrders(send, engine);
  const few = await measure(send, database);
  const began = performance.now();
  await multiplyOrders(database, ORDERS);
  console.log(`${ORDERS} orders after ${Math.round((performance.now() - began) / 1000)} s`);
  const many = await measure(send, database);
  console.log('| what is asked | statements | ms with 40 | ms with many | × |\n|---|---|---|---|---|');
  for (const [what, { milliseconds, each }] of many) {
    const before = few.get(what)!.milliseconds;
    const figures = [each, before.toFixed(1), milliseconds.toFixed(1), (milliseconds / before).toFixed(1)];
    console.log(`| ${what} | ${figures.join(' | ')} |`);
  }
} finally {
  engine.search.stop();
  await database.close();
  await admin.execute(`drop database ${name} with (force)`);
  await admin.close();
}

/** Orders in every state that lists tell apart. */
async function placeOrders(send: Send, { orders, returns, fulfilment }: CommerceEngine): Promise<void> {
  const shop = await vitrine({ req: send, ids: { variants: await variantIds(send) } });
  for (let n = 0; n < PLACED; n += 1) {
    const checkout = await shop.ready([shop.variant(n * 7), shop.variant(n * 7 + 1)]);
    const { json } = await shop.pay(checkout, crypto.randomUUID());
    const { order } = (await orders.get(command().actor, (json as { order: { id: string } }).order.id))!;
    const lines = order.lines.map(({ id, quantity }) => ({ lineId: id, quantity }));
    // Of ten: six were sent, one of them came back; one was cancelled; three wait.
    if (n % 10 === 0) await orders.cancel(command(), { orderId: order.id, reason: 'changed my mind' });
    if (n % 10 > 3) await fulfilment.ship(command(), { orderId: order.id, lines, locationId: 'warehouse' });
    if (n % 10 === 9)
      await returns.takeBack(command(), {
        orderNumber: order.number,
        locationId: 'warehouse',
        lines: lines.map((line) => ({ ...line, reason: 'other', condition: 'resellable' })),
      });
  }
}

async function measure(send: Send, on: Database) {
  const { rows } = await on.execute(
    `select id, number, email from orders_order order by placed_at offset (select count(*) / 2 from orders_order) limit 1`,
  );
  const [one] = rows as [{ id: string; number: string; email: string }];
  const days = (count: number) => new Date(Date.now() - count * 86_400_000).toISOString();
  const far = await cursorAfter(send, 5);
  const questions: Readonly<Record<string, string>> = {
    'orders, newest': '/orders',
    'orders, some pages on': `/orders?after=${encodeURIComponent(far)}`,
    'orders to be sent': '/orders?state=open',
    'orders sent in part': '/orders?state=partly',
    'orders that are done': '/orders?state=done',
    'orders that were cancelled': '/orders?state=cancelled',
    'orders to be paid': '/orders?payment=due',
    'orders with money back': '/orders?payment=refunded',
    'orders that are paid': '/orders?payment=paid',
    'orders of a week': `/orders?placedFrom=${days(40)}&placedBefore=${days(33)}`,
    'orders of another channel': '/orders?channel=nowhere',
    'orders by number': `/orders?q=${encodeURIComponent(one.number)}`,
    'orders by email': `/orders?q=${encodeURIComponent(one.email)}`,
    'orders by a name many have': '/orders?q=ada',
    'orders by two names': '/orders?q=ada+kim',
    'orders by what nobody is called': '/orders?q=zzzzzz',
    'one order': `/orders/${one.id}`,
    'returns, newest': '/returns',
    'returns that wait': '/returns?state=requested',
    'what waits for somebody': '/worklist',
    stock: '/stock',
  };
  const figures = new Map<string, { readonly milliseconds: number; readonly each: number }>();
  for (const [what, path] of Object.entries(questions)) {
    const took: number[] = [];
    let each = 0;
    for (let time = 0; time < TIMES; time += 1) {
      const [before, began] = [statements, performance.now()];
      const { status, text } = await send('GET', `${ADMIN}${path}`);
      took.push(performance.now() - began);
      each = statements - before;
      if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
    }
    took.sort((a, b) => a - b);
    figures.set(what, { milliseconds: took[TIMES / 2]!, each });
  }
  return figures;
}

async function cursorAfter(send: Send, pages: number): Promise<string> {
  let after = '';
  for (let page = 0; page < pages; page += 1) {
    const path = `/orders?limit=8${after && `&after=${encodeURIComponent(after)}`}`;
    after = ((await send('GET', ADMIN + path)).json as { next?: string }).next ?? after;
  }
  return after;
}
