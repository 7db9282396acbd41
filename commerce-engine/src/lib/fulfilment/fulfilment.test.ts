import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { examineShop } from '../doctor/examine.ts';
import { createEngine } from '../engine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import type { OrderView } from '../orders/orders.views.ts';
import { openSellingShop, pickupAt, type SellingShop } from '../testing/selling-shop.ts';

describeOnEachEngine('fulfilment', { migrations: [commerceMigrations] }, (database) => {
  let shop: SellingShop;
  beforeAll(async () => {
    shop = await openSellingShop(database());
    await sellFrom(['warehouse', 'store-harbour', 'store-north']);
  });

  const sellFrom = (locations: readonly string[]) =>
    shop.engine.stores.importChannels(shop.command(), [
      {
        id: 'online',
        kind: 'online',
        name: 'Online',
        locales: ['en', 'de'],
        currencies: ['EUR', 'GBP'],
        country: 'DE',
        taxDisplay: 'inclusive',
        locations: [...locations],
      },
    ]);

  const pieces = (order: OrderView, quantity: number, at = 0) => ({
    orderId: order.id,
    lines: [{ lineId: order.lines[at]!.id, quantity }],
  });
  const ship = (
    order: OrderView,
    quantity: number,
    more: { locationId?: string; tracking?: string; beforePaid?: boolean } = {},
  ) =>
    shop.engine.fulfilment.ship(shop.command(), {
      ...pieces(order, quantity),
      locationId: 'warehouse',
      ...more,
    });
  const onHand = async (variantId: string, locationId = 'warehouse') => {
    const stock = await database().transaction((tx) =>
      shop.engine.inventory.inTransaction.lockStock(tx, [variantId]),
    );
    return stock.get(variantId)!.levels.get(locationId)?.onHand ?? 0;
  };
  const sound = async () => expect(await examineShop(database())).toEqual([]);

  describe('sending', () => {
    it('[FUL-1] [REFUND-4] what costs nothing is delivered like everything else, and its charge falls on its pieces', async () => {
      const variantId = await shop.product(5, 0);
      const order = await shop.order([{ variantId, quantity: 2 }]);
      expect(order).toMatchObject({ goods: { amount: 0 }, total: { amount: 490 } });
      expect(await ship(order, 1)).toMatchObject({ kind: 'shipped', shipment: { kind: 'parcel' } });
      const rest = { ...pieces(order, 1), reason: 'not wanted', delivery: 'proportional' } as const;
      expect(await shop.engine.orders.cancel(shop.command(), rest)).toMatchObject({ kind: 'cancelled' });
      expect(await shop.again(order)).toMatchObject({ fulfilment: 'done', paid: { amount: 490 } });
      expect(await shop.bank(order)).toEqual({ captured: 490, refunded: 245 });
      expect(await onHand(variantId)).toBe(4);
      await sound();
    });

    it('[FUL-1] [FUL-5] in parts: stock leaves, and the order says how far it is', async () => {
      const variantId = await shop.product(5);
      const order = await shop.order([{ variantId, quantity: 3 }]);
      await shop.takeEvents();
      expect(await ship(order, 1, { tracking: '00340' })).toMatchObject({
        kind: 'shipped',
        shipment: { kind: 'parcel', state: 'sent', tracking: '00340', lines: [{ quantity: 1 }] },
      });
      expect(await shop.again(order)).toMatchObject({ fulfilment: 'partly', lines: [{ fulfilled: 1 }] });
      expect(await onHand(variantId)).toBe(4);
      await ship(order, 2);
      expect(await shop.again(order)).toMatchObject({ fulfilment: 'done', lines: [{ fulfilled: 3 }] });
      expect(await shop.held(order)).toEqual([]);
      expect(await shop.timeline(order)).toEqual(['placed', 'payment', 'shipped', 'shipped']);
      const told = (await shop.takeEvents()).filter(({ kind }) => kind === 'order.fulfilled');
      expect(told.map(({ payload }) => payload)).toMatchObject([
        { orderId: order.id, fulfilment: 'partly' },
        { orderId: order.id, fulfilment: 'done' },
      ]);
      const { actor } = shop.command();
      expect(await shop.engine.fulfilment.shipments(actor, order.id)).toHaveLength(2);
      await sound();
    });

    it('[FUL-12] what is not paid stays, unless it is sent on account', async () => {
      const variantId = await shop.product(5);
      const order = await shop.order([{ variantId, quantity: 2 }], { token: 'transfer' });
      expect(await ship(order, 1)).toEqual({ kind: 'not-paid', missing: { amount: 2490, currency: 'EUR' } });
      expect(await onHand(variantId)).toBe(5);
      expect(await ship(order, 1, { beforePaid: true })).toMatchObject({ kind: 'shipped' });
      expect(await shop.timeline(order)).toEqual(['placed', 'sent-on-account', 'shipped']);
      await shop.engine.payments.markPaid(shop.command(), { paymentId: order.payments[0]!.id, amount: 2000 });
      expect(await ship(order, 1)).toMatchObject({ kind: 'not-paid', missing: { amount: 490 } });
      await shop.engine.payments.markPaid(shop.command(), { paymentId: order.payments[0]!.id });
      expect(await ship(order, 1)).toMatchObject({ kind: 'shipped' });
      await sound();
    });

    it('[FUL-12] [OWED-6] what is taken with the goods is taken when the first leave', async () => {
      const variantId = await shop.product(5);
      const later = createEngine({
        database: database(),
        clock: () => shop.now,
        secret: 'a secret for tests, 32 letters long',
        paymentProviders: [{ ...shop.simulator.provider, capture: 'with-shipment' }],
      });
      const checkout = await shop.ready([{ variantId, quantity: 3 }]);
      const outcome = await shop.pay(checkout, 'sim-approve', { engine: later });
      if (outcome.kind !== 'placed') throw new Error(outcome.kind);
      const order = await shop.again(outcome.order);
      expect(order.paid.amount).toBe(0);
      await later.orders.cancel(shop.command(), {
        orderId: order.id,
        lines: [{ lineId: order.lines[0]!.id, quantity: 1 }],
        reason: 'one less',
      });
      const wanted = { ...pieces(order, 1), locationId: 'warehouse' };
      expect(await later.fulfilment.ship(shop.command(), wanted)).toMatchObject({ kind: 'shipped' });
      expect(await shop.again(order)).toMatchObject({ paid: { amount: 2490 } });
      expect(await later.fulfilment.ship(shop.command(), wanted)).toMatchObject({ kind: 'shipped' });
      expect(await shop.bank(order)).toEqual({ captured: 2490, refunded: 0 });
      await sound();
    });

    it('[FUL-1] the rest cancelled, an order is done', async () => {
      const order = await shop.order([{ variantId: await shop.product(5), quantity: 3 }]);
      await ship(order, 2);
      await shop.engine.orders.cancel(shop.command(), { orderId: order.id, reason: 'enough' });
      expect(await shop.again(order)).toMatchObject({
        state: 'placed',
        fulfilment: 'done',
        refunded: { amount: 1000 },
      });
      await sound();
    });

    it('[FUL-2] [FUL-3] what cannot be sent is told and changes nothing', async () => {
      const variantId = await shop.product(5);
      const order = await shop.order([{ variantId, quantity: 2 }]);
      const lineId = order.lines[0]!.id;
      expect(await ship(order, 3)).toEqual({ kind: 'too-many', lineId, open: 2 });
      expect(await ship(order, 1, { locationId: 'store-north' })).toEqual({
        kind: 'not-there',
        variantId,
        there: 0,
      });
      expect(await ship({ ...order, id: crypto.randomUUID() }, 1)).toEqual({ kind: 'no-order' });
      await shop.stock(variantId, 'store-harbour', 2);
      const pickup = await shop.order([{ variantId, quantity: 1 }], { patch: pickupAt('store-harbour') });
      expect(await ship(pickup, 1, { locationId: 'store-harbour' })).toMatchObject({ kind: 'other-way' });
      expect(
        await shop.engine.fulfilment.markReady(shop.command(), {
          ...pieces(order, 1),
          locationId: 'warehouse',
        }),
      ).toMatchObject({ kind: 'other-way' });
      await expect(
        shop.engine.fulfilment.ship(shop.asGuest(), { ...pieces(order, 1), locationId: 'warehouse' }),
      ).rejects.toMatchObject({ code: 'not_allowed' });
      expect(await shop.again(order)).toMatchObject({ fulfilment: 'open' });
      await sound();
    });

    it('[FUL-2] two lines of one variant share what is there', async () => {
      const [a, b] = [await shop.product(2), await shop.product(2)];
      const order = await shop.order([
        { variantId: a, quantity: 2 },
        { variantId: b, quantity: 1 },
      ]);
      const lines = order.lines.map(({ id, quantity }) => ({ lineId: id, quantity }));
      const all = { orderId: order.id, lines: [...lines, ...lines], locationId: 'warehouse' };
      expect(await shop.engine.fulfilment.ship(shop.command(), all)).toMatchObject({
        kind: 'too-many',
        open: 2,
      });
      const outcome = await shop.engine.fulfilment.ship(shop.command(), { ...all, lines });
      expect(outcome.kind).toBe('shipped');
      expect(await shop.again(order)).toMatchObject({ fulfilment: 'done' });
    });

    it('[FUL-4] the last piece sent ten times at once is one parcel', async () => {
      const variantId = await shop.product(1);
      const order = await shop.order([{ variantId, quantity: 1 }]);
      const outcomes = await Promise.all(Array.from({ length: 10 }, () => ship(order, 1)));
      expect(outcomes.filter(({ kind }) => kind === 'shipped')).toHaveLength(1);
      expect(outcomes.filter(({ kind }) => kind === 'too-many')).toHaveLength(9);
      expect(await onHand(variantId)).toBe(0);
      await sound();
    });

    it('[FUL-4] twenty with one key are one parcel and twenty equal answers', async () => {
      const order = await shop.order([{ variantId: await shop.product(9), quantity: 5 }]);
      const command = shop.command();
      const input = { ...pieces(order, 1), locationId: 'warehouse' };
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => shop.engine.fulfilment.ship(command, input)),
      );
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(await shop.again(order)).toMatchObject({ lines: [{ fulfilled: 1 }] });
    });

    it('[FUL-1] [RES-8] what was sold without stock is sent when it has come', async () => {
      const [variantId] = await shop.variantIds('wool-hat');
      const order = await shop.order([{ variantId: variantId!, quantity: 2 }]);
      expect(await ship(order, 1)).toMatchObject({ kind: 'not-there', there: 0 });
      await shop.stock(variantId!, 'warehouse', 2);
      expect(await ship(order, 2)).toMatchObject({ kind: 'shipped' });
      await sound();
    });
  });

  describe('picking up', () => {
    async function pickupOrder(quantity: number) {
      const variantId = await shop.product(0);
      await shop.stock(variantId, 'store-harbour', quantity);
      const order = await shop.order([{ variantId, quantity }], { patch: pickupAt('store-harbour') });
      return { variantId, order };
    }
    const markReady = (order: OrderView, quantity: number) =>
      shop.engine.fulfilment.markReady(shop.command(), {
        ...pieces(order, quantity),
        locationId: 'store-harbour',
      });
    const handOver = (order: OrderView, shipmentId: string, code?: string) =>
      shop.engine.fulfilment.handOver(shop.command(), {
        orderId: order.id,
        shipmentId,
        ...(code !== undefined && { code }),
      });

    it('[FUL-6] [FUL-7] ready, then handed over to who shows the code, once', async () => {
      const { variantId, order } = await pickupOrder(2);
      const ready = await markReady(order, 2);
      if (ready.kind !== 'ready') throw new Error(ready.kind);
      expect(ready.code).toMatch(/^\d{6}$/);
      expect(shop.engine.fulfilment.pickupCode(order.id)).toBe(ready.code);
      expect(await onHand(variantId, 'store-harbour')).toBe(2);
      expect(await markReady(order, 1)).toMatchObject({ kind: 'too-many', open: 0 });
      const wrong = ready.code === '000000' ? '000001' : '000000';
      expect(await handOver(order, ready.shipment.id, wrong)).toEqual({ kind: 'wrong-code' });
      const spaced = `${ready.code.slice(0, 3)} ${ready.code.slice(3)}`;
      expect(await handOver(order, ready.shipment.id, spaced)).toMatchObject({ kind: 'handed-over' });
      expect(await handOver(order, ready.shipment.id)).toEqual({ kind: 'not-ready' });
      expect(await shop.again(order)).toMatchObject({ fulfilment: 'done' });
      expect(await onHand(variantId, 'store-harbour')).toBe(0);
      expect(await shop.timeline(order)).toEqual(['placed', 'payment', 'ready', 'handed-over']);
      await sound();
    });

    it('[FUL-7] what was cancelled meanwhile stays', async () => {
      const { variantId, order } = await pickupOrder(3);
      const ready = await markReady(order, 3);
      if (ready.kind !== 'ready') throw new Error(ready.kind);
      const cancel = (quantity: number) =>
        shop.engine.orders.cancel(shop.command(), { ...pieces(order, quantity), reason: 'less' });
      await cancel(1);
      expect(await handOver(order, ready.shipment.id)).toMatchObject({
        kind: 'handed-over',
        shipment: { lines: [{ quantity: 2 }] },
      });
      expect(await onHand(variantId, 'store-harbour')).toBe(1);
      const other = await pickupOrder(1);
      const gone = await markReady(other.order, 1);
      if (gone.kind !== 'ready') throw new Error(gone.kind);
      await shop.engine.orders.cancel(shop.command(), { orderId: other.order.id, reason: 'all' });
      expect(await handOver(other.order, gone.shipment.id)).toEqual({ kind: 'nothing-left' });
      expect(await handOver(other.order, gone.shipment.id)).toEqual({ kind: 'not-ready' });
      await sound();
    });
  });

  describe('who sends', () => {
    const reject = (order: OrderView, quantity: number, locationId: string) =>
      shop.engine.fulfilment.reject(shop.command(), {
        ...pieces(order, quantity),
        locationId,
        reason: 'damaged',
      });

    it('[FUL-8] [FUL-9] another location, and not one that refused before', async () => {
      const variantId = await shop.product(2);
      const order = await shop.order([{ variantId, quantity: 2 }]);
      await shop.stock(variantId, 'store-harbour', 5);
      await shop.stock(variantId, 'store-north', 1);
      expect(await reject(order, 2, 'warehouse')).toEqual({
        kind: 'moved',
        parts: [{ variantId, locationId: 'store-harbour', quantity: 2 }],
      });
      expect(await shop.held(order)).toEqual([
        { variantId, locationId: 'store-harbour', quantity: 2, backordered: 0 },
      ]);
      expect(await reject(order, 1, 'store-harbour')).toMatchObject({
        kind: 'moved',
        parts: [{ locationId: 'store-north', quantity: 1 }],
      });
      expect(await reject(order, 1, 'store-north')).toEqual({
        kind: 'nowhere-else',
        short: [{ variantId, free: 0 }],
      });
      expect(await ship(order, 1, { locationId: 'store-north' })).toMatchObject({ kind: 'shipped' });
      expect(await ship(order, 1, { locationId: 'store-harbour' })).toMatchObject({ kind: 'shipped' });
      await sound();
    });

    it('[FUL-8] a store that only hands something over is no sender of the order', async () => {
      const [parcel, pickup] = [await shop.product(1), await shop.product(1)];
      await shop.stock(pickup, 'store-harbour', 1);
      const lines = [parcel, pickup].map((variantId) => ({ variantId, quantity: 1 }));
      const { cartId, cart } = await shop.ready(lines);
      const patch = {
        apart: { [cart.lines.find((line) => line.variantId === pickup)!.id]: 'pickup' as const },
        otherDeliveries: [{ methodId: 'pickup', storeId: 'store-harbour' }],
      };
      const filled = await shop.engine.checkout.update(shop.asGuest(), shop.en, { cartId, patch });
      if (filled.kind !== 'changed') throw new Error(filled.kind);
      const placed = await shop.pay(filled.checkout, 'sim-approve');
      if (placed.kind !== 'placed') throw new Error(placed.kind);
      const order = await shop.again(placed.order);
      await shop.stock(parcel, 'store-north', 1);
      await shop.stock(parcel, 'store-harbour', 1);
      const line = order.lines.find(({ variantId }) => variantId === parcel)!;
      await sellFrom(['warehouse', 'store-north', 'store-harbour']);
      const moved = await shop.engine.fulfilment.reject(shop.command(), {
        orderId: order.id,
        lines: [{ lineId: line.id, quantity: 1 }],
        locationId: 'warehouse',
        reason: 'damaged',
      });
      await sellFrom(['warehouse', 'store-harbour', 'store-north']);
      expect(moved).toMatchObject({ kind: 'moved', parts: [{ locationId: 'store-north' }] });
    });

    it('[FUL-9] stores that do not send are left out', async () => {
      const variantId = await shop.product(1);
      const order = await shop.order([{ variantId, quantity: 1 }]);
      await shop.stock(variantId, 'store-harbour', 1);
      await shop.engine.fulfilment.setSenders(shop.command(), [
        { locationId: 'store-harbour', ships: false },
      ]);
      expect(await reject(order, 1, 'warehouse')).toMatchObject({ kind: 'nowhere-else' });
      await shop.engine.fulfilment.setSenders(shop.command(), [{ locationId: 'store-harbour', ships: true }]);
      expect(await reject(order, 1, 'warehouse')).toMatchObject({ kind: 'moved' });
    });

    it('[FUL-15] [FUL-16] what nobody had moves once somebody has it; staff are told until then', async () => {
      const { fulfilment } = shop.engine;
      const variantId = await shop.product(2);
      const order = await shop.order([{ variantId, quantity: 2 }]);
      const staff = shop.command().actor;
      const waiting = async () =>
        (await fulfilment.stuck(staff)).filter(({ orderId }) => orderId === order.id);
      expect(await reject(order, 2, 'warehouse')).toMatchObject({ kind: 'nowhere-else' });
      expect(await waiting()).toMatchObject([{ number: order.number, locationId: 'warehouse' }]);
      shop.now = new Date(shop.now.getTime() + 61_000);
      expect(await fulfilment.routeStuck()).toBe(0);
      await shop.stock(variantId, 'store-harbour', 5);
      expect(await fulfilment.routeStuck()).toBe(0);
      shop.now = new Date(shop.now.getTime() + 61_000);
      await shop.takeEvents();
      expect(await fulfilment.routeStuck()).toBe(1);
      expect(await shop.held(order)).toMatchObject([{ locationId: 'store-harbour', quantity: 2 }]);
      expect(await shop.timeline(order)).toContain('rerouted');
      expect((await shop.takeEvents()).map(({ kind }) => kind)).toContain('order.rerouted');
      expect(await waiting()).toEqual([]);
      await sound();
    });

    it('[FUL-15] what was cancelled or has left meanwhile is looked for no more', async () => {
      const { fulfilment, orders } = shop.engine;
      const variantId = await shop.product(2);
      const order = await shop.order([{ variantId, quantity: 2 }]);
      await reject(order, 2, 'warehouse');
      await orders.cancel(shop.command(), { orderId: order.id, reason: 'gone' });
      await shop.stock(variantId, 'store-harbour', 5);
      shop.now = new Date(shop.now.getTime() + 61_000);
      expect(await fulfilment.routeStuck()).toBe(0);
      expect((await fulfilment.stuck(shop.command().actor)).map(({ orderId }) => orderId)).not.toContain(
        order.id,
      );
      await sound();
    });

    it('[FUL-10] a pickup moves nowhere, and people are told', async () => {
      const variantId = await shop.product(4);
      await shop.stock(variantId, 'store-harbour', 1);
      const order = await shop.order([{ variantId, quantity: 1 }], { patch: pickupAt('store-harbour') });
      await shop.takeEvents();
      expect(await reject(order, 1, 'store-harbour')).toMatchObject({ kind: 'nowhere-else' });
      expect(await shop.held(order)).toMatchObject([{ locationId: 'store-harbour', quantity: 1 }]);
      expect((await shop.takeEvents()).map(({ kind }) => kind)).toContain('order.stuck');
      expect(await reject(order, 1, 'warehouse')).toMatchObject({ kind: 'not-there' });
      await sound();
    });
  });

  describe('documents', () => {
    it('[FUL-14] a slip before anything is sent tells what is packed and what follows, and books nothing', async () => {
      const order = await shop.order([{ variantId: await shop.product(5), quantity: 3 }]);
      const { actor } = shop.command();
      const lineId = order.lines[0]!.id;
      const slip = (quantity: number) =>
        shop.engine.fulfilment.slipToPack(actor, {
          ...{ orderId: order.id, locationId: 'warehouse' },
          lines: [{ lineId, quantity }],
        });
      expect(await slip(2)).toMatch(/<td>2<\/td>.*These follow later.*<td>1<\/td>/s);
      expect(await slip(3)).not.toContain('These follow later');
      for (const not of [0, 4]) expect(await slip(not)).toBeUndefined();
      expect(await shop.again(order)).toMatchObject({ fulfilment: 'open', lines: [{ fulfilled: 0 }] });
      expect(await shop.engine.fulfilment.shipments(actor, order.id)).toEqual([]);
      await expect(
        shop.engine.fulfilment.slipToPack(
          { kind: 'guest' },
          { orderId: order.id, locationId: 'warehouse', lines: [] },
        ),
      ).rejects.toMatchObject({ code: 'not_allowed' });
    });

    it('[FUL-11] a packing slip in the order’s language or another, without prices', async () => {
      const variantId = await shop.product(5);
      const order = await shop.order([{ variantId, quantity: 2 }], {
        patch: {
          address: {
            name: 'Ada <script>alert(1)</script>',
            street: 'Hafenstraße 1',
            postalCode: '24103',
            city: 'Kiel',
            country: 'DE',
          },
        },
      });
      const outcome = await ship(order, 1, { tracking: '00340' });
      const shipmentId = outcome.kind === 'shipped' ? outcome.shipment.id : '';
      const { actor } = shop.command();
      const slip = await shop.engine.fulfilment.document(actor, { shipmentId, kind: 'packing-slip' });
      expect(slip).toContain(`<title>Packing slip ${order.number}</title>`);
      expect(slip).toContain('Ada &lt;script&gt;alert(1)&lt;/script&gt;');
      expect(slip).toContain('These follow later');
      expect(slip).toContain('00340');
      expect(slip).not.toMatch(/€|10[.,]00|<script/);
      const german = { shipmentId, kind: 'packing-slip', locale: 'de' } as const;
      const schein = await shop.engine.fulfilment.document(actor, german);
      expect(schein).toContain('<html lang="de">');
      expect(schein).toContain('Lieferschein');
      expect(schein).toContain('Deutschland');
      expect(schein).toContain('23. November 2026');
      expect(
        await shop.engine.fulfilment.document(actor, { shipmentId, kind: 'pickup-note' }),
      ).toBeUndefined();
      await expect(shop.engine.fulfilment.document({ kind: 'guest' }, german)).rejects.toMatchObject({
        code: 'not_allowed',
      });
    });

    it('[FUL-11] a pickup note shows the code', async () => {
      const variantId = await shop.product(0);
      await shop.stock(variantId, 'store-harbour', 1);
      const order = await shop.order([{ variantId, quantity: 1 }], { patch: pickupAt('store-harbour') });
      const ready = await shop.engine.fulfilment.markReady(shop.command(), {
        ...pieces(order, 1),
        locationId: 'store-harbour',
      });
      if (ready.kind !== 'ready') throw new Error(ready.kind);
      const note = await shop.engine.fulfilment.document(shop.command().actor, {
        shipmentId: ready.shipment.id,
        kind: 'pickup-note',
        locale: 'de',
      });
      expect(note).toContain(ready.code);
      expect(note).toContain('Harbour, Kiel');
    });
  });
});
