import { openTestDatabase, type TestDatabase } from '@vitrine/database/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openSellingShop, pickupAt, type SellingShop } from '../testing/selling-shop.ts';
import { type OrderListQuery, selectOrders } from './list-orders.ts';
import type { OrderView } from './orders.views.ts';

const MANY = 20_000;

describe('the list of orders', () => {
  let database: TestDatabase;
  let shop: SellingShop;
  let card: OrderView;
  let transfer: OrderView;
  let pickup: OrderView;

  beforeAll(async () => {
    database = await openTestDatabase({ migrations: [commerceMigrations] });
    shop = await openSellingShop(database);
    const variantId = await shop.product(50);
    await shop.stock(variantId, 'store-harbour', 5);
    const lines = [{ variantId, quantity: 2 }];
    card = await shop.order(lines);
    await shop.wait(1);
    transfer = await shop.order(lines, { token: 'transfer' });
    await shop.wait(1);
    pickup = await shop.order(lines, { patch: pickupAt('store-harbour') });
  });
  afterAll(() => database.close());

  const numbers = async (query: OrderListQuery) => {
    const { orders } = await shop.engine.orders.list(shop.command().actor, query);
    return orders.map(({ number }) => number);
  };
  const [first, second, third] = [() => card.number, () => transfer.number, () => pickup.number];

  it('[ORDER-5] is narrowed by goods, money, store, day and words', async () => {
    expect(await numbers({})).toEqual([third(), second(), first()]);
    expect(await numbers({ ids: [transfer.id, card.id, crypto.randomUUID()] })).toEqual([second(), first()]);
    expect(await numbers({ payment: 'due' })).toEqual([second()]);
    expect(await numbers({ payment: 'paid' })).toEqual([third(), first()]);
    expect(await numbers({ store: 'store-harbour' })).toEqual([third()]);
    expect(await numbers({ placedFrom: transfer.placedAt })).toEqual([third(), second()]);
    expect(await numbers({ placedBefore: transfer.placedAt })).toEqual([first()]);
    expect(await numbers({ q: `LOVE ${second().slice(2)}` })).toEqual([second()]);
    expect(await numbers({ q: 'love nobody' })).toEqual([]);
    expect(await numbers({ q: 'ADA@example.com' })).toEqual([third(), second(), first()]);
    expect(await numbers({ q: 'ada@ex lovelace' })).toEqual([third(), second(), first()]);
    expect(await numbers({ q: 'a@example.com' })).toEqual([]);
    expect(await numbers({ q: '@example.com' })).toEqual([third(), second(), first()]);
    expect(await numbers({ q: 'a%b_' })).toEqual([]);
    const [line] = card.lines;
    await shop.engine.fulfilment.ship(shop.command(), {
      orderId: card.id,
      lines: [{ lineId: line!.id, quantity: 1 }],
      locationId: 'warehouse',
    });
    expect(await numbers({ state: 'partly' })).toEqual([first()]);
    await shop.engine.orders.cancel(shop.command(), { orderId: card.id, reason: 'rest' });
    expect(await numbers({ state: 'done' })).toEqual([first()]);
    expect(await numbers({ payment: 'refunded' })).toEqual([first()]);
    await shop.engine.orders.cancel(shop.command(), { orderId: transfer.id, reason: 'all' });
    expect(await numbers({ state: 'cancelled' })).toEqual([second()]);
    expect(await numbers({ ids: [transfer.id, card.id, crypto.randomUUID()] })).toEqual([second(), first()]);
    expect(await numbers({ payment: 'due' })).toEqual([]);
    expect((await shop.again(transfer)).owed.amount).toBe(0);
  });

  it('[ORDER-5] is read by an index, whatever it is narrowed by', async () => {
    await copyOrders(MANY);
    const plan = async (query: OrderListQuery) => {
      const explained = await selectOrders(database, query).limit(51).explain('json', sql`analyze`);
      return scansIn(explained);
    };
    const queries: OrderListQuery[] = [
      {},
      { state: 'open' },
      { state: 'partly' },
      { state: 'cancelled' },
      { payment: 'due' },
      { payment: 'refunded' },
      { q: '10012' },
      { q: 'customer 4711' },
      { q: 'someone4711@example.com' },
      { channel: 'closed-long-ago' },
      { customerId: '00000000-0000-0000-0000-000000000000' },
      { placedFrom: '2026-01-01T00:00:00Z', placedBefore: '2026-01-02T00:00:00Z' },
    ];
    const scans = await Promise.all(queries.map(plan));
    for (const [at, scan] of scans.entries()) {
      expect(scan.kinds, JSON.stringify(queries[at])).not.toContain('Seq Scan');
      expect(scan.discarded, JSON.stringify(queries[at])).toBeLessThan(1_000);
    }
    const { next } = await shop.engine.orders.list(shop.command().actor, { limit: 100 });
    const deep = await plan({ after: next! });
    expect(deep.kinds).not.toContain('Seq Scan');
    expect(deep.discarded).toBeLessThan(10);
  });

  /** So many orders of other people, over two years: every fourth open, every thousandth something else. */
  async function copyOrders(count: number): Promise<void> {
    await database.execute(
      `insert into orders_order (id, number, channel, locale, currency, customer_group, email, name, state, prices,
         pieces, goods, delivery, discount, net, tax, total, paid, refunded, fulfilment, taxes, discounts, placed_at, updated_at)
       select gen_random_uuid(), (200000 + at)::text, channel, locale, currency, customer_group,
         'someone' || at || '@example.com', 'Customer ' || at,
         case when at % 1000 = 1 then 'cancelled' else 'placed' end, prices, pieces, goods, delivery, discount, net, tax,
         total, case when at % 1000 = 2 then 0 else total end, case when at % 1000 = 3 then 1 else 0 end,
         case when at % 4 = 0 then 'open' else 'done' end, taxes, discounts,
         timestamptz '2024-12-01' + at * interval '${Math.floor((700 * 86_400) / count)} seconds', now()
       from orders_order cross join generate_series(1, ${count}) as at where number = $1`,
      [pickup.number],
    );
    await database.execute('analyze orders_order', []);
  }
});

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** How tables were read, and how many rows were read for nothing. */
function scansIn(explained: readonly unknown[]): { kinds: string[]; discarded: number } {
  const [row] = explained as readonly { 'QUERY PLAN': readonly { Plan: PlanNode }[] }[];
  const scans = { kinds: [] as string[], discarded: 0 };
  const walk = (node: PlanNode) => {
    scans.kinds.push(node['Node Type']);
    scans.discarded += node['Rows Removed by Filter'] ?? 0;
    for (const child of node.Plans ?? []) walk(child);
  };
  walk(row!['QUERY PLAN'][0]!.Plan);
  return scans;
}
