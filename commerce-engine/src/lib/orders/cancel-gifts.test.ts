import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { examineShop } from '../doctor/examine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { runPromotion } from '../testing/run-promotion.ts';
import { openSellingShop, type SellingShop } from '../testing/selling-shop.ts';

describeOnEachEngine('cancelling what earned a gift', { migrations: [commerceMigrations] }, (database) => {
  let shop: SellingShop;
  let lamp: string;
  let bulb: string;

  beforeAll(async () => {
    shop = await openSellingShop(database());
  });

  beforeEach(async () => {
    [lamp, bulb] = [await shop.product(5, 5000), await shop.product(5, 400)];
    await runPromotion(shop, {
      kind: 'gift',
      lines: { include: [{ kind: 'variant', id: lamp }] },
      fromPieces: 1,
      gift: { variantId: bulb, quantity: 2 },
    });
  });

  const cancelLamps = (order: Awaited<ReturnType<SellingShop['order']>>, quantity: number) =>
    shop.engine.orders.cancel(shop.command(), {
      orderId: order.id,
      lines: [{ lineId: order.lines.find(({ variantId }) => variantId === lamp)!.id, quantity }],
      reason: 'changed their mind',
    });

  it('[ORDER-22] with the last piece that was bought its gifts are cancelled: every cent is back, nothing is kept', async () => {
    const order = await shop.order([{ variantId: lamp, quantity: 2 }]);
    expect(order.lines).toHaveLength(2);
    expect(await cancelLamps(order, 1)).toMatchObject({ state: 'placed', amount: { amount: 5000 } });
    expect((await shop.again(order)).lines).toMatchObject([{ cancelled: 1 }, { cancelled: 0 }]);
    expect(await cancelLamps(order, 1)).toMatchObject({ state: 'cancelled', amount: { amount: 5490 } });
    expect(await shop.again(order)).toMatchObject({
      state: 'cancelled',
      refunded: order.total,
      lines: [{ cancelled: 2 }, { cancelled: 2 }],
    });
    expect(await shop.held(order)).toEqual([]);
    const [left] = await shop.engine.inventory.orderable(shop.en, [bulb]);
    expect(left!.available).toBe(5);
    expect(await examineShop(database())).toEqual([]);
  });

  it('[ORDER-22] a gift that went out stays gone, and who keeps anything they bought keeps it', async () => {
    const order = await shop.order([{ variantId: lamp, quantity: 1 }]);
    const gift = order.lines.find(({ variantId }) => variantId === bulb)!;
    const sent = { orderId: order.id, lines: [{ lineId: gift.id, quantity: 1 }], locationId: 'warehouse' };
    expect(await shop.engine.fulfilment.ship(shop.command(), sent)).toMatchObject({ kind: 'shipped' });
    expect(await cancelLamps(order, 1)).toMatchObject({ kind: 'cancelled', state: 'placed' });
    expect((await shop.again(order)).lines).toMatchObject([{ cancelled: 1 }, { fulfilled: 1, cancelled: 1 }]);
    expect(await shop.held(order)).toEqual([]);
    expect(await examineShop(database())).toEqual([]);
  });
});
