import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, test } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openSellingShop, type SellingShop } from '../testing/selling-shop.ts';

describeOnEachEngine('what providers are asked to do', { migrations: [commerceMigrations] }, (database) => {
  let shop: SellingShop;
  beforeAll(async () => {
    shop = await openSellingShop(database());
  });

  const cancelled = async () => {
    const order = await shop.order([{ variantId: await shop.product(3), quantity: 1 }]);
    const { rows } = await database().execute(
      'select payment_id from payments_simulator as bank join payments_payment as payment on payment.id = bank.payment_id where order_id = $1',
      [order.id],
    );
    const { payment_id: paymentId } = rows[0] as { payment_id: string };
    return { order, paymentId };
  };
  const refundOf = async (paymentId: string) => {
    const { rows } = await database().execute(
      `select id, state, tries, due_at, problem from payments_operation where payment_id = $1 and kind = 'refund'`,
      [paymentId],
    );
    return rows[0] as { id: string; state: string; tries: number; due_at: Date; problem: string | null };
  };

  test('[PAY-6] the provider is given the operation’s own id, so that asking twice does it once', async () => {
    const { order, paymentId } = await cancelled();
    await shop.engine.orders.cancel(shop.command(), { orderId: order.id, reason: 'changed my mind' });
    const { id } = await refundOf(paymentId);
    await database().execute(`update payments_operation set state = 'due', due_at = $2 where id = $1`, [
      id,
      shop.now,
    ]);
    await shop.wait(1);
    const { rows } = await database().execute(
      'select operations, refunded::int as refunded from payments_simulator where payment_id = $1',
      [paymentId],
    );
    expect(rows).toMatchObject([{ refunded: 1490 }]);
    expect(JSON.stringify(rows).split(id)).toHaveLength(2);
    expect(await refundOf(paymentId)).toMatchObject({ state: 'done' });
  });

  test('[PAY-6] what a provider does not do is tried with growing pauses for about a day, and left to people then', async () => {
    const { order, paymentId } = await cancelled();
    // The bank has lost the payment: it cannot give anything back.
    await database().execute('delete from payments_simulator_message where payment_id = $1', [paymentId]);
    await database().execute('delete from payments_simulator where payment_id = $1', [paymentId]);
    const begun = shop.now;
    await shop.engine.orders.cancel(shop.command(), { orderId: order.id, reason: 'changed my mind' });
    const pauses: number[] = [];
    for (let now = await refundOf(paymentId); now.state === 'due'; now = await refundOf(paymentId)) {
      pauses.push(Math.ceil((new Date(now.due_at).getTime() - shop.now.getTime()) / 60_000));
      await shop.wait(pauses.at(-1)!);
    }
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    const hours = (shop.now.getTime() - begun.getTime()) / 3_600_000;
    expect(hours).toBeGreaterThan(12);
    expect(hours).toBeLessThan(36);
    const { state, problem } = await refundOf(paymentId);
    expect([state, problem]).toEqual(['failed', expect.stringContaining('knows no payment')]);
    const [trouble] = await shop.engine.payments.troubles(shop.command().actor);
    expect(trouble).toMatchObject({ paymentId, orderId: order.id });
  });
});
