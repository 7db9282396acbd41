import { describeOnEachEngine } from '@vitrine/database/testing';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { examineShop } from '../doctor/examine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openSellingShop, type SellingShop } from '../testing/selling-shop.ts';
import { sizesIn } from '../testing/sizes.ts';

const cents = fc.integer({ min: 1, max: 9999 });
const exchange = fc.record({
  /** 0 = the same price on the shelf. */
  cents: fc.oneof(fc.constant(0), cents),
  pieces: fc.integer({ min: 1, max: 3 }),
  wanted: fc.integer({ min: 1, max: 3 }),
  missing: fc.nat(3),
  /** Given for a scratch before it comes back. */
  allowance: fc.nat(400),
  fee: fc.nat(300),
  delivery: fc.constantFrom('none' as const, 'proportional' as const, 'all' as const),
  end: fc.constantFrom(
    'refund' as const,
    'pay' as const,
    'late' as const,
    'money' as const,
    'reject' as const,
  ),
});

describeOnEachEngine('exchanges of any kind', { migrations: [commerceMigrations] }, (database) => {
  let shop: SellingShop;
  beforeAll(async () => {
    shop = await openSellingShop(database());
  });

  async function take(
    orderId: string,
    variantId: string,
    one: typeof exchange extends fc.Arbitrary<infer E> ? E : never,
  ) {
    const { engine } = shop;
    const { lines } = await shop.again({ id: orderId });
    const line = lines.find((each) => each.variantId === variantId && each.fulfilled > each.returned);
    if (!line) return;
    if (one.allowance > 0)
      await engine.orders.giveAllowance(shop.command(), {
        ...{ orderId, amount: one.allowance, of: { lineId: line.id }, reason: 'scratch' },
      });
    const quantity = Math.min(one.pieces, line.fulfilled - line.returned);
    const wanted = Math.min(one.wanted, quantity);
    const [, other] = await sizesIn(shop, [
      [1, 9],
      [one.cents || line.unitPrice.amount, 9],
    ]);
    const even = (await sameProduct(variantId))!;
    const asked = await engine.returns.request(shop.command(), {
      orderId,
      lines: [
        {
          ...{ lineId: line.id, quantity, reason: 'other' },
          instead: { variantId: one.cents === 0 ? even : other!, quantity: wanted },
        },
      ],
    });
    if (asked.kind !== 'requested') throw new Error(asked.kind);
    const returnId = asked.return.id;
    if (one.end === 'reject') {
      await engine.returns.reject(shop.command(), { returnId, answer: 'no' });
      return;
    }
    await engine.returns.approve(shop.command(), { returnId });
    const missing = Math.min(one.missing, quantity);
    await engine.returns.receive(shop.command(), {
      ...{ returnId, locationId: 'warehouse' },
      lines: [{ lineId: line.id, resellable: quantity - missing, missing }],
    });
    const { delivery, fee } = one;
    const terms = { returnId, delivery, ...(one.end === 'money' && { instead: false }) };
    const quoted = await engine.returns.quoteRefund(shop.command().actor, { ...terms, fee });
    const allowed = quoted.kind === 'fee-too-high' ? 0 : fee;
    const outcome = await engine.returns.refund(shop.command(), { ...terms, fee: allowed });
    if (quoted.kind === 'quoted')
      expect(outcome.kind).toBe((quoted.instead?.toPay.amount ?? 0) > 0 ? 'to-pay' : 'done');
    if (outcome.kind !== 'to-pay') return;
    if (one.end === 'pay') {
      const { additionId } = outcome.return.instead!;
      const paid = await engine.additions.receive(shop.command(), { additionId, receivedBy: 'cash' });
      expect(paid).toMatchObject({ kind: 'done', addition: { state: 'added' } });
      return;
    }
    await shop.wait(15 * 24 * 60);
    await engine.additions.expire();
  }

  async function sameProduct(variantId: string) {
    const { catalog } = shop.engine;
    const productId = (await catalog.productsOfVariants(database(), [variantId])).get(variantId)!;
    const [product] = await catalog.productsById(shop.en, [productId]);
    return product!.variants.find(({ id }) => id !== variantId)?.id;
  }

  it('[RET-23] [RET-26] [RET-27] [RET-28] whatever is exchanged, sums hold, each piece is held or let go, and all of it goes back to nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({ pieces: fc.integer({ min: 1, max: 4 }), price: cents }),
        fc.array(exchange, { minLength: 1, maxLength: 3 }),
        async ({ pieces, price }, exchanges) => {
          const { engine } = shop;
          const [variantId] = (await sizesIn(shop, [
            [price, 30],
            [price, 30],
          ])) as [string];
          const order = await shop.order([{ variantId, quantity: pieces }]);
          const ship = async () => {
            const { lines } = await shop.again(order);
            const open = lines
              .map(({ id: lineId, quantity, fulfilled, cancelled }) => ({
                lineId,
                quantity: quantity - fulfilled - cancelled,
              }))
              .filter(({ quantity }) => quantity > 0);
            if (open.length > 0)
              await engine.fulfilment.ship(shop.command(), {
                ...{ orderId: order.id, lines: open, locationId: 'warehouse' },
              });
          };
          await ship();
          for (const each of exchanges) await take(order.id, variantId, each);
          const middle = await shop.again(order);
          expect(middle.statement.toPay.amount).toBe(0);
          expect(middle.paid.amount - middle.refunded.amount).toBe(middle.owed.amount);
          // DOC-24 and DOC-26: held while it waits, and nothing else is.
          expect(await examineShop(database())).toEqual([]);
          await ship();
          const out = (await shop.again(order)).lines.filter(
            ({ fulfilled, returned }) => fulfilled > returned,
          );
          if (out.length > 0)
            await engine.returns.takeBack(shop.command(), {
              ...{ orderNumber: order.number, locationId: 'warehouse', delivery: 'all' },
              lines: out.map(({ id: lineId, fulfilled, returned }) => ({
                ...{ lineId, quantity: fulfilled - returned },
                ...{ reason: 'other', condition: 'resellable' },
              })),
            });
          const end = await shop.again(order);
          const fees = end.statement.rows.find(({ kind }) => kind === 'fee')?.amount.amount ?? 0;
          // The delivery goes back with the last pieces; what had no last piece now keeps it.
          if (out.length > 0) expect(end.owed.amount).toBe(fees);
          expect(end.paid.amount - end.refunded.amount).toBe(end.owed.amount);
          expect(await examineShop(database())).toEqual([]);
        },
      ),
      {
        numRuns: 8,
        // Half of the goods and half of the delivery for something dearer.
        examples: [
          [
            { pieces: 2, price: 2531 },
            [
              {
                ...{ cents: 9991, pieces: 1, wanted: 1, missing: 0, allowance: 0, fee: 3 },
                delivery: 'proportional',
                end: 'pay',
              },
            ],
          ],
        ],
      },
    );
  });
});
