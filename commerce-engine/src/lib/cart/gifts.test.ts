import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import type { PromotionInput } from '../promotions/promotion-input.ts';
import { openPayingShop, type PayingShop } from '../testing/paying-shop.ts';
import { runPromotion } from '../testing/run-promotion.ts';

describeOnEachEngine('gifts and near promotions', { migrations: [commerceMigrations] }, (database) => {
  let shop: PayingShop;
  let lamp: string;
  let bulb: string;
  const everything = { include: [{ kind: 'everything' as const }] };

  beforeAll(async () => {
    shop = await openPayingShop(database());
  });

  beforeEach(async () => {
    const { promotions } = shop.engine;
    const enabled = (await promotions.list()).filter((each) => each.enabled);
    for (const { id } of enabled) await promotions.disable(shop.command(), id);
    [lamp, bulb] = [await shop.product(20, 5_000), await shop.product(3, 400)];
  });

  const enable = (effect: PromotionInput['effect'], more?: Partial<PromotionInput>) =>
    runPromotion(shop, effect, more);
  const bulbsFor = (quantity: number, fromPieces = 2) =>
    enable({
      kind: 'gift',
      lines: { include: [{ kind: 'variant', id: lamp }] },
      fromPieces,
      gift: { variantId: bulb, quantity },
    });
  const cartWith = async (...lines: readonly [variantId: string, quantity: number][]) => {
    const cartId = crypto.randomUUID();
    for (const [variantId, quantity] of lines) {
      const added = await shop.engine.cart.addLine(shop.asGuest(), shop.en, { cartId, variantId, quantity });
      if (added.kind !== 'changed') throw new Error(added.kind);
    }
    return (await shop.engine.cart.get(shop.en, cartId))!;
  };

  it('[CART-29] a gift is a line for nothing, named with its promotion, there as long as it is earned', async () => {
    const id = await bulbsFor(1);
    const cart = await cartWith([lamp, 2]);
    expect(cart).toMatchObject({
      lines: [
        { variantId: lamp, quantity: 2, total: { amount: 10_000 } },
        {
          id: `gift:${id}`,
          variantId: bulb,
          quantity: 1,
          isGift: true,
          unitPrice: { amount: 400 },
          discounts: [{ name: 'Light for free', amount: { amount: 400 } }],
          total: { amount: 0 },
        },
      ],
      discounts: [{ promotionId: id, amount: { amount: 400 } }],
      count: 3,
      total: { amount: 10_000 },
    });
    const set = (lineId: string, quantity: number) =>
      shop.engine.cart.setQuantity(shop.asGuest(), shop.en, { cartId: cart.id, lineId, quantity });
    expect(await set(`gift:${id}`, 0)).toMatchObject({ kind: 'unknown-line' });
    const fewer = await set(cart.lines[0]!.id, 1);
    expect(fewer).toMatchObject({ kind: 'changed', cart: { lines: [{ variantId: lamp }], discounts: [] } });
  });

  it('[CART-29] a gift counts for no promotion of its own', async () => {
    await bulbsFor(1);
    await enable({
      kind: 'quantity',
      lines: { include: [{ kind: 'variant', id: bulb }] },
      levels: [{ from: 1, cut: { kind: 'percent', basisPoints: 5_000 } }],
    });
    const cart = await cartWith([lamp, 2]);
    expect(cart.discounts).toHaveLength(1);
  });

  it('[CART-29] it is reserved, ordered, and gives nothing back', async () => {
    await bulbsFor(2);
    const checkout = await shop.ready([{ variantId: lamp, quantity: 2 }]);
    expect(checkout).toMatchObject({
      total: { amount: 10_490 },
      cart: { lines: [{ variantId: lamp }, { variantId: bulb, quantity: 2, isGift: true }] },
    });
    const paid = await shop.pay(checkout, 'sim-approve');
    if (paid.kind !== 'placed') throw new Error(JSON.stringify(paid));
    const order = (await shop.engine.orders.open(paid.order.id, paid.order.key))!;
    expect(order).toMatchObject({
      total: { amount: 10_490 },
      lines: [
        { quantity: 2, total: { amount: 10_000 } },
        { quantity: 2, total: { amount: 0 }, discount: { amount: 800 } },
      ],
      discounts: [{ name: 'Light for free', amount: { amount: 800 } }],
    });
    const [left] = await shop.engine.inventory.orderable(shop.en, [bulb]);
    expect(left!.available).toBe(1);
    expect(await shop.engine.cart.get(shop.en, checkout.cartId)).toMatchObject({ lines: [] });
    expect(await shop.engine.inventory.discrepancies()).toEqual([]);
  });

  it('[CART-30] as much is given as is left after what is bought; what is missing is told and nobody is stopped', async () => {
    await bulbsFor(2);
    const some = await cartWith([lamp, 2], [bulb, 2]);
    expect(some.lines.map(({ quantity, isGift }) => [quantity, isGift ?? false])).toEqual([
      [2, false],
      [2, false],
      [1, true],
    ]);
    expect(some.missedGifts).toMatchObject([{ promotion: 'Light for free' }]);
    const none = await cartWith([lamp, 2], [bulb, 3]);
    expect(none.lines).toHaveLength(2);
    expect(none.missedGifts).toHaveLength(1);
    const checkout = await shop.ready([
      { variantId: lamp, quantity: 2 },
      { variantId: bulb, quantity: 3 },
    ]);
    expect(await shop.pay(checkout, 'sim-approve')).toMatchObject({ kind: 'placed' });
  });

  it('[CART-31] the promotion that is nearest is told: by pieces or by money, and gone when it is reached', async () => {
    await bulbsFor(1, 3);
    await enable(
      {
        kind: 'threshold',
        lines: everything,
        tiers: [{ from: 19_000, cut: { kind: 'percent', basisPoints: 500 } }],
      },
      { name: { en: 'Big baskets' } },
    );
    expect(await cartWith([lamp, 1])).toMatchObject({ nearPromotion: { name: 'Light for free', pieces: 2 } });
    expect(await cartWith([lamp, 3])).toMatchObject({
      nearPromotion: { name: 'Big baskets', amount: { amount: 4_000 } },
    });
    expect(await cartWith([lamp, 4])).not.toHaveProperty('nearPromotion');
  });

  it('[CART-31] none is named that another promotion would stand in the way of, or that is far away', async () => {
    const half = { kind: 'percent', basisPoints: 5_000 } as const;
    await enable({ kind: 'simple', lines: everything, cut: half }, { mode: 'exclusive', priority: 9 });
    await enable({ kind: 'quantity', lines: everything, levels: [{ from: 2, cut: half }] });
    await enable({ kind: 'threshold', lines: everything, tiers: [{ from: 900_000, cut: half }] });
    expect(await cartWith([lamp, 1])).not.toHaveProperty('nearPromotion');
  });
});
