import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, test } from 'vitest';
import { examineShop } from '../doctor/examine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openSellingShop, pickupAt, type SellingShop } from '../testing/selling-shop.ts';
import { takeMails } from '../testing/shopper-account.ts';

describeOnEachEngine('an order of a bundle', { migrations: [commerceMigrations] }, (database) => {
  let shop: SellingShop;
  beforeAll(async () => {
    shop = await openSellingShop(database());
  });

  async function breakfast(cups: number, stools: number) {
    const [cup, stool] = [await shop.product(cups, 900), await shop.product(stools, 4000)];
    const set = await shop.bundle(
      [
        { variantId: cup, quantity: 2 },
        { variantId: stool, quantity: 1 },
      ],
      4999,
    );
    return { cup, stool, set };
  }
  const levelsOf = async (variantId: string) => {
    const [stock] = await shop.engine.inventory.stock(shop.command().actor, [variantId]);
    return Object.fromEntries(
      stock!.levels.map(({ locationId, onHand, reserved }) => [locationId, [onHand, reserved]]),
    );
  };
  const sound = async () => expect(await examineShop(database())).toEqual([]);

  test('[BUN-5] [FUL-13] [LETTER-11] bought, sent in two parcels, one piece given back into stock, and its money', async () => {
    const { cup, stool, set } = await breakfast(10, 5);
    await takeMails(shop);
    const order = await shop.order([
      { variantId: set, quantity: 3 },
      { variantId: cup, quantity: 1 },
    ]);
    const line = order.lines.find(({ variantId }) => variantId === set)!;
    expect(line).toMatchObject({
      quantity: 3,
      components: [
        { variantId: cup, quantity: 2 },
        { variantId: stool, quantity: 1 },
      ],
    });
    const [placed] = await takeMails(shop);
    const [cups, stools] = line.components!.map(({ name }) => name);
    expect(placed!.text).toContain(`Contains 6 × ${cups}, 3 × ${stools}`);
    expect(await levelsOf(cup)).toEqual({ warehouse: [10, 7] });
    expect(await levelsOf(stool)).toEqual({ warehouse: [5, 3] });

    const ship = (quantity: number) =>
      shop.engine.fulfilment.ship(shop.command(), {
        orderId: order.id,
        lines: [{ lineId: line.id, quantity }],
        locationId: 'warehouse',
      });
    const first = await ship(2);
    expect(first).toMatchObject({ kind: 'shipped' });
    expect(await levelsOf(cup)).toEqual({ warehouse: [6, 3] });
    const slip = await shop.engine.fulfilment.document(shop.command().actor, {
      shipmentId: first.kind === 'shipped' ? first.shipment.id : '',
      kind: 'packing-slip',
    });
    expect(slip).toContain(`<li>4 × ${cups} (${line.components![0]!.sku})</li>`);
    const [parcel] = await takeMails(shop);
    expect(parcel!.text).toContain(`Contains 4 × ${cups}, 2 × ${stools}`);
    expect(await ship(1)).toMatchObject({ kind: 'shipped' });
    expect(await levelsOf(stool)).toEqual({ warehouse: [2, 0] });
    expect((await shop.again(order)).lines.find(({ id }) => id === line.id)).toMatchObject({ fulfilled: 3 });
    await sound();

    const back = await shop.engine.returns.takeBack(shop.command(), {
      orderNumber: order.number,
      locationId: 'store-north',
      lines: [{ lineId: line.id, quantity: 1, reason: 'other', condition: 'resellable' }],
    });
    expect(back).toMatchObject({ return: { state: 'refunded', refund: { amount: 4999 } } });
    expect(await levelsOf(cup)).toEqual({ warehouse: [4, 1], 'store-north': [2, 0] });
    expect(await levelsOf(stool)).toEqual({ warehouse: [2, 0], 'store-north': [1, 0] });
    expect((await shop.again(order)).refunded.amount).toBe(4999);
    await sound();
  });

  test('[BUN-5] what is cancelled of it is free again; what a location cannot send is sent whole by another', async () => {
    const { cup, stool, set } = await breakfast(6, 3);
    const order = await shop.order([{ variantId: set, quantity: 2 }]);
    const lines = (quantity: number) => [{ lineId: order.lines[0]!.id, quantity }];
    await shop.engine.orders.cancel(shop.command(), { orderId: order.id, lines: lines(1), reason: 'so' });
    expect(await levelsOf(cup)).toEqual({ warehouse: [6, 2] });
    const reject = () =>
      shop.engine.fulfilment.reject(shop.command(), {
        orderId: order.id,
        lines: lines(1),
        locationId: 'warehouse',
        reason: 'not found',
      });
    await shop.stock(cup, 'store-harbour', 2);
    expect(await reject()).toMatchObject({ kind: 'nowhere-else', short: [{ variantId: set, free: 0 }] });
    const channels = (await shop.engine.stores.channels()).filter(({ id }) => id === 'online');
    await shop.engine.stores.importChannels(
      shop.command(),
      channels.map((channel) => ({ ...channel, locations: ['warehouse', 'store-harbour'] })),
    );
    expect(await reject()).toMatchObject({ kind: 'nowhere-else' });
    await shop.stock(stool, 'store-harbour', 1);
    expect(await reject()).toEqual({
      kind: 'moved',
      parts: [{ variantId: set, locationId: 'store-harbour', quantity: 1 }],
    });
    expect(await levelsOf(stool)).toEqual({ warehouse: [3, 0], 'store-harbour': [1, 1] });
    expect(
      await shop.engine.fulfilment.ship(shop.command(), {
        orderId: order.id,
        lines: lines(1),
        locationId: 'store-harbour',
      }),
    ).toMatchObject({ kind: 'shipped' });
    expect(await levelsOf(cup)).toEqual({ warehouse: [6, 0], 'store-harbour': [0, 0] });
    await sound();
  });

  test('[BUN-3] [BUN-5] it is picked up where all of it lies', async () => {
    const { cup, stool, set } = await breakfast(2, 1);
    await shop.stock(cup, 'store-harbour', 2);
    await shop.stock(stool, 'store-harbour', 1);
    const order = await shop.order([{ variantId: set, quantity: 1 }], { patch: pickupAt('store-harbour') });
    expect(await shop.held(order)).toEqual([
      { variantId: set, locationId: 'store-harbour', quantity: 1, backordered: 0 },
    ]);
    const ready = await shop.engine.fulfilment.markReady(shop.command(), {
      orderId: order.id,
      lines: [{ lineId: order.lines[0]!.id, quantity: 1 }],
      locationId: 'store-harbour',
    });
    expect(ready).toMatchObject({ kind: 'ready' });
    const shipmentId = ready.kind === 'ready' ? ready.shipment.id : '';
    const { actor } = shop.command();
    const note = await shop.engine.fulfilment.document(actor, { shipmentId, kind: 'pickup-note' });
    expect(note).toContain('Consists of');
    const handedOver = await shop.engine.fulfilment.handOver(shop.command(), {
      orderId: order.id,
      shipmentId,
    });
    expect(handedOver).toMatchObject({ kind: 'handed-over' });
    expect(await levelsOf(cup)).toEqual({ warehouse: [2, 0], 'store-harbour': [0, 0] });
    await sound();
  });

  test('[BUN-4] [RES-1] who pays for a bundle and its component when there is too little of both together is told, and not charged', async () => {
    const { cup, set } = await breakfast(2, 2);
    const checkout = await shop.ready([
      { variantId: set, quantity: 1 },
      { variantId: cup, quantity: 1 },
    ]);
    expect(await shop.pay(checkout, 'sim-approve')).toMatchObject({
      kind: 'not-enough',
      short: [{ variantId: cup, free: 0 }],
    });
    expect(await levelsOf(cup)).toEqual({ warehouse: [2, 0] });
    await sound();
  });

  test('[BUN-8] twenty who pay at once for a bundle or its component buy exactly what there is', async () => {
    const { cup, set } = await breakfast(12, 12);
    const checkouts = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        shop.ready(
          at % 2
            ? [
                { variantId: set, quantity: 1 },
                { variantId: cup, quantity: 1 },
              ]
            : [
                { variantId: cup, quantity: 1 },
                { variantId: set, quantity: 1 },
              ],
        ),
      ),
    );
    const outcomes = await Promise.all(checkouts.map((checkout) => shop.pay(checkout, 'sim-approve')));
    expect(outcomes.filter(({ kind }) => kind === 'placed')).toHaveLength(4);
    expect(await levelsOf(cup)).toEqual({ warehouse: [12, 12] });
    await sound();
  });
});
