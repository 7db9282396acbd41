import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openSellingShop, type SellingShop } from '../testing/selling-shop.ts';
import { takeMails } from '../testing/shopper-account.ts';

const DAY = '2026-12-12';

describeOnEachEngine('what is preordered', { migrations: [commerceMigrations] }, (database) => {
  let shop: SellingShop;
  beforeAll(async () => {
    shop = await openSellingShop(database());
  });
  beforeEach(() => {
    shop.now = new Date('2026-11-23T09:00:00.000Z');
  });

  async function coming(limit?: number): Promise<string> {
    const variantId = await shop.product(0);
    const preorder = { shipsFrom: DAY, ...(limit !== undefined && { limit }) };
    await shop.engine.inventory.setPolicy(shop.command(), { variantId, preorder });
    return variantId;
  }

  test('[PRE-1] [DELIV-7] cart and checkout say when it ships, and deliver from then on', async () => {
    const [variantId, there] = [await coming(5), await shop.product(5)];
    const { cart, options } = await shop.ready([
      { variantId: there, quantity: 1 },
      { variantId, quantity: 2 },
    ]);
    expect(cart.lines).toMatchObject([
      { availability: 'low-stock' },
      { availability: 'preorder', shipsFrom: DAY, maxQuantity: 5 },
    ]);
    expect(cart.lines[0]).not.toHaveProperty('shipsFrom');
    expect(options.length).toBeGreaterThan(0);
    for (const { promise } of options) expect(promise!.earliest >= DAY).toBe(true);
    const at = { place: { country: 'DE', postalCode: '24103', city: 'Kiel' }, subtotal: 1000 };
    const ask = { ...at, lines: [{ id: 'l', variantId, quantity: 1 }] };
    const { offered } = await shop.engine.delivery.options(shop.en, ask);
    expect(offered.map(({ promise }) => promise.earliest)).toEqual(
      options.map(({ promise }) => promise!.earliest),
    );
  });

  test('[PRE-1] no store offers it for pickup before its day', async () => {
    const { options } = await shop.ready([{ variantId: await coming(), quantity: 1 }]);
    expect(options.map(({ kind }) => kind)).not.toContain('pickup');
  });

  test('[PRE-7] [PRE-5] an order is paid at once and keeps the day it was told; its confirmation says so', async () => {
    const variantId = await coming();
    await takeMails(shop);
    const order = await shop.order([{ variantId, quantity: 2 }]);
    expect(order.lines).toMatchObject([{ shipsFrom: DAY, fulfilled: 0 }]);
    expect(order.paid).toEqual(order.total);
    expect(await shop.held(order)).toMatchObject([{ quantity: 0, backordered: 2 }]);
    const [mail] = await takeMails(shop);
    expect(mail!.text).toContain('Preorder, ships from December 12, 2026');
    expect(mail!.html).toContain('Preorder, ships from December 12, 2026');
    const later = { variantId, preorder: { shipsFrom: '2027-01-15' } };
    await shop.engine.inventory.setPolicy(shop.command(), later);
    expect((await shop.again(order)).lines).toMatchObject([{ shipsFrom: DAY }]);
  });

  test('[PRE-4] the rest of an order is sent before, and what was preordered when it has come', async () => {
    const [variantId, there] = [await coming(3), await shop.product(5)];
    const order = await shop.order([
      { variantId: there, quantity: 1 },
      { variantId, quantity: 2 },
    ]);
    const ship = (at: number, quantity: number) =>
      shop.engine.fulfilment.ship(shop.command(), {
        orderId: order.id,
        lines: [{ lineId: order.lines[at]!.id, quantity }],
        locationId: 'warehouse',
      });
    expect(await ship(0, 1)).toMatchObject({ kind: 'shipped' });
    expect((await ship(1, 1)).kind).not.toBe('shipped');
    await shop.stock(variantId, 'warehouse', 10);
    expect(await ship(1, 2)).toMatchObject({ kind: 'shipped' });
    expect(await shop.again(order)).toMatchObject({ fulfilment: 'done' });
    expect((await shop.engine.inventory.orderable(shop.en, [variantId]))[0]).toMatchObject({ available: 1 });
    expect(await shop.engine.examine()).toEqual([]);
  });

  test('[PRE-2] two who pay for the last one are one order and one who is told', async () => {
    const variantId = await coming(1);
    const checkouts = [
      await shop.ready([{ variantId, quantity: 1 }]),
      await shop.ready([{ variantId, quantity: 1 }]),
    ];
    const outcomes = await Promise.all(checkouts.map((checkout) => shop.pay(checkout, 'sim-approve')));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['not-enough', 'placed']);
    expect(outcomes.find(({ kind }) => kind === 'not-enough')).toMatchObject({
      short: [{ variantId, free: 0 }],
    });
    expect(await shop.engine.examine()).toEqual([]);
  });

  test('[PRE-2] what is cancelled can be preordered again', async () => {
    const variantId = await coming(1);
    const order = await shop.order([{ variantId, quantity: 1 }]);
    const state = async () => (await shop.engine.inventory.availability(shop.en, [variantId]))[0]?.class;
    expect(await state()).toBe('sold-out');
    await shop.engine.orders.cancel(shop.command(), { orderId: order.id, reason: 'changed their mind' });
    expect(await state()).toBe('preorder');
  });
});
