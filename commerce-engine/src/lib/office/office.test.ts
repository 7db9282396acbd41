import { openTestDatabase, type TestDatabase } from '@vitrine/database/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Capability } from '../identity/identity.views.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openPayingShop, type PayingShop } from '../testing/paying-shop.ts';

let database: TestDatabase;
let shop: PayingShop;

beforeAll(async () => {
  database = await openTestDatabase({ migrations: [commerceMigrations] });
  shop = await openPayingShop(database);
});
afterAll(() => database.close());

const staff = (...capabilities: Capability[]): Actor => ({
  kind: 'staff',
  id: 'somebody',
  name: 'Somebody',
  email: 'somebody@example.com',
  roles: [],
  capabilities,
});

async function buy(variantId: string): Promise<string> {
  const paid = await shop.pay(await shop.ready([{ variantId, quantity: 2 }]), 'sim-approve');
  expect(paid.kind).toBe('placed');
  return (paid as Extract<typeof paid, { kind: 'placed' }>).order.id;
}

describe('the worklist', () => {
  it('[OFFICE-1] has what one may look after and nothing else', async () => {
    const { office } = shop.engine;
    expect(await office.worklist(staff())).toEqual({});
    expect(Object.keys(await office.worklist(staff('orders.read')))).toEqual(['orders']);
    expect(Object.keys(await office.worklist(staff('inventory.write', 'webhooks.write')))).toEqual([
      'stock',
      'webhooks',
    ]);
  });

  it('[OFFICE-2] counts what is to be sent and what comes back', async () => {
    const { office, returns, fulfilment } = shop.engine;
    const variantId = await shop.product(50);
    const orderId = await buy(variantId);
    const mine = staff('orders.read');
    expect((await office.worklist(mine)).orders).toMatchObject({
      toFulfil: { count: 1, more: false },
      returnsToApprove: { count: 0 },
    });
    const lineId = (await shop.engine.orders.get(mine, orderId))!.order.lines[0]!.id;
    const lines = [{ lineId, quantity: 2 }];
    await fulfilment.ship(shop.command(), { orderId, lines, locationId: 'warehouse' });
    await returns.request(shop.command(), { orderId, lines: [{ lineId, quantity: 1, reason: 'other' }] });
    expect((await office.worklist(mine)).orders).toMatchObject({
      toFulfil: { count: 0 },
      returnsToApprove: { count: 1 },
    });
  });

  it('[OFFICE-3] names what is nearly sold out, the scarcest first', async () => {
    const { office, inventory } = shop.engine;
    const mine = staff('inventory.write');
    const before = (await office.worklist(mine)).stock!.low.count;
    const few = await shop.product(3);
    const none = await shop.product(0);
    const onOrder = await shop.product(0);
    await shop.product(80);
    await inventory.setPolicy(shop.command(), { variantId: onOrder, backorder: true });
    const { low, scarcest } = (await office.worklist(mine)).stock!;
    const named = scarcest.map(({ variantId }) => variantId);
    expect(named).toEqual(expect.arrayContaining([few, none]));
    expect(named).not.toContain(onOrder);
    expect(scarcest.find(({ variantId }) => variantId === few)).toMatchObject({
      available: 3,
      name: expect.stringMatching(/^Thing/),
    });
    expect(scarcest.map(({ available }) => available)).toEqual(
      scarcest.map(({ available }) => available).toSorted((a, b) => a - b),
    );
    expect(low.count).toBe(before + 2);
  });

  it('[OFFICE-4] tells of payments that people must look after', async () => {
    const orderId = await buy(await shop.product(20));
    await sql`update payments_payment set problem = 'The bank told another sum.' where order_id = ${orderId}`.execute(
      database.tables(),
    );
    const { orders } = await shop.engine.office.worklist(staff('orders.read'));
    expect(orders?.payments).toEqual([
      expect.objectContaining({ orderId, problem: 'The bank told another sum.' }),
    ]);
  });

  it('[OFFICE-6] tells of orders that nobody can send, the longest waiting first', async () => {
    const { office, orders, fulfilment } = shop.engine;
    const mine = staff('orders.read');
    const numbers: string[] = [];
    for (const days of [0, 1]) {
      const orderId = await buy(await shop.product(2));
      const { order } = (await orders.get(mine, orderId))!;
      const lines = [{ lineId: order.lines[0]!.id, quantity: 2 }];
      const rejected = { orderId, locationId: 'warehouse', lines, reason: 'damaged' } as const;
      expect(await fulfilment.reject(shop.command(), rejected)).toMatchObject({ kind: 'nowhere-else' });
      numbers.push(order.number);
      shop.now = new Date(shop.now.getTime() + (days + 1) * 24 * 60 * 60_000);
    }
    const stuck = (await office.worklist(mine)).orders!.stuck;
    expect(stuck.map(({ number }) => number)).toEqual(numbers);
  });
});
