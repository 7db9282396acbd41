import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { runPromotion } from '../testing/run-promotion.ts';
import { openSellingShop, pickupAt, type SellingShop } from '../testing/selling-shop.ts';

describeOnEachEngine('gifts on their way', { migrations: [commerceMigrations] }, (database) => {
  let shop: SellingShop;
  /** In the warehouse and in the store. */
  let lamp: string;
  /** In the warehouse alone; two of it are given for each lamp. */
  let bulb: string;

  beforeAll(async () => {
    shop = await openSellingShop(database());
  });

  beforeEach(async () => {
    [lamp, bulb] = [await shop.product(10, 5000), await shop.product(10, 400)];
    await shop.stock(lamp, 'store-harbour', 2);
    await runPromotion(shop, {
      kind: 'gift',
      lines: { include: [{ kind: 'variant', id: lamp }] },
      fromPieces: 1,
      gift: { variantId: bulb, quantity: 2 },
    });
  });

  const one = () => [{ variantId: lamp, quantity: 1 }];
  const only = async (variantId: string, way: 'ship' | 'pickup') => {
    const [line] = await shop.engine.catalog.variantLines(shop.en, [variantId]);
    const none = { ship: false, pickup: false, electronic: false };
    await shop.engine.delivery.setProductDelivery(shop.command(), [
      { productId: line!.productId, ...none, [way]: true },
    ]);
  };

  test('[CHECK-37] a gift the store does not have stands in nobody’s way of picking up', async () => {
    const checkout = await shop.ready(one(), pickupAt('store-harbour'));
    expect(checkout).toMatchObject({
      missing: [],
      delivery: { methodId: 'pickup' },
      otherDeliveries: [],
      cart: { lines: [{ variantId: lamp }], missedGifts: [{ promotion: 'Light for free' }] },
      total: { amount: 5000 },
    });
    expect(checkout.options.map(({ methodId }) => methodId)).toContain('pickup');
    expect(await shop.pay(checkout, 'sim-approve')).toMatchObject({ kind: 'placed' });
  });

  test('[CHECK-37] of a gift as much is picked up as the store has, and it is kept there', async () => {
    await shop.stock(bulb, 'store-harbour', 1);
    const checkout = await shop.ready(one(), pickupAt('store-harbour'));
    expect(checkout.cart).toMatchObject({
      lines: [{ variantId: lamp }, { variantId: bulb, quantity: 1, isGift: true }],
      missedGifts: [{ promotion: 'Light for free' }],
    });
    const outcome = await shop.pay(checkout, 'sim-approve');
    if (outcome.kind !== 'placed') throw new Error(`Expected an order, got ${outcome.kind}`);
    const held = await shop.held(outcome.order);
    expect(held).toHaveLength(2);
    expect(held.every(({ locationId }) => locationId === 'store-harbour')).toBe(true);
    expect(await shop.engine.inventory.discrepancies()).toEqual([]);
  });

  test('[CHECK-37] a gift makes no delivery and no charge: what no delivery of the goods can carry is missed', async () => {
    await only(lamp, 'pickup');
    await only(bulb, 'ship');
    const checkout = await shop.ready(one(), pickupAt('store-harbour'));
    expect(checkout).toMatchObject({
      missing: [],
      otherDeliveries: [],
      deliveryTotal: { amount: 0 },
      total: { amount: 5000 },
      cart: { lines: [{ variantId: lamp }], missedGifts: [{ promotion: 'Light for free' }] },
    });
  });

  test('[CHECK-37] it goes with another delivery of the goods that can carry it', async () => {
    const parcel = await shop.product(10, 1000);
    await only(lamp, 'pickup');
    await only(parcel, 'ship');
    await only(bulb, 'ship');
    const checkout = await shop.ready([...one(), { variantId: parcel, quantity: 1 }], {
      ...pickupAt('store-harbour'),
      address: {
        name: 'Ada Lovelace',
        street: 'Hafenstr. 1',
        postalCode: '24103',
        city: 'Kiel',
        country: 'DE',
      },
    });
    const gift = checkout.cart.lines.find(({ isGift }) => isGift)!;
    expect(gift).toMatchObject({ variantId: bulb, quantity: 2 });
    expect(checkout.lineWays.find(({ lineId }) => lineId === gift.id)).toEqual({
      lineId: gift.id,
      ways: ['ship'],
      way: 'ship',
      isApart: true,
    });
    expect(checkout).toMatchObject({ deliveryTotal: { amount: 490 }, otherDeliveries: [{ kind: 'ship' }] });
    expect(checkout.cart).not.toHaveProperty('missedGifts');
    expect(await shop.pay(checkout, 'sim-approve')).toMatchObject({ kind: 'placed' });
  });
});
