import { describeOnEachEngine } from '@vitrine/database/testing';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { examineShop } from '../doctor/examine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import type { OrderView } from '../orders/orders.views.ts';
import { openSellingShop, type SellingShop } from '../testing/selling-shop.ts';

/** What may become of an order, as far as each fits just then; `at` names a line, by its place from the end round and round. */
const step = fc.oneof(
  fc.record({
    kind: fc.constant('add' as const),
    cents: fc.integer({ min: 1, max: 9999 }),
    pieces: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({ kind: fc.constantFrom('cancel' as const, 'ship' as const, 'return' as const), at: fc.nat(5) }),
  fc.record({ kind: fc.constant('allow' as const), at: fc.nat(5), cents: fc.integer({ min: 1, max: 300 }) }),
);
type Step = typeof step extends fc.Arbitrary<infer Kind> ? Kind : never;

describeOnEachEngine('additions', { migrations: [commerceMigrations] }, (database) => {
  let shop: SellingShop;
  beforeAll(async () => {
    shop = await openSellingShop(database());
  });

  async function take(order: OrderView, wanted: Step): Promise<void> {
    const { engine } = shop;
    const { lines, number, id: orderId } = await shop.again(order);
    if (wanted.kind === 'add') {
      const added = [{ variantId: await shop.product(9, wanted.cents), quantity: wanted.pieces }];
      const quote = await engine.additions.quote(shop.command().actor, { orderId, lines: added });
      if (quote.kind !== 'quoted') return;
      const input = { orderId, lines: added, seen: quote.seen, receivedBy: 'cash' } as const;
      expect((await engine.additions.add(shop.command(), input)).kind).toBe('added');
      return;
    }
    const line = lines.toReversed()[wanted.at % lines.length]!;
    const { id: lineId, quantity, fulfilled, cancelled, returned } = line;
    const open = quantity - fulfilled - cancelled > 0;
    const one = [{ lineId, quantity: 1 }];
    if (wanted.kind === 'cancel' && open)
      await engine.orders.cancel(shop.command(), {
        orderId,
        lines: one,
        reason: 'no',
        delivery: 'proportional',
      });
    if (wanted.kind === 'ship' && open)
      await engine.fulfilment.ship(shop.command(), { orderId, lines: one, locationId: 'warehouse' });
    if (wanted.kind === 'return' && fulfilled > returned)
      await engine.returns.takeBack(shop.command(), {
        ...{ orderNumber: number, locationId: 'warehouse', delivery: 'proportional' },
        lines: [{ lineId, quantity: 1, reason: 'other', condition: 'resellable' }],
      });
    if (wanted.kind === 'allow')
      await engine.orders.giveAllowance(shop.command(), {
        ...{ orderId, amount: wanted.cents, of: { lineId }, reason: 'scratch' },
      });
  }

  it('[ADD-6] [ADD-8] whatever is added, cancelled, taken off and returned: sums hold, and all of it goes back to nothing', async () => {
    const some = fc.record({
      pieces: fc.integer({ min: 1, max: 3 }),
      cents: fc.integer({ min: 1, max: 9999 }),
    });
    await fc.assert(
      fc.asyncProperty(
        some,
        fc.array(step, { minLength: 2, maxLength: 6 }),
        async ({ pieces, cents }, steps) => {
          const variantId = await shop.product(9, cents);
          const order = await shop.order([{ variantId, quantity: pieces }]);
          for (const each of steps) await take(order, each);
          const middle = await shop.again(order);
          expect(middle.statement.toPay.amount).toBe(0);
          expect(middle.paid.amount - middle.refunded.amount).toBe(middle.owed.amount);
          await shop.engine.orders.cancel(shop.command(), {
            orderId: order.id,
            reason: 'all',
            delivery: 'all',
          });
          const out = (await shop.again(order)).lines.filter(
            ({ fulfilled, returned }) => fulfilled > returned,
          );
          if (out.length > 0)
            await shop.engine.returns.takeBack(shop.command(), {
              ...{ orderNumber: order.number, locationId: 'warehouse', delivery: 'all' },
              lines: out.map(({ id: lineId, fulfilled, returned }) => ({
                ...{ lineId, quantity: fulfilled - returned },
                ...{ reason: 'other', condition: 'resellable' },
              })),
            });
          const end = await shop.again(order);
          expect(end.refunded).toEqual(end.paid);
          expect(end.owed.amount).toBe(0);
          expect(await examineShop(database())).toEqual([]);
        },
      ),
      { numRuns: 6 },
    );
  });
});
