import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, it } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openPayingShop, type PayingShop } from '../testing/paying-shop.ts';
import type { CheckoutView } from './checkout.views.ts';

describeOnEachEngine('promotions for a way of paying', { migrations: [commerceMigrations] }, (database) => {
  let shop: PayingShop;
  const card = { provider: 'simulator', method: 'card' };
  const transfer = { provider: 'manual', method: 'bank-transfer' };

  beforeAll(async () => {
    shop = await openPayingShop(database());
    const { promotions } = shop.engine;
    await promotions.save(shop.command(), {
      id: 'by-transfer',
      name: { en: 'Paid by transfer' },
      priority: 1,
      mode: 'compound',
      coupon: false,
      effect: {
        kind: 'tender',
        lines: { include: [{ kind: 'everything' }] },
        tenders: ['bank-transfer'],
        tiers: [{ from: 0, basisPoints: 200 }],
      },
    });
    expect(await promotions.enable(shop.command(), 'by-transfer')).toEqual({ kind: 'enabled' });
  });

  const ready = async () => shop.ready([{ variantId: await shop.product(5, 10_000), quantity: 1 }]);
  const choose = async ({ cartId }: CheckoutView, payment: typeof card | null) => {
    const done = await shop.engine.checkout.update(shop.asGuest(), shop.en, { cartId, patch: { payment } });
    if (done.kind !== 'changed') throw new Error(done.kind);
    return done.checkout;
  };
  const pay = (checkout: CheckoutView, way: typeof card, more = {}) =>
    shop.engine.checkout.pay(shop.asGuest(), shop.en, {
      cartId: checkout.cartId,
      checkoutId: checkout.id,
      seen: checkout.seen,
      ...way,
      token: 'sim-approve',
      returnUrl: 'https://shop.example/checkout/back',
      ...more,
    });
  const giftCard = async (amount: number) => {
    const { code, pin } = await shop.engine.giftCards.issue(shop.command(), { amount, currency: 'EUR' });
    return { code, pin };
  };

  it('[CHECK-34] it is in the price as soon as the way is chosen, and gone with another one', async () => {
    const before = await ready();
    expect(before.total.amount).toBe(10_490);
    expect(before).not.toHaveProperty('payment');
    expect(await choose(before, transfer)).toMatchObject({
      payment: transfer,
      total: { amount: 10_290 },
      rest: { amount: 10_290 },
      discounts: [{ name: 'Paid by transfer', amount: { amount: 200 } }],
    });
    expect(await choose(before, card)).toMatchObject({ total: { amount: 10_490 }, discounts: [] });
    expect(await choose(before, null)).toMatchObject({ total: { amount: 10_490 } });
  });

  it('[CHECK-34] order and payment are to the minor unit what was seen', async () => {
    const checkout = await choose(await ready(), transfer);
    const paid = await pay(checkout, transfer);
    if (paid.kind !== 'placed') throw new Error(JSON.stringify(paid));
    const order = await shop.engine.orders.open(paid.order.id, paid.order.key);
    expect(order).toMatchObject({ total: { amount: 10_290 }, lines: [{ discount: { amount: 200 } }] });
    const [payment] = await shop.engine.payments.find(database(), { owner: `checkout:${checkout.id}` });
    expect(payment).toMatchObject({ amount: 10_290, method: 'bank-transfer' });
  });

  it('[CHECK-34] paying in another way than was seen is another price, which is shown and then holds', async () => {
    const checkout = await choose(await ready(), transfer);
    const other = await pay(checkout, card);
    if (other.kind !== 'price-changed') throw new Error(other.kind);
    expect(other.checkout).toMatchObject({ payment: card, total: { amount: 10_490 } });
    const looked = (await shop.engine.checkout.get(shop.en, checkout.cartId))!;
    expect(looked).toEqual(other.checkout);
    expect(await pay(looked, card)).toMatchObject({ kind: 'placed' });
  });

  it('[CHECK-35] gift cards that pay everything have no promotion of another way of paying', async () => {
    const checkout = await choose(await ready(), transfer);
    const late = await pay(checkout, transfer, { giftCards: [await giftCard(20_000)] });
    if (late.kind !== 'price-changed') throw new Error(late.kind);
    expect(late.checkout).toMatchObject({ total: { amount: 10_490 }, rest: { amount: 0 }, discounts: [] });
    expect(await pay(late.checkout, transfer)).toMatchObject({ kind: 'placed' });
  });

  it('[CHECK-35] a way that pays the last of it has its promotion; one that would pay nothing of what it leaves has none', async () => {
    const [most, all] = [await choose(await ready(), transfer), await choose(await ready(), transfer)];
    const bring = async ({ cartId }: CheckoutView, amount: number) =>
      shop.engine.checkout.addGiftCard(shop.asGuest(), shop.en, { cartId, ...(await giftCard(amount)) });
    expect(await bring(most, 10_289)).toMatchObject({
      checkout: { total: { amount: 10_290 }, rest: { amount: 1 } },
    });
    expect(await bring(all, 10_290)).toMatchObject({
      checkout: { total: { amount: 10_490 }, rest: { amount: 200 } },
    });
  });
});
