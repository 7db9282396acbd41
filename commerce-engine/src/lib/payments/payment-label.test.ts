import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, it } from 'vitest';
import { ownerOf } from '../checkout/keep-checkout.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openPayingShop, type PayingShop } from '../testing/paying-shop.ts';

describeOnEachEngine('what a payment was made with', { migrations: [commerceMigrations] }, (database) => {
  let shop: PayingShop;
  beforeAll(async () => {
    shop = await openPayingShop(database());
  });

  const labels = async (checkoutId: string) =>
    (await database().execute(`select label from payments_payment where owner = '${ownerOf(checkoutId)}'`))
      .rows;

  it('[PAY-11] is told in the language of the shopper, also when they confirm at the bank', async () => {
    const lines = [{ variantId: await shop.product(5), quantity: 1 }];
    const checkout = await shop.ready(lines, {}, shop.de);
    const outcome = await shop.pay(checkout, 'sim-challenge', { market: shop.de });
    if (outcome.kind !== 'action') throw new Error(`Expected a question, got ${JSON.stringify(outcome)}`);
    const reference = outcome.url.split('/').at(-1)!;
    const asks = { amount: 1490, currency: 'EUR' };
    expect(await shop.simulator.question(reference)).toEqual({ locale: 'de', asks });
    expect(await labels(checkout.id)).toEqual([{ label: 'Testkarte mit Bestätigung bei der Bank' }]);
    await shop.simulator.decide(reference, 'approve');
    expect(await shop.simulator.question(reference)).toEqual({ locale: 'de' });
    expect(await shop.simulator.question('sim_nobody')).toBeUndefined();
  });

  it('[PAY-11] is told so of a bank transfer', async () => {
    const lines = [{ variantId: await shop.product(5), quantity: 1 }];
    const { cartId, id: checkoutId, seen } = await shop.ready(lines, {}, shop.de);
    const how = { provider: 'manual', method: 'bank-transfer' };
    const body = { cartId, checkoutId, seen, ...how };
    await shop.engine.checkout.pay(shop.asGuest(), shop.de, body);
    expect(await labels(checkoutId)).toEqual([{ label: 'Überweisung' }]);
  });
});
