import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, it } from 'vitest';
import { examineShop } from '../doctor/examine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openSellingShop, type SellingShop } from '../testing/selling-shop.ts';
import type { OrderView } from './orders.views.ts';

const cash = (amount: number) => ({ amount, currency: 'EUR' });

describeOnEachEngine('allowances', { migrations: [commerceMigrations] }, (database) => {
  let shop: SellingShop;
  beforeAll(async () => {
    shop = await openSellingShop(database());
  });

  const give = (
    order: OrderView,
    amount: number,
    more: Partial<Parameters<typeof shop.engine.orders.giveAllowance>[1]> = {},
  ) =>
    shop.engine.orders.giveAllowance(shop.command(), {
      orderId: order.id,
      amount,
      reason: 'a scratch',
      ...more,
    });
  const ordered = async (quantity: number, price = 1000) =>
    shop.order([{ variantId: await shop.product(quantity, price), quantity }]);
  const sound = async () => expect(await examineShop(database())).toEqual([]);

  it('[ALLOW-1] [ALLOW-2] [ALLOW-4] of a line: what was paid goes back, and everybody is told', async () => {
    const order = await ordered(2);
    await shop.takeEvents();
    const of = { lineId: order.lines[0]!.id };
    expect(await give(order, 500, { of })).toEqual({
      kind: 'given',
      amount: cash(500),
      back: cash(500),
      owed: cash(order.total.amount - 500),
    });
    const again = await shop.again(order);
    expect(again).toMatchObject({
      state: 'placed',
      refunded: cash(500),
      owed: cash(order.total.amount - 500),
      lines: [{ allowance: cash(500), cancelled: 0, returned: 0 }],
    });
    expect((await shop.bank(order)).refunded).toBe(500);
    const kinds = (await shop.takeEvents()).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['order.allowance-given', 'order.refunded']));
    expect(await shop.timeline(order)).toContain('allowance');
    const { key } = await shop.engine.orders.opened(database(), order.id);
    const progress = await shop.engine.progress.of({ orderId: order.id, key });
    expect(progress?.allowances).toMatchObject([{ amount: cash(500), reason: 'a scratch' }]);
    await sound();
  });

  it('[ALLOW-2] asked twice with one key it is given once', async () => {
    const order = await ordered(1);
    const command = shop.command();
    const input = { orderId: order.id, amount: 100, reason: 'late' };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => shop.engine.orders.giveAllowance(command, input)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await shop.bank(order)).refunded).toBe(100);
    await sound();
  });

  it('[ALLOW-1] never more than is left, whatever was returned before or is cancelled afterwards', async () => {
    const order = await ordered(3);
    const [line] = order.lines;
    const cancel = (quantity: number) =>
      shop.engine.orders.cancel(shop.command(), {
        orderId: order.id,
        lines: [{ lineId: line!.id, quantity }],
        reason: 'too many',
      });
    await cancel(1);
    expect(await give(order, 2001, { of: { lineId: line!.id } })).toEqual({
      kind: 'too-much',
      most: cash(2000),
    });
    expect(await give(order, 700, { of: { lineId: line!.id } })).toMatchObject({ kind: 'given' });
    expect(await give(order, 300, { of: { deliveryId: order.deliveries[0]!.id } })).toMatchObject({
      kind: 'given',
    });
    expect(await shop.again(order)).toMatchObject({ deliveries: [{ givenBack: cash(300) }] });
    expect(await cancel(2)).toMatchObject({ kind: 'cancelled', state: 'cancelled' });
    expect(await shop.again(order)).toMatchObject({ owed: cash(0), refunded: order.total });
    expect(await shop.bank(order)).toEqual({ captured: order.total.amount, refunded: order.total.amount });
    expect(await give(order, 1)).toEqual({ kind: 'too-much', most: cash(0) });
    await sound();
  });

  it('[ALLOW-5] what is told to be left is what can be given, and what cancelling takes off', async () => {
    const order = await ordered(3);
    const [line] = order.lines;
    const left = async () => (await shop.engine.orders.leftOf(shop.command().actor, order.id))!;
    const cancel = (quantity: number, delivery: 'none' | 'proportional') =>
      shop.engine.orders.cancel(shop.command(), {
        orderId: order.id,
        lines: [{ lineId: line!.id, quantity }],
        reason: 'too many',
        delivery,
      });
    expect(await left()).toEqual({
      whole: order.total,
      lines: [
        {
          ...{ lineId: line!.id, left: cash(3000), open: [cash(1000), cash(2000), cash(3000)] },
          charges: [cash(163), cash(327), cash(490)],
        },
      ],
      deliveries: [{ deliveryId: order.deliveries[0]!.id, left: order.delivery }],
    });
    const [left0] = (await left()).lines;
    await give(order, 2500, { of: { lineId: line!.id } });
    const before = await left();
    expect(before.lines).toEqual([{ ...left0, left: cash(500), open: [cash(500), cash(500), cash(500)] }]);
    const { open, charges } = before.lines[0]!;
    expect(await cancel(1, 'proportional')).toMatchObject({
      kind: 'cancelled',
      amount: cash(open[0]!.amount + charges[0]!.amount),
    });
    const after = await left();
    expect(await give(order, after.whole.amount + 1)).toEqual({ kind: 'too-much', most: after.whole });
    expect(await give(order, after.whole.amount)).toMatchObject({ kind: 'given' });
    expect((await left()).whole).toEqual(cash(0));
    await sound();
  });

  it('[ORDER-18] of an order that was reduced and then cancelled whole nothing of the delivery stays', async () => {
    const order = await ordered(1);
    await give(order, 100);
    const statement = async () => (await shop.again(order)).statement;
    expect(
      await shop.engine.orders.cancel(shop.command(), { orderId: order.id, reason: 'lost' }),
    ).toMatchObject({
      kind: 'cancelled',
      state: 'cancelled',
    });
    const { rows, deliveryKept } = await statement();
    expect(rows.map(({ kind }) => kind)).toEqual(['cancelled', 'delivery', 'allowance']);
    expect(order.total.amount + rows.reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(0);
    expect(deliveryKept).toEqual(cash(0));
    await sound();
  });

  it('[ORDER-18] what of the delivery stays is told as the list has it, also of an order that was reduced', async () => {
    const order = await ordered(2);
    await give(order, 100);
    const lines = [{ lineId: order.lines[0]!.id, quantity: 1 }];
    await shop.engine.orders.cancel(shop.command(), { orderId: order.id, lines, reason: 'one is enough' });
    expect((await shop.again(order)).statement.deliveryKept).toEqual(order.delivery);
  });

  it('[ALLOW-2] what nobody has paid yet is not given back but not taken either', async () => {
    const variantId = await shop.product(1, 1000);
    const order = await shop.order([{ variantId, quantity: 1 }], { token: 'transfer' });
    expect(await give(order, 400)).toMatchObject({ kind: 'given', back: cash(0) });
    expect(await shop.again(order)).toMatchObject({
      owed: cash(order.total.amount - 400),
      refunded: cash(0),
    });
    await sound();
  });

  it('[ALLOW-2] credit needs somebody to have it', async () => {
    const order = await ordered(1);
    expect(await give(order, 200, { to: 'store-credit' })).toEqual({ kind: 'barred', amount: cash(200) });
    expect(await shop.again(order)).toMatchObject({ refunded: cash(0), lines: [{ allowance: cash(0) }] });
  });

  it('[ALLOW-3] once there is an invoice it is corrected by a credit note', async () => {
    const seller = { name: 'Ostrand GmbH', address: ['Seilergang 3'], taxId: 'DE136695976' };
    await shop.engine.invoices.setSeller(shop.command(), {
      ...{ ...seller, channel: 'online' },
      prefixes: { invoice: 'R-', creditNote: 'K-' },
    });
    const order = await ordered(1);
    await shop.engine.fulfilment.ship(shop.command(), {
      orderId: order.id,
      lines: [{ lineId: order.lines[0]!.id, quantity: 1 }],
      locationId: 'warehouse',
    });
    await give(order, 119, { of: { lineId: order.lines[0]!.id } });
    await shop.engine.invoices.issueDue();
    const papers = await shop.engine.invoices.list(shop.command().actor, order.id);
    expect(papers.map(({ kind, total }) => [kind, total.amount])).toEqual([
      ['invoice', order.total.amount],
      ['credit-note', 119],
    ]);
  });

  it('[ALLOW-1] what is asked for must make sense, and be allowed', async () => {
    const order = await ordered(1);
    expect(await give(order, 1, { orderId: crypto.randomUUID() })).toEqual({ kind: 'no-order' });
    expect(await give(order, 1, { of: { lineId: crypto.randomUUID() } })).toEqual({ kind: 'unknown-part' });
    await expect(give(order, 0)).rejects.toMatchObject({ code: 'bad_input' });
    await expect(give(order, 1.5)).rejects.toMatchObject({ code: 'bad_input' });
    const input = { orderId: order.id, amount: 1, reason: 'why not' };
    await expect(shop.engine.orders.giveAllowance(shop.asGuest(), input)).rejects.toMatchObject({
      code: 'not_allowed',
    });
  });
});
