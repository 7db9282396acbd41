import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openSellingShop, type SellingShop } from '../testing/selling-shop.ts';
import type { CheckoutPatch } from './checkout.ts';
import type { CheckoutView } from './checkout.views.ts';

describeOnEachEngine('deliveries of a checkout', { migrations: [commerceMigrations] }, (database) => {
  let shop: SellingShop;
  /** 10 pieces in the warehouse and 2 in the store of each. */
  let sent: string;
  let fetched: string;

  beforeAll(async () => {
    shop = await openSellingShop(database());
    await shop.engine.delivery.importDeliveryMethods(shop.command(), [
      {
        id: 'letter',
        kind: 'electronic',
        name: { en: 'By email', de: 'Per E-Mail' },
        prices: [{ currency: 'EUR', tiers: [{ price: 0 }] }],
        time: { minDays: 0, maxDays: 0, days: 'business' },
      },
    ]);
  });

  beforeEach(async () => {
    [sent, fetched] = [await shop.product(10), await shop.product(10, 2000)];
    await shop.stock(fetched, 'store-harbour', 2);
  });

  const both = (pieces = 1) => [
    { variantId: sent, quantity: 1 },
    { variantId: fetched, quantity: pieces },
  ];
  const lineOf = ({ cart }: CheckoutView, variantId: string) =>
    cart.lines.find((line) => line.variantId === variantId)!.id;
  async function update({ cartId }: CheckoutView, patch: CheckoutPatch): Promise<CheckoutView> {
    const outcome = await shop.engine.checkout.update(shop.asGuest(), shop.en, { cartId, patch });
    if (outcome.kind !== 'changed') throw new Error(`Expected a change, got ${outcome.kind}`);
    return outcome.checkout;
  }
  const inStore = { methodId: 'pickup', storeId: 'store-harbour' };
  const waysOnly = async (variantId: string, ways: object) => {
    const [line] = await shop.engine.catalog.variantLines(shop.en, [variantId]);
    const none = { ship: false, pickup: false, electronic: false };
    await shop.engine.delivery.setProductDelivery(shop.command(), [
      { productId: line!.productId, ...none, ...ways },
    ]);
  };

  test('[CHECK-26] a line the shopper wants another way is a delivery of its own, with its own price', async () => {
    const together = await shop.ready(both());
    expect(together).toMatchObject({
      otherDeliveries: [],
      total: { amount: 3490 },
      lineWays: [
        { ways: ['ship'], way: 'ship', isApart: false },
        { ways: ['ship', 'pickup'], way: 'ship', isApart: false },
      ],
    });
    const lineId = lineOf(together, fetched);
    const asked = await update(together, { apart: { [lineId]: 'pickup' } });
    expect(asked).toMatchObject({
      delivery: { methodId: 'parcel' },
      otherDeliveries: [
        {
          kind: 'pickup',
          lineIds: [lineId],
          options: [{ methodId: 'pickup', stores: [{ id: 'store-harbour' }] }],
          delivery: { methodId: 'pickup' },
        },
      ],
      missing: ['store'],
    });
    const filled = await update(together, { otherDeliveries: [inStore] });
    expect(filled).toMatchObject({
      missing: [],
      deliveryTotal: { amount: 490 },
      otherDeliveries: [{ delivery: inStore }],
    });
    const order = await shop.pay(filled, 'sim-approve');
    if (order.kind !== 'placed') throw new Error(`Expected an order, got ${order.kind}`);
    const placed = await shop.again(order.order);
    expect(placed.total).toEqual(filled.total);
    expect(placed.deliveries).toMatchObject([
      { kind: 'ship', address: { city: 'Kiel' }, total: { amount: 490 } },
      { kind: 'pickup', store: { id: 'store-harbour' }, total: { amount: 0 } },
    ]);
    const [parcel, pickup] = placed.deliveries;
    expect(placed.lines.map(({ variantId, deliveryId }) => [variantId, deliveryId])).toEqual([
      [sent, parcel!.id],
      [fetched, pickup!.id],
    ]);
    // [CHECK-16]
    expect(await shop.held(placed)).toEqual(
      expect.arrayContaining([
        { variantId: sent, locationId: 'warehouse', quantity: 1, backordered: 0 },
        { variantId: fetched, locationId: 'store-harbour', quantity: 1, backordered: 0 },
      ]),
    );
    expect(await shop.engine.inventory.discrepancies()).toEqual([]);
  });

  test('[CHECK-26] each part is sent and fetched by itself, and money goes back for all of it', async () => {
    const checkout = await shop.ready(both());
    const filled = await update(checkout, {
      apart: { [lineOf(checkout, fetched)]: 'pickup' },
      otherDeliveries: [inStore],
    });
    const outcome = await shop.pay(filled, 'sim-approve');
    const order = await shop.again((outcome as { order: { id: string } }).order);
    const { fulfilment } = shop.engine;
    const pieces = (variantId: string) =>
      order.lines
        .filter((line) => line.variantId === variantId)
        .map(({ id }) => ({ lineId: id, quantity: 1 }));
    const ask = (variantId: string, locationId: string) => ({
      orderId: order.id,
      lines: pieces(variantId),
      locationId,
    });
    expect(await fulfilment.ship(shop.command(), ask(fetched, 'store-harbour'))).toMatchObject({
      kind: 'other-way',
    });
    expect(await fulfilment.ship(shop.command(), ask(sent, 'warehouse'))).toMatchObject({ kind: 'shipped' });
    expect(await shop.again(order)).toMatchObject({ fulfilment: 'partly' });
    const ready = await fulfilment.markReady(shop.command(), ask(fetched, 'store-harbour'));
    if (ready.kind !== 'ready') throw new Error(`Expected it ready, got ${ready.kind}`);
    const slip = (await fulfilment.shipments(shop.command().actor, order.id)).map(({ id }) => id);
    const paper = await fulfilment.document(shop.command().actor, {
      shipmentId: slip[0]!,
      kind: 'packing-slip',
    });
    // What is fetched does not follow with another parcel.
    expect(paper).toContain('Kiel');
    expect(paper).not.toContain(order.lines.find(({ variantId }) => variantId === fetched)!.sku);
    await fulfilment.handOver(shop.command(), {
      orderId: order.id,
      shipmentId: ready.shipment.id,
      code: ready.code,
    });
    expect(await shop.again(order)).toMatchObject({ fulfilment: 'done' });
    expect(await shop.bank(order)).toMatchObject({ captured: 3490 });
  });

  test('[CHECK-16] there is all of it or nothing is kept', async () => {
    const checkout = await shop.ready(both(2));
    const filled = await update(checkout, {
      apart: { [lineOf(checkout, fetched)]: 'pickup' },
      otherDeliveries: [inStore],
    });
    await shop.stock(fetched, 'store-harbour', 1);
    expect(await shop.pay(filled, 'sim-approve')).toMatchObject({
      kind: expect.stringMatching(/^(incomplete|price-changed|not-enough)$/),
    });
    await shop.stock(fetched, 'store-harbour', 2);
    const other = await shop.order([{ variantId: fetched, quantity: 1 }], {
      patch: { address: null, contact: { email: 'a@example.com', name: 'Ada' }, delivery: inStore },
    });
    expect(await shop.held(other)).toMatchObject([{ locationId: 'store-harbour' }]);
    const orderable = async (id: string) =>
      (await shop.engine.inventory.orderable(shop.en, [id]))[0]!.available;
    expect(await orderable(sent)).toBe(10);
    expect(await shop.engine.inventory.discrepancies()).toEqual([]);
  });

  test('[ORDER-9] what is delivered to nobody costs nothing, and its slot is free', async () => {
    const fetching = {
      id: 'counter',
      kind: 'pickup',
      name: { en: 'At the counter', de: 'Am Tresen' },
      prices: [{ currency: 'EUR', tiers: [{ price: 300 }] }],
      time: { minDays: 0, maxDays: 0, days: 'business' },
      slots: { minLeadDays: 1, maxLeadDays: 3, interval: 60, capacity: 1 },
    } as const;
    await shop.engine.delivery.importDeliveryMethods(shop.command(), [fetching]);
    const at = { methodId: 'counter', storeId: 'store-harbour' };
    const first = (await shop.engine.delivery.slots(at))![0]!.startsAt;
    const free = async () =>
      (await shop.engine.delivery.slots(at))!.some(({ startsAt }) => startsAt === first);
    const checkout = await shop.ready(both());
    const filled = await update(checkout, {
      apart: { [lineOf(checkout, fetched)]: 'pickup' },
      otherDeliveries: [{ ...at, slot: first }],
    });
    expect(filled).toMatchObject({ missing: [], deliveryTotal: { amount: 790 } });
    const outcome = await shop.pay(filled, 'sim-approve');
    const order = await shop.again((outcome as { order: { id: string } }).order);
    expect(await free()).toBe(false);
    const cancel = (variantId: string) =>
      shop.engine.orders.cancel(shop.command(), {
        orderId: order.id,
        lines: [{ lineId: order.lines.find((line) => line.variantId === variantId)!.id, quantity: 1 }],
        reason: 'not wanted',
      });
    expect(await cancel(fetched)).toMatchObject({ state: 'placed', amount: { amount: 2300 } });
    expect(await free()).toBe(true);
    expect(await cancel(sent)).toMatchObject({ state: 'cancelled', amount: { amount: 1490 } });
    expect(await shop.bank(order)).toEqual({ captured: 3790, refunded: 3790 });
    await shop.engine.delivery.importDeliveryMethods(shop.command(), [
      { ...fetching, channels: ['nowhere'] },
    ]);
  });

  test('[CHECK-27] what cannot be sent goes the way it can, without being asked for', async () => {
    await waysOnly(fetched, { electronic: true });
    const cartId = (await shop.ready(both(), { delivery: null })).cartId;
    const open = (await shop.engine.checkout.get(shop.en, cartId))!;
    expect(open).toMatchObject({
      missing: ['delivery'],
      otherDeliveries: [{ kind: 'electronic', delivery: { methodId: 'letter' } }],
    });
    expect(open.options.map(({ methodId }) => methodId)).toContain('parcel');
    const filled = await update(open, { delivery: { methodId: 'parcel' } });
    expect(filled).toMatchObject({ missing: [], total: { amount: 3490 } });
    expect(await shop.pay(filled, 'sim-approve')).toMatchObject({ kind: 'placed' });
  });

  test('[CHECK-27] a wish that cannot be met counts for nothing and is kept', async () => {
    const checkout = await shop.ready(both());
    const apart = { [lineOf(checkout, fetched)]: 'electronic' } as const;
    expect(await update(checkout, { apart })).toMatchObject({ otherDeliveries: [], missing: [] });
    await waysOnly(fetched, { ship: true, electronic: true });
    expect(await shop.engine.checkout.get(shop.en, checkout.cartId)).toMatchObject({
      otherDeliveries: [{ kind: 'electronic' }],
    });
  });

  test('[CHECK-28] wishes that leave nothing for the whole count for nothing', async () => {
    const checkout = await shop.ready(both());
    const apart = Object.fromEntries(checkout.lineWays.map(({ lineId }) => [lineId, 'pickup' as const]));
    await shop.stock(sent, 'store-harbour', 2);
    expect(await update(checkout, { apart, otherDeliveries: [inStore] })).toMatchObject({
      delivery: { methodId: 'parcel' },
      otherDeliveries: [],
      missing: [],
      total: { amount: 3490 },
    });
    expect(await update(checkout, { delivery: inStore })).toMatchObject({
      delivery: inStore,
      otherDeliveries: [],
      missing: [],
      total: { amount: 3000 },
    });
  });

  test('[CHECK-29] what is delivered apart does not make the rest dearer', async () => {
    const dear = await shop.product(10, 15_000);
    const checkout = await shop.ready([
      { variantId: dear, quantity: 1 },
      { variantId: fetched, quantity: 3 },
    ]);
    await shop.stock(fetched, 'store-harbour', 5);
    expect(checkout).toMatchObject({ deliveryTotal: { amount: 0 } });
    const divided = await update(checkout, {
      apart: { [lineOf(checkout, fetched)]: 'pickup' },
      otherDeliveries: [inStore],
    });
    expect(divided).toMatchObject({ deliveryTotal: { amount: 0 }, total: checkout.total });
  });

  test('[CHECK-26] nobody is offered to pick up what no store has enough of', async () => {
    const ways = (await shop.ready(both(3))).lineWays.map((line) => line.ways);
    expect(ways).toEqual([['ship'], ['ship']]);
  });

  test('[CHECK-2] a way that is not to be had is told, of what goes apart too', async () => {
    const checkout = await shop.ready(both());
    const lineId = lineOf(checkout, sent);
    expect(await update(checkout, { apart: { [lineId]: 'pickup' } })).toMatchObject({
      otherDeliveries: [{ kind: 'pickup', lineIds: [lineId], options: [] }],
      missing: ['delivery-unavailable'],
    });
  });

  test('[CHECK-6] another way than the one that was seen is not paid, though it costs the same', async () => {
    const method = (id: string, retired: boolean) =>
      shop.engine.delivery.importDeliveryMethods(shop.command(), [
        {
          id,
          kind: 'ship',
          name: { en: id },
          prices: [{ currency: 'EUR', tiers: [{ price: 490 }] }],
          time: { minDays: 1, maxDays: 1, days: 'business' },
          retired,
        },
      ]);
    await method('rider', false);
    await shop.stock(sent, 'store-harbour', 2);
    const checkout = await shop.ready(both(), { delivery: inStore, address: null });
    const { cartId } = checkout;
    const filled = await update(checkout, {
      apart: { [lineOf(checkout, fetched)]: 'ship' },
      otherDeliveries: [{ methodId: 'rider' }],
      contact: { name: 'Ada' },
      address: { name: 'Ada', street: 'Ring 1', postalCode: '24103', city: 'Kiel', country: 'DE' },
    });
    expect(filled).toMatchObject({ missing: [], otherDeliveries: [{ delivery: { methodId: 'rider' } }] });
    await method('rider', true);
    expect(await shop.pay(filled, 'sim-approve')).toMatchObject({
      kind: 'price-changed',
      checkout: { cartId, total: filled.total, otherDeliveries: [{ delivery: { methodId: 'parcel' } }] },
    });
  });

  test('[CHECK-30] a message for whoever gets it lies in the parcel, on a paper without prices', async () => {
    const giftMessage = 'Many happy returns,\nyours <Ada>';
    const order = await shop.order([{ variantId: sent, quantity: 1 }], { patch: { giftMessage } });
    expect(order).toMatchObject({ giftMessage });
    const correct = (message: string | null) =>
      shop.engine.orders.correct(shop.command(), { orderId: order.id, giftMessage: message });
    expect(await correct(`${giftMessage}!`)).toEqual({ kind: 'corrected', fields: ['giftMessage'] });
    const lines = order.lines.map(({ id, quantity }) => ({ lineId: id, quantity }));
    const { fulfilment } = shop.engine;
    const shipped = await fulfilment.ship(shop.command(), {
      orderId: order.id,
      lines,
      locationId: 'warehouse',
    });
    if (shipped.kind !== 'shipped') throw new Error(`Expected a parcel, got ${shipped.kind}`);
    const which = { shipmentId: shipped.shipment.id, kind: 'packing-slip' } as const;
    const slip = await fulfilment.document(shop.command().actor, which);
    expect(slip).toContain('Many happy returns,\nyours &lt;Ada&gt;!');
    expect(slip).not.toMatch(/[€£]|EUR|10\.00/);
    expect(await correct(null)).toEqual({ kind: 'not-now', field: 'giftMessage' });
    await expect(
      shop.order([{ variantId: sent, quantity: 1 }], { patch: { giftMessage: 'x'.repeat(501) } }),
    ).rejects.toMatchObject({ code: 'bad_input' });
  });

  test('[CHECK-1] what is given replaces what was there', async () => {
    const checkout = await shop.ready(both());
    await update(checkout, { apart: { [lineOf(checkout, fetched)]: 'pickup' }, otherDeliveries: [inStore] });
    expect(await update(checkout, { apart: {} })).toMatchObject({ otherDeliveries: [], missing: [] });
    await expect(update(checkout, { apart: { x: 'drone' as 'ship' } })).rejects.toMatchObject({
      code: 'bad_input',
    });
  });
});
