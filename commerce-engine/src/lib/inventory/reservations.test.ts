import { describeOnEachEngine } from '@vitrine/database/testing';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { type FilledShop, openFilledShop, testVariant } from '../testing/filled-shop.ts';
import type { Demand } from './reservation.rules.ts';

const MINUTE = 60_000;

describeOnEachEngine('reservations', { migrations: [commerceMigrations] }, (database) => {
  let shop: FilledShop;
  let made = 0;
  beforeAll(async () => {
    shop = await openFilledShop(database());
  });

  const by = () => ({ actor: 'system:test', at: shop.now });
  const reserve = (owner: string, demand: readonly Demand[], minutes?: number) =>
    database().transaction((tx) =>
      shop.engine.inventory.inTransaction.reserve(
        tx,
        {
          owner,
          channel: 'online',
          parts: [{ demand, locations: ['warehouse', 'store-harbour'] }],
          ...(minutes !== undefined && { expiresAt: new Date(shop.now.getTime() + minutes * MINUTE) }),
        },
        by(),
      ),
    );
  const release = (owner: string) =>
    database().transaction((tx) => shop.engine.inventory.inTransaction.release(tx, owner, by()));
  const available = async (variantId: string) =>
    (await shop.engine.inventory.orderable(shop.en, [variantId]))[0]!.available;
  /** A fresh variant with so many pieces in the warehouse. */
  async function variant(stock: number, backorder = false): Promise<string> {
    made += 1;
    const handle = `reserved-thing-${made}`;
    const product = {
      handle,
      name: { en: handle },
      variants: [{ ...testVariant({}, { EUR: 1000 }, stock), backorder }],
    };
    await shop.engine.catalog.importProducts(shop.command(), [product]);
    return (await shop.variantIds(handle))[0]!;
  }
  const sound = async () => expect(await shop.engine.inventory.discrepancies()).toEqual([]);

  test('[RES-1] all or nothing, and what could be had is told', async () => {
    const [few, many] = [await variant(2), await variant(50)];
    const demand = [
      { variantId: many, quantity: 5 },
      { variantId: few, quantity: 3 },
    ];
    expect(await reserve('checkout:a', demand)).toEqual({
      kind: 'not-enough',
      short: [{ variantId: few, free: 2 }],
    });
    expect(await available(many)).toBe(50);
    expect(await reserve('checkout:a', [{ variantId: many, quantity: 5 }])).toMatchObject({
      kind: 'reserved',
    });
    expect(await available(many)).toBe(45);
    await release('checkout:a');
    await release('checkout:a');
    expect(await available(many)).toBe(50);
    await sound();
  });

  test('[RES-1] levels that cannot hold what is booked fail all of it, and say what to do', async () => {
    const id = await variant(5);
    await reserve('checkout:torn', [{ variantId: id, quantity: 2 }]);
    const reserved = (pieces: number) =>
      database().execute('update inventory_level set reserved = $1 where variant_id = $2', [pieces, id]);
    await reserved(1);
    await expect(release('checkout:torn')).rejects.toThrow(
      `Stock of variant "${id}" at "warehouse" cannot be booked as reserved. Run the doctor`,
    );
    await reserved(2);
    await release('checkout:torn');
    expect(await available(id)).toBe(5);
    await sound();
  });

  test('[RES-5] fifty who want the last ten are ten promises and forty refusals', async () => {
    const id = await variant(10);
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, at) => reserve(`checkout:many-${at}`, [{ variantId: id, quantity: 1 }])),
    );
    const kinds = Map.groupBy(outcomes, ({ kind }) => kind);
    expect([kinds.get('reserved')?.length, kinds.get('not-enough')?.length]).toEqual([10, 40]);
    expect(await available(id)).toBe(0);
    await sound();
  });

  test('[RES-5] two variants wanted in opposite order block nobody', async () => {
    const [a, b] = [await variant(20), await variant(20)];
    const one = (id: string) => ({ variantId: id, quantity: 1 });
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        reserve(`checkout:cross-${at}`, at % 2 ? [one(a), one(b)] : [one(b), one(a)]),
      ),
    );
    expect(outcomes.filter(({ kind }) => kind === 'reserved')).toHaveLength(20);
    await sound();
  });

  test('[RES-6] what ran out goes to the next who is short, and is swept', async () => {
    const id = await variant(3);
    await reserve('checkout:slow', [{ variantId: id, quantity: 3 }], 15);
    expect(await reserve('checkout:next', [{ variantId: id, quantity: 1 }])).toMatchObject({
      kind: 'not-enough',
    });
    const before = shop.now;
    shop.now = new Date(before.getTime() + 16 * MINUTE);
    expect(await reserve('checkout:next', [{ variantId: id, quantity: 1 }], 15)).toMatchObject({
      kind: 'reserved',
    });
    expect(await available(id)).toBe(2);
    shop.now = new Date(shop.now.getTime() + 16 * MINUTE);
    expect(await shop.engine.inventory.sweepReservations()).toBeGreaterThan(0);
    expect(await shop.engine.inventory.sweepReservations()).toBe(0);
    expect(await available(id)).toBe(3);
    shop.now = before;
    await sound();
  });

  test('[RES-6] [RES-7] what is kept for an order never runs out, and is taken out of what it holds', async () => {
    const id = await variant(5);
    const { keep, take } = shop.engine.inventory.inTransaction;
    await reserve('checkout:c', [{ variantId: id, quantity: 4 }], 15);
    const keeping = { keeper: 'order:c', also: sql<string>`${'read, too'}::text` };
    const { kept, also } = await database().transaction((tx) => keep(tx, 'checkout:c', keeping));
    expect(also).toBe('read, too');
    expect(kept).toEqual([{ variantId: id, locationId: 'warehouse', quantity: 4, backordered: 0 }]);
    const before = shop.now;
    shop.now = new Date(before.getTime() + 60 * MINUTE);
    await shop.engine.inventory.sweepReservations();
    expect(await available(id)).toBe(1);
    const part = (quantity: number) => [{ variantId: id, locationId: 'warehouse', quantity }];
    const ship = (quantity: number) =>
      database().transaction((tx) => take(tx, 'order:c', part(quantity), by()));
    expect(await ship(5)).toEqual({ kind: 'not-reserved', variantId: id });
    expect(await ship(1)).toEqual({ kind: 'taken' });
    expect(await ship(3)).toEqual({ kind: 'taken' });
    expect(await ship(1)).toEqual({ kind: 'not-reserved', variantId: id });
    expect(await available(id)).toBe(1);
    shop.now = before;
    await sound();
  });

  test('[RES-4] what may be sold without stock is promised beyond what is there', async () => {
    const id = await variant(1, true);
    expect(await reserve('checkout:more', [{ variantId: id, quantity: 3 }])).toMatchObject({
      parts: [{ locationId: 'warehouse', quantity: 1, backordered: 2 }],
    });
    await release('checkout:more');
    expect(await available(id)).toBe(1);
    await sound();
  });
});
