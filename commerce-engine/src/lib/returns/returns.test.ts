import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { examineShop } from '../doctor/examine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import type { OrderView } from '../orders/orders.views.ts';
import { openSellingShop, type SellingShop } from '../testing/selling-shop.ts';
import type { ReturnView } from './returns.views.ts';

describeOnEachEngine('returns', { migrations: [commerceMigrations] }, (database) => {
  let shop: SellingShop;
  beforeAll(async () => {
    shop = await openSellingShop(database());
  });

  const returns = () => shop.engine.returns;
  const onHand = async (variantId: string, locationId: string) => {
    const stock = await database().transaction((tx) =>
      shop.engine.inventory.inTransaction.lockStock(tx, [variantId]),
    );
    return stock.get(variantId)!.levels.get(locationId)?.onHand ?? 0;
  };
  const sound = async () => expect(await examineShop(database())).toEqual([]);

  /** An order of one variant that was sent. */
  async function sent(quantity: number, { cents = 1000, token = 'sim-approve' } = {}) {
    const variantId = await shop.product(quantity, cents);
    const order = await shop.order([{ variantId, quantity }], { token });
    const lineId = order.lines[0]!.id;
    const lines = [{ lineId, quantity }];
    await shop.engine.fulfilment.ship(shop.command(), {
      orderId: order.id,
      lines,
      locationId: 'warehouse',
      beforePaid: true,
    });
    return { variantId, order, lineId };
  }
  const wanted = (order: OrderView, quantity: number) => ({
    orderId: order.id,
    lines: [{ lineId: order.lines[0]!.id, quantity, reason: 'does-not-fit' as const }],
  });
  async function requested(order: OrderView, quantity: number): Promise<ReturnView> {
    const outcome = await returns().request(shop.command(), wanted(order, quantity));
    if (outcome.kind !== 'requested') throw new Error(JSON.stringify(outcome));
    return outcome.return;
  }
  async function received(
    order: OrderView,
    quantity: number,
    found: { resellable?: number; damaged?: number; missing?: number } = { resellable: quantity },
    locationId = 'warehouse',
  ): Promise<ReturnView> {
    const { id: returnId } = await requested(order, quantity);
    await returns().approve(shop.command(), { returnId });
    const lines = [{ lineId: order.lines[0]!.id, ...found }];
    const outcome = await returns().receive(shop.command(), { returnId, locationId, lines });
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
    return outcome.return;
  }

  describe('step by step', () => {
    it('[RET-10] [RET-11] everything back: money is at zero, stock is there again', async () => {
      const { variantId, order, lineId } = await sent(3, { cents: 333 });
      await shop.takeEvents();
      const { id: returnId, number } = await requested(order, 3);
      expect(number).toBe(`${order.number}-R1`);
      expect(await returns().approve(shop.command(), { returnId })).toMatchObject({
        kind: 'done',
        return: { state: 'approved' },
      });
      const inspection = {
        returnId,
        locationId: 'store-north',
        lines: [{ lineId, resellable: 2, damaged: 1 }],
      };
      expect(await returns().receive(shop.command(), inspection)).toMatchObject({
        return: { state: 'received', locationId: 'store-north', credit: { amount: 999 } },
      });
      expect(await returns().refund(shop.command(), { returnId, delivery: 'all' })).toMatchObject({
        return: { state: 'refunded', refund: order.total, delivery: { amount: 490 } },
      });
      expect(await shop.again(order)).toMatchObject({
        paid: order.total,
        refunded: order.total,
        lines: [{ fulfilled: 3, returned: 3 }],
      });
      expect(await shop.bank(order)).toEqual({ captured: 1489, refunded: 1489 });
      expect(await onHand(variantId, 'store-north')).toBe(2);
      const steps = ['return-requested', 'return-approved', 'return-received', 'return-refunded'];
      expect(await shop.timeline(order)).toEqual(expect.arrayContaining(steps));
      const kinds = (await shop.takeEvents()).map(({ kind }) => kind);
      expect(kinds).toEqual(
        expect.arrayContaining([
          'return.requested',
          'return.approved',
          'return.received',
          'return.refunded',
          'order.refunded',
        ]),
      );
      await sound();
    });

    it('[RET-1] only what is out, not back and in no other return', async () => {
      const { order, lineId } = await sent(3);
      await received(order, 1);
      const { id: returnId } = await requested(order, 1);
      const more = { kind: 'too-many', lineId, returnable: 1 };
      expect(await returns().request(shop.command(), wanted(order, 2))).toEqual(more);
      await returns().cancel(shop.command(), { returnId });
      expect(await returns().request(shop.command(), wanted(order, 2))).toMatchObject({ kind: 'requested' });
      const open = await shop.order([{ variantId: await shop.product(2), quantity: 1 }]);
      expect(await returns().request(shop.command(), wanted(open, 1))).toMatchObject({
        kind: 'too-many',
        returnable: 0,
      });
    });

    it('[RET-2] steps come in their order and once', async () => {
      const { order, lineId } = await sent(2);
      const { id: returnId } = await requested(order, 1);
      const lines = [{ lineId, resellable: 1 }];
      const early = await returns().receive(shop.command(), { returnId, locationId: 'warehouse', lines });
      expect(early).toEqual({ kind: 'not-now', state: 'requested' });
      const answer = 'Worn';
      expect(await returns().reject(shop.command(), { returnId, answer })).toMatchObject({
        return: { state: 'rejected', answer },
      });
      expect(await returns().approve(shop.command(), { returnId })).toEqual({
        kind: 'not-now',
        state: 'rejected',
      });
      const nobody = { returnId: crypto.randomUUID() };
      expect(await returns().refund(shop.command(), nobody)).toEqual({ kind: 'no-return' });
    });

    it('[RET-2] twenty refunds with one key, and ten with ten, pay once', async () => {
      const { order } = await sent(4);
      const one = await received(order, 1);
      const command = shop.command();
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => returns().refund(command, { returnId: one.id })),
      );
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      const two = await received(order, 1);
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, () => returns().refund(shop.command(), { returnId: two.id })),
      );
      expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1);
      expect(await shop.bank(order)).toEqual({ captured: 4490, refunded: 2000 });
      await sound();
    });

    it('[RET-3] a shopper asks with the order’s key, and does no more', async () => {
      const { order } = await sent(1);
      const key = shop.engine.orders.keyOf(order.id);
      const ask = (given?: string) =>
        returns().request(shop.asGuest(), {
          ...wanted(order, 1),
          ...(given !== undefined && { key: given }),
        });
      expect(await ask()).toEqual({ kind: 'no-order' });
      expect(await ask('wrong')).toEqual({ kind: 'no-order' });
      const outcome = await ask(key);
      if (outcome.kind !== 'requested') throw new Error(outcome.kind);
      await expect(returns().approve(shop.asGuest(), { returnId: outcome.return.id })).rejects.toMatchObject({
        code: 'not_allowed',
      });
    });

    it('[RET-19] a shopper calls off what they announced, until something of it is here', async () => {
      const { order, lineId } = await sent(2);
      const orderId = order.id;
      const key = shop.engine.orders.keyOf(orderId);
      const announced = async (quantity: number) => {
        const outcome = await returns().request(shop.asGuest(), { ...wanted(order, quantity), key });
        if (outcome.kind !== 'requested') throw new Error(outcome.kind);
        return outcome.return;
      };
      const callOff = (returnId: string, given: object = { key }, of = orderId) =>
        returns().callOff(shop.asGuest(), { orderId: of, returnId, ...given });
      const first = await announced(2);
      expect(await callOff(first.id, {})).toEqual({ kind: 'no-return' });
      expect(await callOff(first.id, { key: 'a guess' })).toEqual({ kind: 'no-return' });
      const other = await sent(1);
      const otherKey = shop.engine.orders.keyOf(other.order.id);
      expect(await callOff(first.id, { key: otherKey }, other.order.id)).toEqual({ kind: 'no-return' });
      expect(await callOff(crypto.randomUUID())).toEqual({ kind: 'no-return' });
      const command = shop.asGuest();
      const done = { kind: 'called-off', number: first.number };
      for (let time = 0; time < 2; time++)
        expect(await returns().callOff(command, { orderId, returnId: first.id, key })).toEqual(done);
      expect(await callOff(first.id)).toEqual({ kind: 'not-now', state: 'cancelled' });
      const { timeline } = (await shop.engine.orders.get(shop.command().actor, orderId))!;
      expect(timeline.filter(({ kind }) => kind === 'return-cancelled')).toMatchObject([
        { actor: 'guest', detail: { number: first.number } },
      ]);
      const second = await announced(2);
      await returns().approve(shop.command(), { returnId: second.id });
      expect(await callOff(second.id)).toEqual({ kind: 'called-off', number: second.number });
      const third = await announced(1);
      await returns().approve(shop.command(), { returnId: third.id });
      const lines = [{ lineId, resellable: 1 }];
      await returns().receive(shop.command(), { returnId: third.id, locationId: 'warehouse', lines });
      expect(await callOff(third.id)).toEqual({ kind: 'not-now', state: 'received' });
      await sound();
    });

    it('[RET-4] [RET-5] what is missing is not back and not paid; what is damaged is not in stock', async () => {
      const { variantId, order, lineId } = await sent(4);
      const { id: returnId } = await requested(order, 3);
      await returns().approve(shop.command(), { returnId });
      const receive = (found: object, locationId = 'warehouse') =>
        returns().receive(shop.command(), { returnId, locationId, lines: [{ lineId, ...found }] });
      await expect(receive({ resellable: 1, damaged: 1 })).rejects.toMatchObject({ code: 'bad_input' });
      await expect(receive({ resellable: 3 }, 'moon')).rejects.toMatchObject({ code: 'unknown_location' });
      expect(await receive({ resellable: 1, damaged: 1, missing: 1 })).toMatchObject({
        return: { credit: { amount: 2000 } },
      });
      expect(await onHand(variantId, 'warehouse')).toBe(1);
      await returns().refund(shop.command(), { returnId });
      expect(await shop.again(order)).toMatchObject({
        refunded: { amount: 2000 },
        lines: [{ returned: 2 }],
      });
      await received(order, 2);
      await sound();
    });

    it('[RET-5] [RES-8] a returned piece goes to who waits for one', async () => {
      const [variantId] = await shop.variantIds('wool-hat');
      await shop.stock(variantId!, 'warehouse', 1);
      const order = await shop.order([{ variantId: variantId!, quantity: 1 }]);
      await shop.engine.fulfilment.ship(shop.command(), {
        orderId: order.id,
        lines: [{ lineId: order.lines[0]!.id, quantity: 1 }],
        locationId: 'warehouse',
      });
      const waiting = await shop.order([{ variantId: variantId!, quantity: 1 }]);
      expect(await shop.held(waiting)).toMatchObject([{ quantity: 0, backordered: 1 }]);
      await received(order, 1);
      expect(await shop.held(waiting)).toMatchObject([{ quantity: 1, backordered: 0 }]);
      await sound();
    });
  });

  describe('money', () => {
    it('[RET-6] [RET-7] one by one is the same to the minor unit, less fees', async () => {
      const { order } = await sent(3, { cents: 1999 });
      for (const fee of [0, 100, 0]) {
        const { id: returnId } = await received(order, 1);
        await returns().refund(shop.command(), { returnId, fee, delivery: 'proportional' });
      }
      expect(await shop.bank(order)).toEqual({ captured: 6487, refunded: 6387 });
      await sound();
    });

    it('[REFUND-4] what was kept of the delivery for one return stays kept with the next', async () => {
      const { order } = await sent(4, { cents: 1000 });
      const refund = async (delivery: 'none' | 'proportional' | 'all') => {
        const { id: returnId } = await received(order, 1);
        const outcome = await returns().refund(shop.command(), { returnId, delivery });
        return outcome.kind === 'done' ? outcome.return.delivery.amount : outcome;
      };
      expect(await refund('none')).toBe(0);
      expect(await refund('proportional')).toBe(122);
      expect(await refund('none')).toBe(0);
      expect(await refund('proportional')).toBe(122);
      expect(await shop.bank(order)).toEqual({ captured: 4490, refunded: 4244 });
      await sound();
    });

    it('[REFUND-4] two that were received are refunded in either order, to the minor unit', async () => {
      const { order } = await sent(3, { cents: 1000 });
      const ids = [];
      for (let count = 0; count < 3; count++) ids.push((await received(order, 1)).id);
      const parts = [];
      for (const returnId of ids.toReversed()) {
        const outcome = await returns().refund(shop.command(), { returnId, delivery: 'proportional' });
        parts.push(outcome.kind === 'done' && outcome.return.delivery.amount);
      }
      expect(parts).toEqual([163, 164, 163]);
      expect(await shop.bank(order)).toEqual({ captured: 3490, refunded: 3490 });
      await sound();
    });

    it('[RET-21] what a refund would come to is told with its parts, and is what it comes to', async () => {
      const { order } = await sent(4, { cents: 1000 });
      const { id: returnId } = await received(order, 2);
      const terms = { returnId, fee: 150, delivery: 'proportional' } as const;
      const cash = (amount: number) => ({ amount, currency: 'EUR' });
      const { actor } = shop.command();
      const quoted = await returns().quoteRefund(actor, terms);
      expect(quoted).toEqual({
        kind: 'quoted',
        goods: cash(2000),
        delivery: cash(245),
        choices: { none: cash(0), proportional: cash(245), all: cash(490) },
        fee: cash(150),
        amount: cash(2095),
        back: [{ paymentId: order.payments[0]!.id, to: 'original', amount: cash(2095) }],
      });
      expect(await shop.again(order)).toMatchObject({ refunded: cash(0) });
      expect(await returns().quoteRefund(actor, { returnId, fee: 2001 })).toEqual({
        kind: 'fee-too-high',
        most: cash(2000),
      });
      expect(await returns().quoteRefund(actor, { returnId, to: 'store-credit' })).toEqual({
        kind: 'barred',
        amount: cash(2000),
      });
      await expect(returns().quoteRefund({ kind: 'guest' }, terms)).rejects.toThrow('orders.write');
      expect(await returns().refund(shop.command(), terms)).toMatchObject({ return: { refund: cash(2095) } });
      expect(await returns().quoteRefund(actor, terms)).toEqual({ kind: 'not-now', state: 'refunded' });
      expect(await returns().quoteRefund(actor, { returnId: crypto.randomUUID() })).toEqual({
        kind: 'no-return',
      });
      await sound();
    });

    it('[RET-21] what was never paid is not said to go back', async () => {
      const { order } = await sent(2, { token: 'transfer' });
      const { id: returnId } = await received(order, 1);
      expect(await returns().quoteRefund(shop.command().actor, { returnId })).toMatchObject({
        amount: { amount: 1000 },
        back: [],
      });
    });

    it('[RET-7] a fee takes at most what the return is worth', async () => {
      const { order } = await sent(1);
      const { id: returnId } = await received(order, 1);
      const refund = (fee: number) => returns().refund(shop.command(), { returnId, fee });
      expect(await refund(1001)).toEqual({
        kind: 'fee-too-high',
        most: { amount: 1000, currency: 'EUR' },
      });
      expect(await refund(1000)).toMatchObject({ return: { refund: { amount: 0 } } });
    });

    it('[RET-7] what was never paid only comes off what is owed', async () => {
      const { order, lineId } = await sent(2, { token: 'transfer' });
      const { id: returnId } = await received(order, 1);
      await returns().refund(shop.command(), { returnId });
      expect(await shop.again(order)).toMatchObject({ paid: { amount: 0 }, refunded: { amount: 0 } });
      const paid = { paymentId: order.payments[0]!.id };
      expect(await shop.engine.payments.markPaid(shop.command(), paid)).toMatchObject({
        amount: { amount: 1490 },
      });
      expect(lineId).toBe(order.lines[0]!.id);
      await sound();
    });

    it('[RET-8] money goes back only as the channel’s policy allows', async () => {
      const { order } = await sent(1);
      const { id: returnId } = await received(order, 1);
      const allow = (tenders: Record<string, string[]>) =>
        returns().setRefundPolicy(shop.command(), { channel: 'online', tenders });
      await allow({ card: ['store-credit'] });
      expect(await returns().refund(shop.command(), { returnId })).toEqual({
        kind: 'barred',
        amount: { amount: 1000, currency: 'EUR' },
      });
      expect(await shop.again(order)).toMatchObject({ refunded: { amount: 0 } });
      await allow({ card: ['original', 'store-credit'] });
      expect(await returns().refund(shop.command(), { returnId })).toMatchObject({ kind: 'done' });
      await allow({});
      expect(await shop.bank(order)).toEqual({ captured: 1490, refunded: 1000 });
      await sound();
    });

    it('[RET-20] what channels say of returns is read with orders, changed with settings, and written down', async () => {
      const policy = { channel: 'online', tenders: { card: ['store-credit'] }, returnDays: 14 };
      const owner = shop.command();
      await returns().setRefundPolicy(owner, policy);
      await returns().setRefundPolicy(shop.command(), { ...policy, returnDays: 30 });
      const clerk = {
        kind: 'staff',
        id: 'clerk',
        name: 'C',
        email: 'c@example.com',
        roles: ['associate'],
        capabilities: ['orders.read'],
      } as const;
      const told = await returns().policies(clerk);
      expect(told.find(({ channel }) => channel === 'online')).toEqual({ ...policy, returnDays: 30 });
      expect(told.find(({ channel }) => channel === 'harbour')).toEqual({ channel: 'harbour', tenders: {} });
      await expect(returns().policies({ kind: 'guest' })).rejects.toThrow('orders.read');
      await expect(
        returns().setRefundPolicy({ ...shop.command(), actor: clerk }, { channel: 'online', tenders: {} }),
      ).rejects.toThrow('settings.write');
      const { entries } = await shop.engine.identity.auditLog(owner.actor, { subject: 'channel:online' });
      expect(entries[0]).toMatchObject({
        action: 'returns.setRefundPolicy',
        detail: { days: 30, daysBefore: 14, tenders: { card: ['store-credit'] } },
      });
      await returns().setRefundPolicy(shop.command(), { channel: 'online', tenders: {}, returnDays: null });
    });

    it('[RET-10] a refund whose answer is lost is made once', async () => {
      const { order } = await sent(1, { token: 'sim-slow-capture' });
      const { id: returnId } = await received(order, 1);
      await returns().refund(shop.command(), { returnId, delivery: 'all' });
      await shop.wait(2);
      await shop.wait(2);
      expect(await shop.bank(order)).toEqual({ captured: 1490, refunded: 1490 });
      expect(await shop.again(order)).toMatchObject({ paid: { amount: 1490 }, refunded: { amount: 1490 } });
      await sound();
    });
  });

  describe('at a till', () => {
    it('[RET-9] goods, stock and money in one step, by the order’s number', async () => {
      const { variantId, order, lineId } = await sent(2);
      const line = { lineId, quantity: 1, reason: 'changed-mind', condition: 'resellable' } as const;
      const counter = {
        orderNumber: order.number,
        locationId: 'store-harbour',
        lines: [line],
        channel: 'harbour',
      };
      expect(await returns().takeBack(shop.command(), counter)).toMatchObject({
        kind: 'taken-back',
        return: { state: 'refunded', channel: 'harbour', refund: { amount: 1000 } },
      });
      expect(await onHand(variantId, 'store-harbour')).toBe(1);
      expect(await shop.bank(order)).toMatchObject({ refunded: 1000 });
      expect(await returns().takeBack(shop.command(), { ...counter, orderNumber: '1' })).toEqual({
        kind: 'no-order',
      });
      await sound();
    });

    it('[RET-15] they are listed newest first, page by page, by state and by the begin of a number', async () => {
      const { order } = await sent(3);
      const made = [];
      for (const quantity of [1, 1, 1]) {
        made.unshift((await requested(order, quantity)).id);
        await shop.wait(1);
      }
      const { actor } = shop.command();
      const list = async (query: Parameters<ReturnType<typeof returns>['list']>[1]) => {
        const page = await returns().list(actor, { q: order.number, ...query });
        return { ids: page.returns.map(({ id }) => id), next: page.next };
      };
      const first = await list({ limit: 2 });
      expect(first.ids).toEqual(made.slice(0, 2));
      expect(await list({ limit: 2, after: first.next! })).toEqual({ ids: made.slice(2), next: undefined });
      await returns().approve(shop.command(), { returnId: made[1]! });
      expect((await list({ state: 'requested' })).ids).toEqual([made[0], made[2]]);
      expect((await list({ q: order.number.slice(0, -1) })).ids).toEqual(expect.arrayContaining(made));
      expect((await list({ q: order.number.slice(1) })).ids).not.toContain(made[0]);
      expect((await list({ q: '%' })).ids).toEqual([]);
    });

    it('[RET-9] or nothing', async () => {
      const { variantId, order, lineId } = await sent(1);
      const line = { lineId, quantity: 1, reason: 'other', condition: 'resellable' } as const;
      const counter = { orderNumber: order.number, locationId: 'store-harbour', lines: [line] };
      expect(await returns().takeBack(shop.command(), { ...counter, fee: 5000 })).toMatchObject({
        kind: 'fee-too-high',
      });
      expect(await onHand(variantId, 'store-harbour')).toBe(0);
      expect((await returns().list(shop.command().actor, { orderId: order.id })).returns).toEqual([]);
      expect(await shop.again(order)).toMatchObject({ lines: [{ returned: 0 }], refunded: { amount: 0 } });
      await sound();
    });
  });
});
