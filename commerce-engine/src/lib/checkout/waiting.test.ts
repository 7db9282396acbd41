import { describeOnEachEngine, type TestDatabase } from '@vitrine/database/testing';
import { sql } from 'kysely';
import { beforeAll, expect, test, vi } from 'vitest';
import { lockCart } from '../cart/cart-state.ts';
import { examineShop } from '../doctor/examine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { beginPayment, heldPayments, holdPayments } from '../payments/keep-payment.ts';
import { openPayingShop, type PayingShop } from '../testing/paying-shop.ts';
import { untilSomebodyWaits } from '../testing/until-somebody-waits.ts';
import type { CheckoutTables } from './checkout.tables.ts';
import type { CheckoutView, PayOutcome } from './checkout.views.ts';
import { holdCheckout } from './keep-checkout.ts';

describeOnEachEngine('who waits for a checkout', { migrations: [commerceMigrations] }, (open) => {
  let shop: PayingShop;
  beforeAll(async () => {
    shop = await openPayingShop(open());
  });

  const challenged = async (variantId: string, quantity = 1) => {
    const checkout = await shop.ready([{ variantId, quantity }]);
    const asked = (await shop.pay(checkout, 'sim-challenge')) as Extract<PayOutcome, { kind: 'action' }>;
    await shop.simulator.decide(asked.url.split('/').at(-1)!, 'approve');
    return checkout;
  };
  const back = ({ cartId, id }: CheckoutView) =>
    shop.engine.checkout.comeBack(shop.en, { cartId, checkoutId: id });
  const ordersOf = ({ id }: CheckoutView) =>
    open().execute('select paid::int, refunded::int, total::int from orders_order where checkout_id = $1', [
      id,
    ]);

  test('[CHECK-10] [CHECK-18] of shopper and bank who come at once, whoever waited finds the order', async () => {
    const checkout = await challenged(await shop.product(3));
    const held = await hold(open(), (tx) =>
      sql`select from checkout_checkout where id = ${checkout.id} for update`.execute(tx.tables()),
    );
    const coming = Promise.all([back(checkout), back(checkout), shop.deliverMessages()]);
    await untilWaiting(open(), 3);
    held.release();
    expect((await coming).slice(0, 2)).toEqual([
      expect.objectContaining({ kind: 'placed' }),
      expect.objectContaining({ kind: 'placed' }),
    ]);
    const total = checkout.total.amount;
    expect((await ordersOf(checkout)).rows).toEqual([{ paid: total, refunded: 0, total }]);
    expect(await examineShop(open())).toEqual([]);
  });

  test.each([
    { title: 'more', before: 2, after: 5, left: [3] },
    { title: 'fewer', before: 5, after: 2, left: [] },
  ])(
    '[CHECK-5] what was ordered leaves the cart also when the shopper makes it $title at that moment',
    async ({ before, after, left }) => {
      const checkout = await challenged(await shop.product(50), before);
      const lineId = (await shop.engine.cart.get(shop.en, checkout.cartId))!.lines[0]!.id;
      const held = await hold(open(), async (tx) => {
        await lockCart(tx, checkout.cartId);
        await sql`update cart_line set quantity = ${after} where id = ${lineId}`.execute(tx.tables());
      });
      const coming = back(checkout);
      await untilSomebodyWaits(open());
      held.release();
      expect(await coming).toMatchObject({ kind: 'placed' });
      const cart = await shop.engine.cart.get(shop.en, checkout.cartId);
      expect(cart!.lines.map(({ quantity }) => quantity)).toEqual(left);
    },
  );

  test('[CHECK-36] what is filled in while its cart becomes an order leaves no checkout of the emptied cart', async () => {
    const variantId = await shop.product(3);
    const checkout = await shop.ready([{ variantId, quantity: 1 }]);
    const { cartId } = checkout;
    const held = await hold(open(), async (tx) => {
      const checkouts = tx.tables<CheckoutTables>().updateTable('checkout_checkout');
      await checkouts
        .set({ state: 'placed', order_id: crypto.randomUUID() })
        .where('id', '=', checkout.id)
        .execute();
      await sql`delete from cart_line where cart_id = ${cartId}`.execute(tx.tables());
    });
    const input = { cartId, patch: { note: 'From the other window' } };
    const filling = [
      shop.engine.checkout.update(shop.asGuest(), shop.en, input),
      shop.engine.checkout.update(shop.asGuest(), shop.en, input),
    ];
    await untilWaiting(open(), 2);
    held.release();
    expect(await Promise.all(filling)).toEqual([{ kind: 'no-cart' }, { kind: 'no-cart' }]);
    const left = 'select state from checkout_checkout where cart_id = $1';
    expect((await open().execute(left, [cartId])).rows).toEqual([{ state: 'placed' }]);
    // With something in the cart again there is a checkout again, of which nothing is filled in.
    await shop.engine.cart.addLine(shop.asGuest(), shop.en, { cartId, variantId, quantity: 1 });
    expect(await shop.engine.checkout.get(shop.en, cartId)).toMatchObject({ state: 'open' });
  });

  test('[CHECK-10] of a checkout that changed while it was waited for everything is as it stands then', async () => {
    const checkout = await shop.ready([{ variantId: await shop.product(3), quantity: 1 }]);
    const owner = `checkout:${checkout.id}`;
    const held = await hold(open(), async (tx) => {
      const common = { owner, provider: 'simulator', method: 'card', currency: 'EUR', locale: 'en' };
      await beginPayment(tx, { ...common, amount: 100 }, shop.now);
      const checkouts = tx.tables<CheckoutTables>().updateTable('checkout_checkout');
      await checkouts.set({ state: 'paying' }).where('id', '=', checkout.id).execute();
    });
    const also = heldPayments(owner);
    const holding = open().transaction((tx) =>
      holdCheckout(tx, checkout.id, { placed: sql`null`, also }).then(
        ({ checkout: found, also: payments }) => [found?.state, payments.map(({ amount }) => amount)],
      ),
    );
    await untilSomebodyWaits(open());
    held.release();
    expect(await holding).toEqual(['paying', [100]]);
  });

  test('[PAY-2] what is read beside a payment that changed while it was waited for is told to be of before', async () => {
    const checkout = await challenged(await shop.product(3));
    const owner = `checkout:${checkout.id}`;
    const held = await hold(open(), async (tx) => {
      await sql`update payments_payment set state = 'pending' where owner = ${owner}`.execute(tx.tables());
    });
    const outdated = () =>
      open().transaction(async (tx) => (await holdPayments(tx, owner)).map((row) => row.is_outdated));
    const waiting = outdated();
    await untilSomebodyWaits(open());
    held.release();
    // On the embedded database it begins when the other has ended.
    expect(await waiting).toEqual([open().engine === 'postgres']);
    expect(await outdated()).toEqual([false]);
  });
});

/** A transaction that has done its work and goes on holding what it has touched. */
async function hold(
  database: TestDatabase,
  work: (tx: Parameters<Parameters<TestDatabase['transaction']>[0]>[0]) => Promise<unknown>,
): Promise<{ release(): void }> {
  const [done, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const held = database.transaction(async (tx) => {
    await work(tx);
    done.resolve();
    await mayEnd.promise;
  });
  await Promise.race([done.promise, held]);
  return { release: mayEnd.resolve };
}

async function untilWaiting(database: TestDatabase, count: number): Promise<void> {
  if (!database.url) return;
  await vi.waitFor(async () => {
    const { rows } = await sql`select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(database.tables());
    expect(rows.length).toBeGreaterThanOrEqual(count);
  }, 10_000);
}
