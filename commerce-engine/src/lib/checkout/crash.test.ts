import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, it } from 'vitest';
import { examineShop } from '../doctor/examine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { doomedEngine } from '../testing/doomed-engine.ts';
import { openPayingShop, type PayingShop } from '../testing/paying-shop.ts';
import type { CheckoutView } from './checkout.views.ts';

/** A flow has fewer steps; the first one that ends alive ends the enumeration. */
const MOST_STEPS = 250;

describeOnEachEngine('checkout, killed', { migrations: [commerceMigrations] }, (database) => {
  let shop: PayingShop;
  beforeAll(async () => {
    shop = await openPayingShop(database());
  });

  /** An engine in a process that is killed after so many steps; the bank lives elsewhere and survives. */
  const doomed = (steps: number) =>
    doomedEngine({ database: database(), bank: shop.simulator.provider, clock: () => shop.now, steps });

  const ordersOf = async ({ id }: CheckoutView) =>
    (await database().execute('select total from orders_order where checkout_id = $1', [id])).rows;
  const attemptsOf = async ({ id }: CheckoutView) =>
    (await database().execute('select id from payments_payment where owner = $1', [`checkout:${id}`])).rows
      .length;
  const bankOf = async ({ id }: CheckoutView) =>
    (
      await database().execute(
        `select coalesce(sum(bank.captured - bank.refunded), 0)::int as money,
           count(*) filter (where bank.state = 'authorised' and bank.refunded < bank.amount)::int as promises
         from payments_simulator as bank join payments_payment as payment on payment.id = bank.payment_id
         where payment.owner = $1`,
        [`checkout:${id}`],
      )
    ).rows[0];

  /** Time goes by, jobs run, the bank says what it has to say. */
  async function settle(): Promise<void> {
    for (const minutes of [1, 5, 30]) {
      shop.now = new Date(shop.now.getTime() + minutes * 60_000);
      await shop.deliverMessages();
      await shop.engine.checkout.resume();
      await shop.engine.inventory.sweepReservations();
    }
  }

  for (const { token, comesBack } of [
    { token: 'sim-approve', comesBack: true },
    { token: 'sim-approve', comesBack: false },
    { token: 'sim-lost', comesBack: true },
    { token: 'sim-twice', comesBack: false },
    { token: 'sim-slow-capture', comesBack: true },
    { token: 'sim-decline', comesBack: true },
  ]) {
    const who = comesBack ? 'the shopper tries again' : 'the shopper is gone';
    it(`[CHECK-18] at every step of paying with ${token}, when ${who}: one order or none, and all books agree`, async () => {
      const variantId = await shop.product(100_000);
      // The steps are the same on both: every third shows that the embedded one commits and rolls back alike.
      const stride = database().engine === 'postgres' ? 1 : 3;
      let steps = 0;
      let runs = 0;
      let placed = 0;
      for (; steps < MOST_STEPS; steps += stride) {
        runs += 1;
        const checkout = await shop.ready([{ variantId, quantity: 2 }]);
        const { engine, crashing } = doomed(steps);
        const key = crypto.randomUUID();
        const outcome = await shop
          .pay(checkout, token, { key, engine })
          .catch((error: unknown) => (crashing.isDead ? 'killed' : Promise.reject(error)));
        const isOver = !crashing.isDead;
        if (comesBack) await shop.pay(checkout, token, { key });
        await settle();
        const [orders, bank] = [await ordersOf(checkout), await bankOf(checkout)];
        const total = checkout.total.amount;
        const where = { step: steps, outcome: typeof outcome === 'string' ? outcome : outcome.kind };
        expect({ ...where, orders: orders.length, ...bank }).toEqual({
          ...where,
          orders: orders.length === 0 ? 0 : 1,
          money: orders.length === 0 ? 0 : total,
          promises: orders.length,
        });
        // The same key pays once, also when what it began was declined before anybody could be told.
        if (comesBack)
          expect({ ...where, attempts: await attemptsOf(checkout) }).toEqual({ ...where, attempts: 1 });
        if (comesBack && token !== 'sim-decline')
          expect({ ...where, orders: orders.length }).toMatchObject({ orders: 1 });
        placed += orders.length;
        if (isOver) break;
      }
      expect(steps).toBeGreaterThan(20);
      expect(steps).toBeLessThan(MOST_STEPS);
      expect(placed).toBe(token === 'sim-decline' ? 0 : comesBack ? runs : placed);
      if (token !== 'sim-decline') expect(placed).toBeGreaterThan(0);
      expect(await examineShop(database())).toEqual([]);
      const open = (await shop.engine.inventory.orderable(shop.en, [variantId]))[0]!.available;
      expect(open).toBe(100_000 - 2 * placed);
    });
  }
});
