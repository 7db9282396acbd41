import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, it } from 'vitest';
import { createEngine } from '../engine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import type { PaymentProvider } from '../payments/payment-provider.ts';
import { openPayingShop, type PayingShop } from '../testing/paying-shop.ts';

describeOnEachEngine('a provider with sums of its own', { migrations: [commerceMigrations] }, (database) => {
  let shop: PayingShop;
  beforeAll(async () => {
    shop = await openPayingShop(database());
  });

  it.each([
    { what: 'less', more: -1 },
    { what: 'more', more: 1 },
  ])(
    '[CHECK-19] that says it holds $what than was asked: no order, nothing given up, and people are told',
    async ({ more }) => {
      const variantId = await shop.product(5);
      const asked: string[] = [];
      const provider: PaymentProvider = {
        ...shop.simulator.provider,
        start: async ({ amount }) => ({
          kind: 'told',
          events: [{ kind: 'authorised', amount: amount + more }],
        }),
        status: async ({ amount }) => ({
          kind: 'told',
          events: [{ kind: 'authorised', amount: amount + more }],
        }),
        operate: async (_, { kind }) => {
          asked.push(kind);
          return { kind: 'unknown', problem: 'not now' };
        },
      };
      const engine = createEngine({
        database: database(),
        clock: () => shop.now,
        secret: 'a secret for tests, 32 letters long',
        paymentProviders: [provider],
      });
      engine.search.stop();
      const checkout = await shop.ready([{ variantId, quantity: 2 }]);
      const outcome = await shop.pay(checkout, 'sim-approve', { engine });
      expect(outcome.kind).toBe('pending');
      for (const minutes of [1, 10]) {
        shop.now = new Date(shop.now.getTime() + minutes * 60_000);
        await engine.checkout.resume();
      }
      const { rows } = await database().execute(
        `select (select count(*)::int from orders_order where checkout_id = $1) as orders, state, captured::int, problem
       from payments_payment where owner = $2`,
        [checkout.id, `checkout:${checkout.id}`],
      );
      expect(rows).toMatchObject([
        { orders: 0, captured: 0, problem: expect.stringContaining('minor units') },
      ]);
      expect(asked).toEqual([]);
      const [left] = await shop.engine.inventory.orderable(shop.en, [variantId]);
      expect(left!.available).toBe(3);
    },
  );
});
