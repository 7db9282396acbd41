import { describeOnEachEngine } from '@vitrine/database/testing';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { examineShop } from '../doctor/examine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import type { OrderView } from '../orders/orders.views.ts';
import { openSellingShop, type SellingShop } from '../testing/selling-shop.ts';

/** Something that may happen to an order; lines and pieces are chosen out of what it has. */
const steps = fc.oneof(
  fc.record({ do: fc.constant('ship'), line: fc.nat(1), quantity: fc.integer({ min: 1, max: 3 }) }),
  fc.record({
    do: fc.constant('cancel'),
    line: fc.nat(1),
    quantity: fc.integer({ min: 1, max: 3 }),
    delivery: fc.constantFrom('none', 'all', 'proportional'),
  }),
  fc.record({
    do: fc.constant('return'),
    line: fc.nat(1),
    quantity: fc.integer({ min: 1, max: 2 }),
    delivery: fc.constantFrom('none', 'all', 'proportional'),
    condition: fc.constantFrom('resellable', 'damaged'),
  }),
  fc.record({ do: fc.constant('pay'), amount: fc.integer({ min: 1, max: 4000 }) }),
  fc.record({ do: fc.constant('move'), line: fc.nat(1), quantity: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constant('wait') }),
);
type Step = Partial<{
  line: number;
  quantity: number;
  amount: number;
  delivery: 'none' | 'all' | 'proportional';
  condition: 'resellable' | 'damaged';
}> & { readonly do: string };

/** Up to three things happen at once. */
const lives = fc.record({
  token: fc.constantFrom('sim-approve', 'sim-slow-capture', 'sim-twice', 'transfer'),
  quantities: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 })),
  /** The last one is a bundle. */
  goods: fc.tuple(fc.nat(2), fc.nat(3)),
  happenings: fc.array(fc.array(steps, { minLength: 1, maxLength: 3 }), { maxLength: 7 }),
});

describeOnEachEngine('the life of an order', { migrations: [commerceMigrations] }, (database) => {
  let shop: SellingShop;
  const cheap: string[] = [];
  const dear: string[] = [];
  beforeAll(async () => {
    shop = await openSellingShop(database());
    for (const cents of [1, 7, 333]) cheap.push(await shop.product(1000, cents));
    for (const cents of [999, 1000, 1999]) dear.push(await shop.product(1000, cents));
    const singles = [...cheap, ...dear];
    dear.push(
      await shop.bundle(
        [
          { variantId: cheap[0]!, quantity: 2 },
          { variantId: dear[0]!, quantity: 1 },
        ],
        1501,
      ),
    );
    for (const variantId of singles) await shop.stock(variantId, 'store-harbour', 1000);
    await shop.engine.stores.importChannels(shop.command(), [
      {
        id: 'online',
        kind: 'online',
        name: 'Online',
        locales: ['en', 'de'],
        currencies: ['EUR', 'GBP'],
        country: 'DE',
        taxDisplay: 'inclusive',
        locations: ['warehouse', 'store-harbour'],
      },
    ]);
  });

  async function happen(order: OrderView, step: Step): Promise<unknown> {
    const { engine } = shop;
    const line = order.lines[(step.line ?? 0) % order.lines.length]!;
    const lines = [{ lineId: line.id, quantity: step.quantity ?? 1 }];
    switch (step.do) {
      case 'ship': {
        const held = await shop.held(order);
        const at = held.find(({ variantId, quantity }) => variantId === line.variantId && quantity > 0);
        const locationId = at?.locationId ?? 'warehouse';
        return engine.fulfilment.ship(shop.command(), { orderId: order.id, lines, locationId });
      }
      case 'cancel': {
        const { delivery } = step;
        return engine.orders.cancel(shop.command(), { orderId: order.id, lines, reason: 'so', delivery });
      }
      case 'return': {
        const { delivery, condition = 'resellable' } = step;
        return engine.returns.takeBack(shop.command(), {
          orderNumber: order.number,
          locationId: 'store-harbour',
          lines: lines.map((each) => ({ ...each, reason: 'other', condition })),
          delivery,
        });
      }
      case 'pay':
        return engine.payments.markPaid(shop.command(), {
          paymentId: order.payments[0]!.id,
          amount: step.amount,
        });
      case 'move':
        return engine.fulfilment.reject(shop.command(), {
          orderId: order.id,
          lines,
          locationId: 'warehouse',
          reason: 'not found',
        });
      default:
        return shop.wait(2);
    }
  }

  async function invariants(order: OrderView): Promise<void> {
    const { paid, refunded, total, owed, lines, statement } = await shop.again(order);
    expect(refunded.amount).toBeGreaterThanOrEqual(0);
    expect(refunded.amount).toBeLessThanOrEqual(paid.amount);
    expect(paid.amount).toBeLessThanOrEqual(total.amount);
    expect(statement.rows.reduce((sum, { amount }) => sum + amount.amount, total.amount)).toBe(owed.amount);
    expect(statement.rows.map(({ kind }) => kind)).not.toContain('other');
    const unsettled = statement.toPay.amount - statement.toGoBack.amount;
    expect(paid.amount - refunded.amount + unsettled).toBe(owed.amount);
    for (const { quantity, fulfilled, cancelled, returned } of lines) {
      expect(fulfilled + cancelled).toBeLessThanOrEqual(quantity);
      expect(returned).toBeLessThanOrEqual(fulfilled);
    }
    const held = await shop.held(order);
    const open = lines.reduce((sum, line) => sum + line.quantity - line.fulfilled - line.cancelled, 0);
    expect(held.reduce((sum, { quantity, backordered }) => sum + quantity + backordered, 0)).toBe(open);
  }

  /** What is owed in all, and of deliveries. */
  async function left({ id }: OrderView): Promise<{ readonly owed: number; readonly charges: number }> {
    const { rows } = await database().execute(
      `select (total - adjusted)::int as owed, (
         select sum(gross - given_back)::int from orders_delivery where order_id = orders_order.id
       ) as charges from orders_order where id = $1`,
      [id],
    );
    return rows[0] as { owed: number; charges: number };
  }

  /** Everything that is out comes back, everything that is not is cancelled. */
  async function undo(order: OrderView): Promise<void> {
    await shop.engine.orders.cancel(shop.command(), { orderId: order.id, reason: 'all of it' });
    const { lines } = await shop.again(order);
    const out = lines.filter(({ fulfilled, returned }) => fulfilled > returned);
    if (out.length > 0)
      await shop.engine.returns.takeBack(shop.command(), {
        orderNumber: order.number,
        locationId: 'warehouse',
        lines: out.map(({ id, fulfilled, returned }) => ({
          lineId: id,
          quantity: fulfilled - returned,
          reason: 'other',
          condition: 'resellable',
        })),
        delivery: 'all',
      });
    for (const _ of [1, 2, 3]) await shop.wait(10);
  }

  describe('whatever happens', () => {
    it('[ORDER-2] [ORDER-4] [ORDER-7] [ORDER-10] [ORDER-18] [OWED-1] [RET-10] sums hold, and when all is undone nothing is left of the goods', async () => {
      await fc.assert(
        fc.asyncProperty(lives, async ({ token, quantities, goods, happenings }) => {
          const variantIds = [cheap[goods[0]]!, dear[goods[1]]!];
          const order = await shop.order(
            variantIds.map((variantId, at) => ({ variantId, quantity: quantities[at]! })),
            { token },
          );
          for (const together of happenings) {
            await Promise.all(together.map((step) => happen(order, step)));
            await invariants(order);
          }
          await undo(order);
          await invariants(order);
          const { paid, refunded } = await shop.again(order);
          const kept = paid.amount - refunded.amount;
          const { owed, charges } = await left(order);
          // What was delivered is kept where nobody chose to give it back; of the goods there is nothing left.
          expect(owed).toBe(charges);
          if (token === 'transfer') expect(kept).toBeLessThanOrEqual(owed);
          else {
            const bank = await shop.bank(order);
            expect({ kept, bank: bank.captured - bank.refunded }).toEqual({ kept: owed, bank: owed });
          }
          expect(await shop.engine.inventory.discrepancies()).toEqual([]);
        }),
        { numRuns: 30 },
      );
      expect(await examineShop(database())).toEqual([]);
    });
  });
});
