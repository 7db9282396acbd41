import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, test } from 'vitest';
import { createEngine } from '../engine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import type { OrderView } from '../orders/orders.views.ts';
import type { TaxQuote, TaxRequest } from '../tax/tax-provider.ts';
import { openPayingShop, type PayingShop } from '../testing/paying-shop.ts';
import type { CheckoutView } from './checkout.views.ts';

describeOnEachEngine('checkout with a tax service', { migrations: [commerceMigrations] }, (database) => {
  let shop: PayingShop;
  let asked: TaxRequest[];
  let engine: PayingShop['engine'];
  beforeAll(async () => {
    shop = await openPayingShop(database());
    asked = [];
    engine = createEngine({
      database: database(),
      clock: () => shop.now,
      secret: 'a secret for tests, 32 letters long',
      paymentProviders: [shop.simulator.provider],
      taxProvider: {
        id: 'service',
        async quote(request) {
          asked.push(request);
          // Fails in an open transaction of this process, and waits for nobody who holds a row in another.
          await database().execute('select id from checkout_checkout for update nowait');
          await database().execute('select id from cart for update nowait');
          return oneCentEach(request);
        },
      },
    });
    engine.search.stop();
  });

  async function bought(checkout: CheckoutView): Promise<OrderView | undefined> {
    const outcome = await shop.pay(checkout, 'sim-approve', { engine });
    if (outcome.kind !== 'placed') throw new Error(`Expected an order, got "${outcome.kind}".`);
    return engine.orders.open(outcome.order.id, outcome.order.key);
  }

  test('[TAX-22] it is asked while nothing is locked, and once for the same; the order has its taxes', async () => {
    const variantId = await shop.product(5, 1000);
    const { cartId } = await shop.ready([{ variantId, quantity: 2 }]);
    const changed = await engine.checkout.update(shop.asGuest(), shop.en, {
      cartId,
      patch: { address: { name: 'A', street: 'B 1', postalCode: '20457', city: 'Hamburg', country: 'DE' } },
    });
    expect(changed).toMatchObject({ kind: 'changed', checkout: { tax: { amount: 2 } } });
    expect(asked).toHaveLength(1);
    const checkout = (await engine.checkout.get(shop.en, cartId))!;
    expect(await bought(checkout)).toMatchObject({ tax: { amount: 2 }, total: checkout.total });
    expect(asked).toHaveLength(1);
  });

  test('[TAX-22] what is new to it when the payment begins is asked before the payment holds anything', async () => {
    const variantId = await shop.product(5, 1000);
    const { cartId } = await shop.ready([{ variantId, quantity: 1 }]);
    const checkout = (await engine.checkout.get(shop.en, cartId))!;
    asked = [];
    shop.now = new Date(shop.now.getTime() + 10 * 60_000);
    expect(await bought(checkout)).toMatchObject({ tax: { amount: 2 } });
    expect(asked).toHaveLength(1);
  });
});

/** A tax of one cent on each line. */
function oneCentEach({ currency, lines }: TaxRequest): TaxQuote {
  const sum = lines.reduce((total, { amount }) => total + amount, 0);
  return {
    currency,
    provider: 'service',
    lines: lines.map(({ id, amount }) => ({
      id,
      net: amount - 1,
      tax: 1,
      gross: amount,
      waived: 0,
      parts: [{ rateId: 'cent', taxable: amount - 1, amount: 1 }],
      treatment: 'taxed',
    })),
    rates: [
      {
        rateId: 'cent',
        name: 'A cent',
        rate: '0.01',
        jurisdiction: 'DE',
        taxable: sum - lines.length,
        amount: lines.length,
      },
    ],
    net: sum - lines.length,
    tax: lines.length,
    gross: sum,
  };
}
