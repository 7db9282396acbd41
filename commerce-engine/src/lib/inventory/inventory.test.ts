import { describeOnEachEngine } from '@vitrine/database/testing';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { countStatements, openTestShop, type TestShop } from '../testing/test-shop.ts';

describeOnEachEngine('stock', { migrations: [commerceMigrations] }, (open) => {
  let shop: TestShop;
  let inventory: TestShop['engine']['inventory'];
  let variantId: string;
  let productId: string;

  beforeAll(async () => {
    shop = await openTestShop(open());
    ({ inventory } = shop.engine);
  });

  // A variant of its own for each test: the ledger forgets nothing.
  beforeEach(async () => {
    const handle = `jar-${crypto.randomUUID()}`;
    await shop.engine.catalog.importProducts(shop.command(), [
      {
        handle,
        name: { en: 'Jar' },
        variants: [{ options: {}, stock: { warehouse: 20, 'store-harbour': 2 } }],
      },
    ]);
    const [product] = await shop.engine.catalog.productsBySlug(shop.en, [handle]);
    productId = product!.id;
    variantId = product!.variantIds[0]!;
    await shop.takeEvents();
  });

  const told = async () => (await inventory.availability(shop.en, [variantId]))[0];
  const adjust = (quantity: number, locationId = 'warehouse') =>
    inventory.adjust(shop.command(), { variantId, locationId, quantity, reason: 'counted' });
  const reserve = (reserved: number) =>
    open().transaction((tx) =>
      inventory.inTransaction.book(
        tx,
        [{ variantId, locationId: 'warehouse', onHand: 0, reserved, reason: 'order' }],
        { actor: 'test', at: shop.now },
      ),
    );

  test('[INV-6] shoppers are told the class, and the number only when few are left', async () => {
    expect(await told()).toEqual({ variantId, class: 'in-stock' });
    await adjust(-17);
    expect(await told()).toEqual({ variantId, class: 'low-stock', left: 3 });
    await adjust(-3);
    expect(await told()).toEqual({ variantId, class: 'sold-out' });
    await inventory.setPolicy(shop.command(), { variantId, backorder: true });
    expect(await told()).toEqual({ variantId, class: 'backorder' });
    expect(await inventory.availability(shop.en, ['nothing', variantId])).toMatchObject([
      undefined,
      { class: 'backorder' },
    ]);
  });

  test('[INV-7] every store says what is there, without backorder', async () => {
    await inventory.setPolicy(shop.command(), { variantId, backorder: true });
    expect(await inventory.storeAvailability(shop.en, [variantId, 'nothing'])).toEqual([
      [
        { storeId: 'store-harbour', storeName: 'Harbour', city: 'Kiel', class: 'low-stock', left: 2 },
        { storeId: 'store-north', storeName: 'North', city: 'Flensburg', class: 'sold-out' },
      ],
      [],
    ]);
  });

  test('[INV-5] reserved pieces and the safety buffer are not offered', async () => {
    await reserve(8);
    await inventory.setPolicy(shop.command(), { variantId, buffers: { warehouse: 9 }, lowStock: 2 });
    expect(await inventory.orderable(shop.en, [variantId])).toEqual([
      { variantId, available: 3, backorder: false },
    ]);
    expect(await told()).toEqual({ variantId, class: 'in-stock' });
  });

  test('[INV-3] [INV-4] stock cannot go below what is reserved; the refusal says how many are free', async () => {
    await reserve(15);
    expect(await adjust(-6)).toEqual({ kind: 'not-enough', free: 5 });
    expect(await reserve(6)).toMatchObject({ kind: 'not-enough', free: 5 });
    expect(await adjust(-5)).toEqual({ kind: 'changed', onHand: 15, reserved: 15 });
    const count = { variantId, locationId: 'warehouse', onHand: 14, reason: 'counted' };
    expect(await inventory.setOnHand(shop.command(), count)).toEqual({ kind: 'not-enough', free: 0 });
    expect(await adjust(-1, 'store-north')).toEqual({ kind: 'not-enough', free: 0 });
  });

  test('[INV-3] thirty who take one of the last twenty get twenty pieces and ten refusals', async () => {
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => adjust(-1)));
    expect(outcomes.filter(({ kind }) => kind === 'changed')).toHaveLength(20);
    expect(outcomes.filter(({ kind }) => kind === 'not-enough')).toHaveLength(10);
    expect(await told()).toMatchObject({ class: 'sold-out' });
  });

  test('[INV-8] what shoppers are told is news, everything else is not', async () => {
    await adjust(-1);
    await adjust(-5);
    expect(await shop.takeEvents()).toEqual([]);
    const news = {
      kind: 'stock.class-changed',
      payload: { productIds: [productId], variantIds: [variantId] },
    };
    await adjust(-9);
    expect(await shop.takeEvents()).toEqual([news]);
    await adjust(-1);
    expect(await shop.takeEvents()).toEqual([news]);
    await adjust(1, 'store-harbour');
    expect(await shop.takeEvents()).toEqual([news]);
    await reserve(4);
    expect(await shop.takeEvents()).toEqual([news]);
    await inventory.setPolicy(shop.command(), { variantId, lowStock: 0 });
    expect(await shop.takeEvents()).toEqual([news]);
  });

  test('[INV-9] an absolute count books the difference, and nothing when it is right already', async () => {
    const count = { variantId, locationId: 'warehouse', onHand: 12, reason: 'stocktake' };
    expect(await inventory.setOnHand(shop.command(), count)).toMatchObject({ kind: 'changed', onHand: 12 });
    expect(await inventory.setOnHand(shop.command(), count)).toMatchObject({ kind: 'unchanged', onHand: 12 });
    expect((await ledger()).map((line) => [line.location_id, line.on_hand, line.reason])).toEqual([
      ['warehouse', 20, 'import'],
      ['store-harbour', 2, 'import'],
      ['warehouse', -8, 'stocktake'],
    ]);
  });

  test('[INV-10] a move takes from one place and brings to the other, or does nothing', async () => {
    const move = { variantId, from: 'warehouse', to: 'store-north' };
    expect(await inventory.move(shop.command(), { ...move, quantity: 21 })).toEqual({
      kind: 'not-enough',
      free: 20,
    });
    expect(await inventory.move(shop.command(), { ...move, quantity: 15 })).toMatchObject({ onHand: 5 });
    const [[, north]] = (await inventory.storeAvailability(shop.en, [variantId])) as [[unknown, object]];
    expect(north).toMatchObject({ storeId: 'store-north', class: 'in-stock' });
  });

  test('[INV-2] the ledger cannot be changed', async () => {
    const change = sql`update inventory_movement set on_hand = 0`.execute(open().tables());
    await expect(change).rejects.toThrow('The stock ledger is append-only');
    const removal = sql`delete from inventory_movement`.execute(open().tables());
    await expect(removal).rejects.toThrow('The stock ledger is append-only');
  });

  test('[INV-1] levels equal the sum of their ledger whatever is done', async () => {
    const location = fc.constantFrom('warehouse', 'store-harbour', 'store-north');
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('adjust' as const),
        at: location,
        by: fc.integer({ min: -30, max: 30 }),
      }),
      fc.record({ kind: fc.constant('reserve' as const), at: location, by: fc.integer({ min: -9, max: 9 }) }),
      fc.record({ kind: fc.constant('move' as const), at: location, by: fc.integer({ min: 1, max: 30 }) }),
      fc.record({ kind: fc.constant('count' as const), at: location, by: fc.nat(30) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        for (const { kind, at, by } of steps) await doStep(kind, at, by);
        expect(await inventory.discrepancies()).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test('[INV-1] a level that was tampered with is found', async () => {
    await sql`update inventory_level set on_hand = on_hand + 1
      where variant_id = ${variantId} and location_id = 'warehouse'`.execute(open().tables());
    expect(await inventory.discrepancies()).toEqual([
      { variantId, locationId: 'warehouse', level: 21, ledger: 20 },
    ]);
    await sql`update inventory_level set on_hand = on_hand - 1
      where variant_id = ${variantId} and location_id = 'warehouse'`.execute(open().tables());
  });

  test('[INV-11] any number of variants is one statement', async () => {
    const counted = countStatements(open());
    await inventory.availability(shop.en, [variantId, 'x', 'y', 'z'], { on: counted.on });
    expect(counted.count()).toBe(1);
    await inventory.sellable(shop.en, [variantId, 'x'], { on: counted.on });
    expect(counted.count()).toBe(2);
    await inventory.storeAvailability(shop.en, [variantId, 'x'], { on: counted.on });
    expect(counted.count()).toBe(3);
  });

  test('[INV-12] what cannot be a quantity, a place or a variant is refused', async () => {
    await expect(adjust(0)).rejects.toThrow('expected a quantity other than 0');
    await expect(adjust(1.5)).rejects.toThrow('quantity: expected whole pieces');
    await expect(adjust(1, 'moon')).rejects.toMatchObject({ code: 'unknown_location' });
    const nothing = { variantId: 'nothing', locationId: 'warehouse', quantity: 1, reason: 'x' };
    await expect(inventory.adjust(shop.command(), nothing)).rejects.toMatchObject({
      code: 'unknown_variant',
    });
  });

  async function doStep(
    kind: 'adjust' | 'reserve' | 'move' | 'count',
    at: string,
    by: number,
  ): Promise<void> {
    const others = { warehouse: 'store-north', 'store-harbour': 'warehouse', 'store-north': 'store-harbour' };
    const to = others[at as keyof typeof others];
    if (kind === 'adjust' && by !== 0) await adjust(by, at);
    if (kind === 'move') await inventory.move(shop.command(), { variantId, from: at, to, quantity: by });
    if (kind === 'count') {
      await inventory.setOnHand(shop.command(), { variantId, locationId: at, onHand: by, reason: 'c' });
    }
    if (kind === 'reserve') {
      await open().transaction((tx) =>
        inventory.inTransaction.book(
          tx,
          [{ variantId, locationId: at, onHand: 0, reserved: by, reason: 'r' }],
          {
            actor: 'test',
            at: shop.now,
          },
        ),
      );
    }
  }

  async function ledger() {
    const { rows } = await sql<{ location_id: string; on_hand: number; reason: string }>`
      select location_id, on_hand, reason from inventory_movement
      where variant_id = ${variantId} order by id`.execute(open().tables());
    return rows;
  }
});
