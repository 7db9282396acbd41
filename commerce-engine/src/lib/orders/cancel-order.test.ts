import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { examineShop } from '../doctor/examine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openSellingShop, type SellingShop } from '../testing/selling-shop.ts';

describeOnEachEngine('cancelling', { migrations: [commerceMigrations] }, (database) => {
  let shop: SellingShop;
  beforeAll(async () => {
    shop = await openSellingShop(database());
  });

  const available = async (variantId: string) =>
    (await shop.engine.inventory.orderable(shop.en, [variantId]))[0]!.available;
  const cancel = (input: Parameters<typeof shop.engine.orders.cancel>[1]) =>
    shop.engine.orders.cancel(shop.command(), input);
  const sound = async () => expect(await examineShop(database())).toEqual([]);

  describe('pieces', () => {
    it('[ORDER-6] [ORDER-7] [ORDER-8] [ORDER-9] a whole order: stock is free and every cent is back', async () => {
      const [a, b] = [await shop.product(5, 1999), await shop.product(5, 333)];
      const order = await shop.order([
        { variantId: a, quantity: 2 },
        { variantId: b, quantity: 3 },
      ]);
      await shop.takeEvents();
      expect(await cancel({ orderId: order.id, reason: 'changed their mind' })).toEqual({
        kind: 'cancelled',
        state: 'cancelled',
        amount: order.total,
      });
      expect(await shop.again(order)).toMatchObject({
        state: 'cancelled',
        paid: order.total,
        refunded: order.total,
        lines: [{ cancelled: 2 }, { cancelled: 3 }],
      });
      expect([await available(a), await available(b)]).toEqual([5, 5]);
      expect(await shop.held(order)).toEqual([]);
      expect(await shop.timeline(order)).toContain('cancelled');
      const kinds = (await shop.takeEvents()).map(({ kind }) => kind);
      expect(kinds).toEqual(expect.arrayContaining(['order.cancelled', 'order.refunded']));
      await sound();
    });

    it('[ORDER-7] [ORDER-8] some pieces: exactly they are free, and their share is back', async () => {
      const variantId = await shop.product(5, 1000);
      const order = await shop.order([{ variantId, quantity: 3 }]);
      const lines = [{ lineId: order.lines[0]!.id, quantity: 1 }];
      expect(await cancel({ orderId: order.id, lines, reason: 'too many' })).toMatchObject({
        kind: 'cancelled',
        state: 'placed',
        amount: { amount: 1000 },
      });
      expect(await shop.again(order)).toMatchObject({ state: 'placed', refunded: { amount: 1000 } });
      expect(await available(variantId)).toBe(3);
      const rest = await cancel({ orderId: order.id, reason: 'all of it', delivery: 'none' });
      expect(rest).toMatchObject({ state: 'cancelled', amount: { amount: 2490 } });
      expect(await shop.bank(order)).toEqual({ captured: 3490, refunded: 3490 });
      await sound();
    });

    it('[ORDER-21] broken pieces are written off where they lie, the others are free; all money goes back', async () => {
      const variantId = await shop.product(5, 1000);
      const order = await shop.order([{ variantId, quantity: 4 }]);
      const lineId = order.lines[0]!.id;
      const lines = [
        { lineId, quantity: 2, broken: true },
        { lineId, quantity: 1 },
      ];
      expect(await cancel({ orderId: order.id, lines, reason: 'dropped' })).toMatchObject({
        kind: 'cancelled',
        amount: { amount: 3000 },
      });
      expect(await available(variantId)).toBe(2);
      const { movements } = await shop.engine.inventory.movements(shop.command().actor, {
        variantId,
      });
      expect(movements).toContainEqual(expect.objectContaining({ onHand: -2, reason: 'damaged' }));
      expect(await shop.held(order)).toMatchObject([{ quantity: 1 }]);
      await cancel({ orderId: order.id, lines: [{ lineId, quantity: 1, broken: true }], reason: 'too' });
      expect(await available(variantId)).toBe(2);
      expect(await shop.again(order)).toMatchObject({ state: 'cancelled', refunded: order.total });
      await sound();
    });

    it('[ORDER-21] of a bundle its components are written off; what is not there yet cannot be broken', async () => {
      const [a, b] = [await shop.product(6), await shop.product(3)];
      const variantId = await shop.bundle([
        { variantId: a, quantity: 2 },
        { variantId: b, quantity: 1 },
      ]);
      const order = await shop.order([{ variantId, quantity: 2 }]);
      const lineId = order.lines[0]!.id;
      await cancel({ orderId: order.id, lines: [{ lineId, quantity: 1, broken: true }], reason: 'no' });
      expect([await available(a), await available(b)]).toEqual([2, 1]);
      const owed = await shop.product(0);
      await shop.engine.inventory.setPolicy(shop.command(), { variantId: owed, backorder: true });
      const later = await shop.order([{ variantId: owed, quantity: 2 }]);
      const all = [{ lineId: later.lines[0]!.id, quantity: 2, broken: true }];
      expect(await cancel({ orderId: later.id, lines: all, reason: 'no' })).toEqual({
        kind: 'not-there',
        lineId: later.lines[0]!.id,
        there: 0,
      });
      expect((await shop.again(later)).lines).toMatchObject([{ cancelled: 0 }]);
      await sound();
    });

    it('[ORDER-7] too many, unknown and nothing are told and change nothing', async () => {
      const variantId = await shop.product(5);
      const order = await shop.order([{ variantId, quantity: 2 }]);
      const lineId = order.lines[0]!.id;
      const most = { orderId: order.id, lines: [{ lineId, quantity: 3 }], reason: 'no' };
      expect(await cancel(most)).toEqual({ kind: 'too-many', lineId, open: 2 });
      expect(await cancel({ orderId: crypto.randomUUID(), reason: 'no' })).toEqual({ kind: 'no-order' });
      const unknown = [{ lineId: crypto.randomUUID(), quantity: 1 }];
      await expect(cancel({ orderId: order.id, lines: unknown, reason: 'no' })).rejects.toMatchObject({
        code: 'bad_input',
      });
      await expect(
        shop.engine.orders.cancel(shop.asGuest(), { orderId: order.id, reason: 'no' }),
      ).rejects.toMatchObject({ code: 'not_allowed' });
      await cancel({ orderId: order.id, reason: 'yes' });
      expect(await cancel({ orderId: order.id, reason: 'again' })).toEqual({ kind: 'nothing-open' });
      expect(await shop.bank(order)).toEqual({ captured: 2490, refunded: 2490 });
    });

    it('[ORDER-7] twenty with one key are one cancellation', async () => {
      const variantId = await shop.product(5);
      const order = await shop.order([{ variantId, quantity: 3 }]);
      const command = shop.command();
      const input = {
        orderId: order.id,
        lines: [{ lineId: order.lines[0]!.id, quantity: 1 }],
        reason: 'one',
      };
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => shop.engine.orders.cancel(command, input)),
      );
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(await shop.again(order)).toMatchObject({
        refunded: { amount: 1000 },
        lines: [{ cancelled: 1 }],
      });
      await sound();
    });

    it('[ORDER-10] shipped and cancelled at once: each piece once', async () => {
      const variantId = await shop.product(50);
      const orders = await Promise.all(
        Array.from({ length: 6 }, () => shop.order([{ variantId, quantity: 1 }])),
      );
      const pairs = await Promise.all(
        orders.map((order) => {
          const lines = [{ lineId: order.lines[0]!.id, quantity: 1 }];
          const place = { orderId: order.id, lines, locationId: 'warehouse' };
          return Promise.all([
            shop.engine.fulfilment.ship(shop.command(), place),
            cancel({ orderId: order.id, lines, reason: 'at once' }),
          ]);
        }),
      );
      for (const [at, [shipped, cancelled]] of pairs.entries()) {
        expect([shipped.kind, cancelled.kind].sort()).toContain('too-many');
        const { lines } = await shop.again(orders[at]!);
        expect(lines[0]!.fulfilled + lines[0]!.cancelled).toBe(1);
      }
      await sound();
    });
  });

  describe('money', () => {
    it('[OWED-1] [REFUND-4] the delivery goes back as far as was chosen', async () => {
      const variantId = await shop.product(9, 1000);
      const order = await shop.order([{ variantId, quantity: 4 }]);
      const lines = [{ lineId: order.lines[0]!.id, quantity: 1 }];
      const some = await cancel({ orderId: order.id, lines, reason: 'one', delivery: 'proportional' });
      expect(some).toMatchObject({ amount: { amount: 1000 + 123 } });
      const more = await cancel({ orderId: order.id, lines, reason: 'one', delivery: 'all' });
      expect(more).toMatchObject({ amount: { amount: 1000 + 367 } });
      expect(await cancel({ orderId: order.id, reason: 'rest' })).toMatchObject({ amount: { amount: 2000 } });
      expect(await shop.bank(order)).toEqual({ captured: 4490, refunded: 4490 });
    });

    it('[OWED-2] what was only promised is given up', async () => {
      const variantId = await shop.product(5);
      const order = await shop.order([{ variantId, quantity: 1 }], { token: 'transfer' });
      await cancel({ orderId: order.id, reason: 'never paid' });
      expect(await shop.again(order)).toMatchObject({
        state: 'cancelled',
        paid: { amount: 0 },
        payments: [{ state: 'cancelled' }],
      });
      await sound();
    });

    it('[OWED-3] a capture whose answer is lost is waited for, and goes back then', async () => {
      const variantId = await shop.product(5);
      const order = await shop.order([{ variantId, quantity: 2 }], { token: 'sim-slow-capture' });
      expect(order.paid.amount).toBe(0);
      await cancel({ orderId: order.id, reason: 'at once' });
      expect(await shop.bank(order)).toEqual({ captured: 2490, refunded: 0 });
      await shop.wait(2);
      await shop.wait(2);
      expect(await shop.bank(order)).toEqual({ captured: 2490, refunded: 2490 });
      expect(await shop.again(order)).toMatchObject({ paid: { amount: 2490 }, refunded: { amount: 2490 } });
      await sound();
    });

    it('[OWED-4] [PAY-9] a transfer is taken when staff say so, and only what is left', async () => {
      const variantId = await shop.product(5, 1000);
      const order = await shop.order([{ variantId, quantity: 3 }], { token: 'transfer' });
      const [payment] = order.payments;
      const mark = (amount?: number) =>
        shop.engine.payments.markPaid(shop.command(), { paymentId: payment!.id, ...(amount && { amount }) });
      await cancel({
        orderId: order.id,
        lines: [{ lineId: order.lines[0]!.id, quantity: 1 }],
        reason: 'one less',
      });
      expect(await mark(3490)).toEqual({ kind: 'too-much', left: { amount: 2490, currency: 'EUR' } });
      expect(await mark(490)).toMatchObject({ kind: 'marked', amount: { amount: 490 } });
      expect(await mark()).toMatchObject({ kind: 'marked', amount: { amount: 2000 } });
      expect(await mark()).toMatchObject({ kind: 'too-much', left: { amount: 0 } });
      expect(await shop.again(order)).toMatchObject({ paid: { amount: 2490 }, refunded: { amount: 0 } });
      await cancel({ orderId: order.id, reason: 'the rest' });
      expect(await shop.again(order)).toMatchObject({
        state: 'cancelled',
        paid: { amount: 2490 },
        refunded: { amount: 2490 },
      });
      const card = await shop.order([{ variantId, quantity: 1 }]);
      const paid = { paymentId: card.payments[0]!.id };
      expect(await shop.engine.payments.markPaid(shop.command(), paid)).toEqual({ kind: 'not-awaited' });
      await sound();
    });
  });

  it('[ORDER-11] [PAY-10] a transfer that never came is given up after its days, and its stock is free', async () => {
    const variantId = await shop.product(5, 1000);
    const transfer = { token: 'transfer' };
    const waiting = await shop.order([{ variantId, quantity: 2 }], transfer);
    const partly = await shop.order([{ variantId, quantity: 1 }], transfer);
    await shop.engine.payments.markPaid(shop.command(), { paymentId: partly.payments[0]!.id, amount: 100 });
    const card = await shop.order([{ variantId, quantity: 1 }]);
    shop.now = new Date(shop.now.getTime() + 13 * 24 * 60 * 60_000);
    const late = await shop.order([{ variantId, quantity: 1 }], transfer);
    expect(await shop.engine.orders.cancelUnpaid()).toBe(0);
    shop.now = new Date(shop.now.getTime() + 2 * 24 * 60 * 60_000);
    expect(await shop.engine.orders.cancelUnpaid()).toBe(1);
    expect(await shop.engine.orders.cancelUnpaid()).toBe(0);
    expect(await shop.again(waiting)).toMatchObject({
      state: 'cancelled',
      payments: [{ state: 'cancelled' }],
    });
    expect(await shop.held(waiting)).toEqual([]);
    for (const kept of [partly, card, late])
      expect(await shop.again(kept)).toMatchObject({ state: 'placed' });
    await sound();
  });
});
