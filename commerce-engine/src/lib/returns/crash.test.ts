import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, it } from 'vitest';
import { examineShop } from '../doctor/examine.ts';
import type { CommerceEngine } from '../engine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import type { OrderView } from '../orders/orders.views.ts';
import { doomedEngine } from '../testing/doomed-engine.ts';
import { openSellingShop, type SellingShop } from '../testing/selling-shop.ts';

/** A flow has fewer steps; the first one that ends alive ends the enumeration. */
const MOST_STEPS = 250;
/** Every third step meets all kinds of them. */
const STRIDE = 3;

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

  it('[ORDER-10] [MONEY-1] [RET-2] [RET-10] at any step, asked again: each piece once, and every cent back', async () => {
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
});
