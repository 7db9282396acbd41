import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, it } from 'vitest';
import { examineShop } from '../doctor/examine.ts';
import type { CommerceEngine } from '../engine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import type { OrderView } from '../orders/orders.views.ts';
import { doomedEngine } from '../testing/doomed-engine.ts';
import { openSellingShop, type SellingShop } from '../testing/selling-shop.ts';
import { sizesIn } from '../testing/sizes.ts';

/** A flow has fewer steps; the first one that ends alive ends the enumeration. */
const MOST_STEPS = 250;
/** Every third step meets all kinds of them. */
const STRIDE = 3;
/** An exchange has more of them. */
const MOST_EXCHANGE_STEPS = 500;
const EXCHANGE_STRIDE = 7;

describeOnEachEngine('orders, killed', { migrations: [commerceMigrations] }, (database) => {
  let shop: SellingShop;
  beforeAll(async () => {
    shop = await openSellingShop(database());
  });

  const command = (key: string) => ({ ...shop.command(), idempotencyKey: key });

  /** One piece is sent, comes back and is refunded; the other is cancelled. */
  async function live(engine: CommerceEngine, order: OrderView, keys: readonly string[]): Promise<void> {
    const lineId = order.lines[0]!.id;
    const lines = [{ lineId, quantity: 1 }];
    const parcel = { orderId: order.id, lines, locationId: 'warehouse' };
    await engine.fulfilment.ship(command(keys[0]!), parcel);
    await engine.orders.cancel(command(keys[1]!), { orderId: order.id, reason: 'enough', delivery: 'all' });
    await engine.returns.takeBack(command(keys[2]!), {
      orderNumber: order.number,
      locationId: 'store-harbour',
      lines: [{ lineId, quantity: 1, reason: 'other', condition: 'resellable' }],
    });
  }

  it('[ORDER-10] [OWED-1] [RET-2] [RET-10] at any step, asked again: each piece once, and every cent back', async () => {
    const variantId = await shop.product(100_000);
    let steps = 0;
    for (; steps < MOST_STEPS; steps += STRIDE) {
      const order = await shop.order([{ variantId, quantity: 2 }]);
      const keys = [1, 2, 3].map(() => crypto.randomUUID());
      const bank = shop.simulator.provider;
      const { engine, crashing } = doomedEngine({
        database: database(),
        bank,
        clock: () => shop.now,
        steps,
      });
      await live(engine, order, keys).catch((error: unknown) => {
        if (!crashing.isDead) throw error;
      });
      await live(shop.engine, order, keys);
      await shop.wait(1);
      await shop.wait(5);
      const { paid, refunded, lines } = await shop.again(order);
      expect({ steps, paid: paid.amount, refunded: refunded.amount, lines }).toMatchObject({
        steps,
        paid: 2490,
        refunded: 2490,
        lines: [{ fulfilled: 1, cancelled: 1, returned: 1 }],
      });
      expect(await shop.bank(order)).toEqual({ captured: 2490, refunded: 2490 });
      if (!crashing.isDead) break;
    }
    expect(steps).toBeGreaterThan(60);
    expect(steps).toBeLessThan(MOST_STEPS);
    expect(await examineShop(database())).toEqual([]);
  });

  /** What was sent comes back for a dearer size; the guest pays the rest. */
  async function exchange(
    engine: CommerceEngine,
    { order, instead, keys }: { order: OrderView; instead: string; keys: readonly string[] },
  ): Promise<void> {
    const { id: orderId } = order;
    const key = engine.orders.keyOf(orderId);
    const asked = await engine.returns.request(
      { ...shop.asGuest(), idempotencyKey: keys[0]! },
      {
        ...{ orderId, key },
        lines: [
          {
            lineId: order.lines[0]!.id,
            quantity: 1,
            reason: 'does-not-fit',
            instead: { variantId: instead },
          },
        ],
      },
    );
    if (asked.kind !== 'requested') throw new Error(asked.kind);
    const { id: returnId, instead: held } = asked.return;
    await engine.returns.approve(command(keys[1]!), { returnId });
    await engine.returns.receive(command(keys[2]!), {
      ...{ returnId, locationId: 'warehouse' },
      lines: [{ lineId: order.lines[0]!.id, resellable: 1 }],
    });
    await engine.returns.refund(command(keys[3]!), { returnId });
    await engine.additions.pay(
      { ...shop.asGuest(), idempotencyKey: keys[4]! },
      {
        ...{ orderId, key, additionId: held!.additionId },
        ...{ provider: 'simulator', method: 'card', token: 'sim-approve' },
      },
    );
  }

  it('[RET-27] [RET-28] an exchange, at any step, asked again: each piece once, the rest paid once', async () => {
    const [variantId, instead] = (await sizesIn(shop, [
      [1000, 100_000],
      [1500, 100_000],
    ])) as [string, string];
    let steps = 0;
    for (; steps < MOST_EXCHANGE_STEPS; steps += EXCHANGE_STRIDE) {
      const order = await shop.order([{ variantId, quantity: 1 }]);
      const lines = [{ lineId: order.lines[0]!.id, quantity: 1 }];
      await shop.engine.fulfilment.ship(shop.command(), {
        orderId: order.id,
        lines,
        locationId: 'warehouse',
      });
      const keys = [1, 2, 3, 4, 5].map(() => crypto.randomUUID());
      const { engine, crashing } = doomedEngine({
        ...{ database: database(), bank: shop.simulator.provider, clock: () => shop.now, steps },
      });
      const all = { order, instead, keys };
      await exchange(engine, all).catch((error: unknown) => {
        if (!crashing.isDead) throw error;
      });
      await exchange(shop.engine, all);
      await shop.wait(1);
      await shop.wait(5);
      const now = await shop.again(order);
      expect({ steps, paid: now.paid.amount, owed: now.owed.amount, lines: now.lines }).toMatchObject({
        ...{ steps, paid: 1990, owed: 1990 },
        lines: [{ returned: 1 }, { variantId: instead, quantity: 1, fulfilled: 0 }],
      });
      expect(now.refunded.amount).toBe(0);
      expect(await shop.bank(order)).toEqual({ captured: 1990, refunded: 0 });
      if (!crashing.isDead) break;
    }
    expect(steps).toBeGreaterThan(100);
    expect(steps).toBeLessThan(MOST_EXCHANGE_STEPS);
    expect(await examineShop(database())).toEqual([]);
  });
});
