import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, it } from 'vitest';
import { examineShop } from '../doctor/examine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import type { OrderView } from '../orders/orders.views.ts';
import { testVariant } from '../testing/filled-shop.ts';
import { openSellingShop, pickupAt, type SellingShop } from '../testing/selling-shop.ts';
import type { AddGoodsOutcome, ReceivedBy } from './additions.views.ts';

describeOnEachEngine('additions', { migrations: [commerceMigrations] }, (database) => {
  let shop: SellingShop;
  beforeAll(async () => {
    shop = await openSellingShop(database());
  });

  const DAY = 24 * 60;
  const sound = async () => expect(await examineShop(database())).toEqual([]);
  const ordered = async (quantity = 1, cents = 1000) =>
    shop.order([{ variantId: await shop.product(20, cents), quantity }]);
  const keyOf = async ({ id }: OrderView) => (await shop.engine.orders.opened(database(), id)).key;

  async function quoted(order: OrderView, variantId: string, quantity: number) {
    const lines = [{ variantId, quantity }];
    const quote = await shop.engine.additions.quote(shop.command().actor, { orderId: order.id, lines });
    if (quote.kind !== 'quoted') throw new Error(JSON.stringify(quote));
    return { orderId: order.id, lines, seen: quote.seen, quote };
  }

  async function add(order: OrderView, variantId: string, quantity: number, receivedBy?: ReceivedBy) {
    const { quote: _, ...input } = await quoted(order, variantId, quantity);
    return shop.engine.additions.add(shop.command(), { ...input, ...(receivedBy && { receivedBy }) });
  }

  function additionIn(outcome: AddGoodsOutcome) {
    if (outcome.kind !== 'added' && outcome.kind !== 'waiting') throw new Error(JSON.stringify(outcome));
    return outcome.addition;
  }

  async function pay(order: OrderView, additionId: string, token = 'sim-approve', key?: string) {
    const command = { ...shop.asGuest(), ...(key !== undefined && { idempotencyKey: key }) };
    return shop.engine.additions.pay(command, {
      ...{ orderId: order.id, key: await keyOf(order), additionId },
      ...{ provider: 'simulator', method: 'card', token },
      returnUrl: 'https://shop.example/order',
    });
  }

  it('[ADD-2] [ADD-3] a quote tells the price of now and writes nothing; what was sold keeps its own', async () => {
    const variantId = await shop.product(20, 1000);
    const order = await shop.order([{ variantId, quantity: 2 }]);
    await shop.engine.pricing.setPrices(shop.command(), [
      { variantId, price: { amount: 1500, currency: 'EUR' } },
    ]);
    const { quote, ...input } = await quoted(order, variantId, 3);
    expect(quote).toMatchObject({
      lines: [{ quantity: 3, unitPrice: { amount: 1500 } }],
      total: { amount: 4500 },
    });
    expect(await shop.again(order)).toEqual(order);
    expect(await shop.engine.additions.list(shop.command().actor, order.id)).toEqual([]);
    expect(await shop.engine.additions.add(shop.command(), { ...input, seen: 'another' })).toMatchObject({
      kind: 'price-changed',
      price: { seen: input.seen },
    });
    const { total } = additionIn(
      await shop.engine.additions.add(shop.command(), { ...input, receivedBy: 'cash' }),
    );
    const after = await shop.again(order);
    expect(after.lines.map(({ quantity }) => quantity)).toEqual([2, 3]);
    expect(after.lines[0]).toEqual(order.lines[0]);
    expect(after.total.amount).toBe(order.total.amount + total.amount);
    await sound();
  });

  it('[ADD-5] [ADD-6] [ORDER-19] money that is here: the goods are the order’s, its sums grow by theirs', async () => {
    const order = await ordered(2);
    const variantId = await shop.product(5, 777);
    const outcome = await add(order, variantId, 3, 'cash');
    expect(outcome).toMatchObject({ kind: 'added', addition: { state: 'added', total: { amount: 2331 } } });
    const after = await shop.again(order);
    expect(after).toMatchObject({
      total: { amount: order.total.amount + 2331 },
      goods: { amount: order.goods.amount + 2331 },
      paid: { amount: order.total.amount + 2331 },
      delivery: order.delivery,
      statement: { toPay: { amount: 0 } },
      fulfilment: 'open',
    });
    expect(after.payments.map(({ label }) => label)).toContain('Cash');
    expect(after.taxes).toHaveLength(1);
    expect(after.lines[1]).toMatchObject({ variantId, quantity: 3, deliveryId: order.lines[0]!.deliveryId });
    expect(await shop.held(order)).toContainEqual(expect.objectContaining({ variantId, quantity: 3 }));
    expect(await shop.timeline(order)).toEqual(expect.arrayContaining(['goods-added', 'payment']));
    await sound();
  });

  it('[ADD-5] [ADD-6] [ADD-9] its shopper pays by the link, once, however often it is asked', async () => {
    const order = await ordered();
    const variantId = await shop.product(5, 500);
    const { id, state } = additionIn(await add(order, variantId, 2));
    expect(state).toBe('waiting');
    expect(await shop.again(order)).toEqual(order);
    const open = await shop.engine.progress.of({ orderId: order.id, key: await keyOf(order) });
    expect(open!.additions).toMatchObject([
      { id, total: { amount: 1000 }, methods: [{ provider: 'simulator' }] },
    ]);
    const paid = await Promise.all([pay(order, id), pay(order, id), pay(order, id)]);
    expect(paid.some(({ kind }) => kind === 'paid')).toBe(true);
    expect(await pay(order, id)).toEqual({ kind: 'not-now', state: 'added' });
    const after = await shop.again(order);
    expect(after.paid.amount).toBe(order.total.amount + 1000);
    expect(await shop.bank(order)).toEqual({ captured: after.paid.amount, refunded: 0 });
    const none = await shop.engine.progress.of({ orderId: order.id, key: await keyOf(order) });
    expect(none!.additions).toEqual([]);
    await sound();
  });

  it('[ADD-5] who declines, or confirms at the bank later, can pay all the same; strangers cannot', async () => {
    const order = await ordered();
    const { id } = additionIn(await add(order, await shop.product(5, 500), 1));
    expect(await pay(order, id, 'sim-decline')).toMatchObject({ kind: 'declined' });
    expect(await shop.engine.additions.find(id)).toMatchObject({ state: 'waiting' });
    expect(await pay(order, id, 'sim-later')).toEqual({ kind: 'pending' });
    await shop.wait(1);
    await shop.deliverMessages();
    expect(await shop.engine.additions.find(id)).toMatchObject({ state: 'added' });
    const other = await ordered();
    expect(await pay(other, id)).toEqual({ kind: 'no-addition' });
    const stranger = shop.engine.additions.pay(shop.asGuest(), {
      ...{ orderId: order.id, key: 'wrong', additionId: id, provider: 'simulator', method: 'card' },
    });
    expect(await stranger).toEqual({ kind: 'no-addition' });
    await sound();
  });

  it('[ADD-4] stock is held from the offer on; what is not there is named', async () => {
    const order = await ordered();
    const variantId = await shop.product(5, 500);
    const { quote: _, ...input } = await quoted(order, variantId, 3);
    const { id } = additionIn(await shop.engine.additions.add(shop.command(), input));
    expect(await shop.engine.additions.add(shop.command(), input)).toMatchObject({
      kind: 'not-enough',
      short: [{ variantId, free: 2 }],
    });
    const withdrawn = await shop.engine.additions.withdraw(shop.command(), { additionId: id });
    expect(withdrawn).toMatchObject({ kind: 'done', addition: { state: 'withdrawn' } });
    expect((await add(order, variantId, 5, 'bank-transfer')).kind).toBe('added');
    await sound();
  });

  it('[ADD-1] [CART-32] staff add only so many pieces as can be ordered, and are told the rule', async () => {
    const order = await ordered();
    const quantities = { min: 6, multiple: 3, max: 18 };
    await shop.engine.catalog.importProducts(shop.command(), [
      {
        handle: 'packed',
        name: { en: 'Packed' },
        variants: [{ ...testVariant({}, { EUR: 500, GBP: 500 }, 50), quantities }],
      },
    ]);
    const [variantId] = await shop.variantIds('packed');
    const ask = (quantity: number) =>
      shop.engine.additions.quote(shop.command().actor, {
        orderId: order.id,
        lines: [{ variantId: variantId!, quantity }],
      });
    for (const quantity of [3, 7, 24])
      expect(await ask(quantity)).toMatchObject({
        ...{ kind: 'bad-quantity', variantId, quantity },
        ...{ min: 6, multiple: 3, max: 18 },
      });
    expect(await ask(9)).toMatchObject({ kind: 'quoted' });
  });

  it.each(['pay', 'receive'] as const)(
    '[ADD-7] of a cancelled order nobody can pay what waits any more (%s): it goes with the order, and its stock is free',
    async (how) => {
      const order = await ordered();
      const variantId = await shop.product(5, 500);
      const { id } = additionIn(await add(order, variantId, 5));
      await shop.engine.orders.cancel(shop.command(), { orderId: order.id, reason: 'gone' });
      const outcome =
        how === 'pay'
          ? await pay(order, id)
          : await shop.engine.additions.receive(shop.command(), { additionId: id, receivedBy: 'cash' });
      expect(outcome).toEqual({ kind: 'not-now', state: 'withdrawn' });
      expect(await shop.engine.additions.find(id)).toMatchObject({ state: 'withdrawn' });
      const [stock] = await shop.engine.inventory.orderable(shop.en, [variantId]);
      expect(stock).toMatchObject({ available: 5 });
      await sound();
    },
  );

  it('[ADD-7] nobody pays: nothing is held any more, and late money goes back', async () => {
    const order = await ordered();
    const variantId = await shop.product(5, 500);
    const { id } = additionIn(await add(order, variantId, 5));
    expect(await pay(order, id, 'sim-later')).toEqual({ kind: 'pending' });
    expect(await shop.engine.additions.expire()).toBe(0);
    shop.now = new Date(shop.now.getTime() + 15 * DAY * 60_000);
    expect(await shop.engine.additions.expire()).toBe(1);
    expect(await shop.engine.additions.expire()).toBe(0);
    await shop.deliverMessages();
    await shop.engine.checkout.resume();
    expect(await shop.engine.additions.find(id)).toMatchObject({ state: 'expired' });
    expect((await shop.again(order)).lines).toHaveLength(1);
    expect(await shop.engine.inventory.inTransaction.held(database(), `addition:${id}`)).toEqual([]);
    await sound();
  });

  it('[ADD-1] [ADD-7] with its order it is gone; an order that is sent whole takes nothing more', async () => {
    const order = await ordered();
    const variantId = await shop.product(5, 500);
    const { id } = additionIn(await add(order, variantId, 2));
    await shop.engine.orders.cancel(shop.command(), { orderId: order.id, reason: 'gone' });
    expect(await pay(order, id)).toMatchObject({ kind: 'not-now' });
    expect(await shop.engine.additions.find(id)).toMatchObject({ state: 'withdrawn' });
    const ask = (orderId: string) =>
      shop.engine.additions.quote(shop.command().actor, { orderId, lines: [{ variantId, quantity: 1 }] });
    expect(await ask(order.id)).toEqual({ kind: 'not-now', state: 'cancelled' });
    expect(await ask(crypto.randomUUID())).toEqual({ kind: 'no-order' });
    const sent = await ordered();
    await ship(sent, 1);
    expect(await ask(sent.id)).toEqual({ kind: 'not-now', state: 'done' });
    await sound();
  });

  async function ship(order: OrderView, quantity: number, at = 0) {
    const lines = [{ lineId: (await shop.again(order)).lines[at]!.id, quantity }];
    const sent = await shop.engine.fulfilment.ship(shop.command(), {
      ...{ orderId: order.id, lines, locationId: 'warehouse' },
    });
    expect(sent.kind).toBe('shipped');
  }

  it('[ADD-1] they go with a pickup, from its store, when that takes them', async () => {
    const variantId = await shop.product(1, 1000);
    await shop.stock(variantId, 'store-harbour', 3);
    const order = await shop.order([{ variantId, quantity: 1 }], { patch: pickupAt('store-harbour') });
    expect((await add(order, variantId, 2, 'card-terminal')).kind).toBe('added');
    const held = await shop.held(order);
    expect(held).toMatchObject([{ variantId, locationId: 'store-harbour', quantity: 3 }]);
    await sound();
  });

  it('[ADD-1] they go with no delivery of which all is cancelled: its charge went back', async () => {
    const [sent, fetched] = [await shop.product(9), await shop.product(9)];
    await shop.stock(fetched, 'store-harbour', 9);
    await shop.stock(sent, 'store-harbour', 9);
    const { cartId, cart } = await shop.ready(
      [sent, fetched].map((variantId) => ({ variantId, quantity: 1 })),
    );
    const patch = {
      apart: { [cart.lines.find(({ variantId }) => variantId === fetched)!.id]: 'pickup' as const },
      otherDeliveries: [{ methodId: 'pickup', storeId: 'store-harbour' }],
    };
    const filled = await shop.engine.checkout.update(shop.asGuest(), shop.en, { cartId, patch });
    if (filled.kind !== 'changed') throw new Error(filled.kind);
    const paid = await shop.pay(filled.checkout, 'sim-approve');
    if (paid.kind !== 'placed') throw new Error(paid.kind);
    const order = await shop.again(paid.order);
    const [parcel, pickup] = [sent, fetched].map((each) =>
      order.lines.find(({ variantId }) => variantId === each),
    );
    const lines = [{ variantId: sent, quantity: 1 }];
    const ask = (deliveryId?: string) =>
      shop.engine.additions.quote(shop.command().actor, {
        ...{ orderId: order.id, lines },
        ...(deliveryId !== undefined && { deliveryId }),
      });
    expect(await ask(pickup!.deliveryId)).toMatchObject({ deliveryId: pickup!.deliveryId });
    const gone = { orderId: order.id, lines: [{ lineId: pickup!.id, quantity: 1 }], reason: 'gone' };
    expect(await shop.engine.orders.cancel(shop.command(), gone)).toMatchObject({ kind: 'cancelled' });
    expect(await ask(pickup!.deliveryId)).toEqual({ kind: 'no-way' });
    expect(await ask()).toMatchObject({ deliveryId: parcel!.deliveryId });
    await sound();
  });

  it('[ADD-8] [ORDER-20] [BILL-9] added after the first goods left: an own invoice, and all goes back to nothing', async () => {
    await shop.engine.invoices.setSeller(shop.command(), {
      channel: shop.en.channel,
      name: 'Vitrine GmbH',
      address: ['Kai 1', '24103 Kiel'],
      taxId: 'DE136695976',
      prefixes: { invoice: 'V-', creditNote: 'G-' },
    });
    const order = await ordered(2);
    await ship(order, 1);
    const variantId = await shop.product(9, 333);
    await add(order, variantId, 3, 'bank-transfer');
    await shop.engine.invoices.issueDue();
    const after = await shop.again(order);
    expect(after.fulfilment).toBe('partly');
    await ship(order, 1);
    await ship(order, 3, 1);
    const { returns } = shop.engine;
    const taken = await returns.takeBack(shop.command(), {
      orderNumber: order.number,
      locationId: 'warehouse',
      lines: (await shop.again(order)).lines.map(({ id: lineId, quantity }) => ({
        ...{ lineId, quantity },
        reason: 'other' as const,
        condition: 'resellable' as const,
      })),
      delivery: 'all',
    });
    expect(taken.kind).toBe('taken-back');
    await shop.engine.invoices.issueDue();
    const papers = await shop.engine.invoices.list(shop.command().actor, order.id);
    const totals = papers.map(({ kind, total }) => [kind, total.amount]);
    expect(totals).toEqual([
      ['invoice', order.total.amount],
      ['invoice', 999],
      ['credit-note', order.total.amount + 999],
    ]);
    const end = await shop.again(order);
    expect(end.owed.amount).toBe(0);
    expect(end.refunded).toEqual(end.paid);
    await sound();
  });
});
