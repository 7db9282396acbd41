import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describeOnEachEngine } from '@vitrine/database/testing';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { examineShop } from '../doctor/examine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import type { PayOrder } from '../testing/paying-process.ts';
import { openPayingShop, type PayingShop } from '../testing/paying-shop.ts';
import type { CheckoutView } from './checkout.views.ts';

describeOnEachEngine('checkout from several processes', { migrations: [commerceMigrations] }, (database) => {
  let shop: PayingShop;
  let children: ChildProcess[] = [];
  beforeAll(async () => {
    shop = await openPayingShop(database());
  });
  afterEach(() => {
    for (const child of children) child.kill('SIGKILL');
    children = [];
  });

  async function start(): Promise<ChildProcess> {
    const child = fork(fileURLToPath(new URL('../testing/paying-process.ts', import.meta.url)), {
      env: { ...process.env, URL_OF_DATABASE: database().url, NOW: shop.now.toISOString() },
      execArgv: [],
    });
    children.push(child);
    await once(child, 'message');
    return child;
  }
  async function tell(child: ChildProcess, orders: readonly PayOrder[]): Promise<string[]> {
    const answer = once(child, 'message');
    child.send(orders as unknown as object);
    return (await answer)[0] as string[];
  }
  const toPay = ({ cartId, id, seen }: CheckoutView, token = 'sim-approve'): PayOrder => ({
    cartId,
    checkoutId: id,
    seen,
    token,
    key: crypto.randomUUID(),
  });
  const ordersOf = async (checkouts: readonly CheckoutView[]) =>
    (
      await database().execute('select checkout_id from orders_order where checkout_id = any($1::uuid[])', [
        checkouts.map(({ id }) => id),
      ])
    ).rows.length;

  it('[CHECK-17] fifty buyers for ten pieces from four processes, also with two variants in opposite order', async (context) => {
    if (!database().url) return context.skip('an embedded database belongs to one process');
    const [a, b] = [await shop.product(10), await shop.product(10)];
    const one = (variantId: string) => ({ variantId, quantity: 1 });
    const checkouts = await Promise.all(
      Array.from({ length: 50 }, (_, at) => shop.ready(at % 2 ? [one(a), one(b)] : [one(b), one(a)])),
    );
    const four = await Promise.all([0, 1, 2, 3].map(start));
    const kinds = await Promise.all(
      four.map((child, place) =>
        tell(
          child,
          checkouts.filter((_, at) => at % 4 === place).map((checkout) => toPay(checkout)),
        ),
      ),
    );
    const counted = Map.groupBy(kinds.flat(), (kind) => kind);
    expect(Object.fromEntries([...counted].map(([kind, all]) => [kind, all.length]))).toEqual({
      placed: 10,
      'not-enough': 40,
    });
    expect(await ordersOf(checkouts)).toBe(10);
    expect(await examineShop(database())).toEqual([]);
  });

  it('[CHECK-18] a process that is killed again and again while shoppers pay: all books agree', async (context) => {
    if (!database().url) return context.skip('an embedded database belongs to one process');
    const variantId = await shop.product(1000);
    const tokens = ['sim-approve', 'sim-lost', 'sim-slow-capture', 'sim-twice', 'sim-decline'];
    const all: CheckoutView[] = [];
    for (let round = 0; round < 6; round += 1) {
      const checkouts = await Promise.all(
        Array.from({ length: 12 }, () => shop.ready([{ variantId, quantity: 1 }])),
      );
      all.push(...checkouts);
      const child = await start();
      const gone = once(child, 'exit');
      child.send(
        checkouts.map((checkout, at) => toPay(checkout, tokens[at % tokens.length])) as unknown as object,
      );
      await pause(20 + round * 35);
      child.kill('SIGKILL');
      await gone;
    }
    for (const minutes of [1, 5, 30, 30]) {
      shop.now = new Date(shop.now.getTime() + minutes * 60_000);
      await shop.deliverMessages();
      await shop.engine.checkout.resume();
      await shop.engine.inventory.sweepReservations();
    }
    expect(await examineShop(database())).toEqual([]);
    const placed = await ordersOf(all);
    const left = (await shop.engine.inventory.orderable(shop.en, [variantId]))[0]!.available;
    expect(left).toBe(1000 - placed);
    const { rows } = await database().execute(
      `select coalesce(sum(bank.captured - bank.refunded), 0)::int as money, count(*) filter (where bank.captured > 0)::int as charged
       from payments_simulator as bank join payments_payment as payment on payment.id = bank.payment_id
       where payment.owner = any($1::text[])`,
      [all.map(({ id }) => `checkout:${id}`)],
    );
    expect(rows).toEqual([{ money: placed * all[0]!.total.amount, charged: placed }]);
  });
});
