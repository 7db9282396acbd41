import { describeOnEachEngine } from '@vitrine/database/testing';
import fc from 'fast-check';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openTestShop, type TestShop } from '../testing/test-shop.ts';
import { untilSomebodyWaits } from '../testing/until-somebody-waits.ts';

const HERE = 'warehouse';

describeOnEachEngine('stock counts', { migrations: [commerceMigrations] }, (open) => {
  let shop: TestShop;
  let inventory: TestShop['engine']['inventory'];
  let variantId: string;
  let productId: string;
  let handle: string;

  beforeAll(async () => {
    shop = await openTestShop(open());
    ({ inventory } = shop.engine);
  });

  async function jar(onHand: number) {
    const handle = `jar-${crypto.randomUUID()}`;
    await shop.engine.catalog.importProducts(shop.command(), [
      { handle, name: { en: 'Jar' }, variants: [{ options: {}, stock: { [HERE]: onHand } }] },
    ]);
    const [product] = await shop.engine.catalog.productsBySlug(shop.en, [handle]);
    return { handle, productId: product!.id, variantId: product!.variantIds[0]! };
  }

  beforeEach(async () => {
    const left = await inventory.counts.list(shop.command().actor, { state: 'open' });
    for (const { id } of left.counts) await inventory.counts.cancel(shop.command(), { countId: id });
    ({ handle, productId, variantId } = await jar(20));
    await shop.takeEvents();
  });

  const onHand = async (id = variantId) =>
    (await inventory.stock(shop.command().actor, [id]))[0]!.levels.find(
      ({ locationId }) => locationId === HERE,
    )!.onHand;
  const start = async () => {
    const begun = await inventory.counts.start(shop.command(), {
      locationId: HERE,
      goods: { products: [productId] },
    });
    if (begun.kind !== 'started') throw new Error(begun.kind);
    return begun.count.id;
  };
  const count = (countId: string, pieces: number, mode: 'set' | 'add' = 'set') =>
    inventory.counts.count(shop.command(), { countId, variantId, pieces, mode });
  const approve = (countId: string, uncounted: 'leave' | 'none-there' = 'leave') =>
    inventory.counts.approve(shop.command(), { countId, reason: 'Yearly count', uncounted });
  const adjust = (quantity: number, id = variantId) =>
    inventory.adjust(shop.command(), { variantId: id, locationId: HERE, quantity, reason: 'sold' });
  const set = (pieces: number) =>
    inventory.setOnHand(shop.command(), { variantId, locationId: HERE, onHand: pieces, reason: 'counted' });
  const reserve = (reserved: number) =>
    open().transaction((tx) =>
      inventory.inTransaction.book(
        tx,
        [{ variantId, locationId: HERE, onHand: 0, reserved, reason: 'order' }],
        {
          actor: 'test',
          at: shop.now,
        },
      ),
    );

  test('[CNT-1] one count at a time is open in a place; what is not on the list comes onto it', async () => {
    const countId = await start();
    expect(await inventory.counts.start(shop.command(), { locationId: HERE })).toMatchObject({
      kind: 'open-already',
      count: { id: countId, lines: 1, counted: 0 },
    });
    const other = await jar(3);
    expect(
      await inventory.counts.count(shop.command(), { countId, variantId: other.variantId, pieces: 5 }),
    ).toMatchObject({ kind: 'counted', line: { counted: { expected: 3, difference: 2 } } });
    expect(await inventory.counts.get(shop.command().actor, countId)).toMatchObject({ lines: 2, counted: 1 });
    await expect(
      inventory.counts.count(shop.command(), { countId, variantId: 'nothing', pieces: 1 }),
    ).rejects.toMatchObject({ code: 'unknown_variant' });
    await expect(inventory.counts.start(shop.command(), { locationId: 'nowhere' })).rejects.toMatchObject({
      code: 'unknown_location',
    });
    await inventory.counts.cancel(shop.command(), { countId });
    expect(
      await inventory.counts.start(shop.command(), { locationId: HERE, goods: { products: ['nothing'] } }),
    ).toEqual({ kind: 'nothing-to-count' });
  });

  test('[CNT-2] pieces found besides are added, unless something came or went', async () => {
    const countId = await start();
    await count(countId, 12);
    expect(await count(countId, 3, 'add')).toMatchObject({
      line: { counted: { pieces: 15, difference: -5 } },
    });
    await adjust(-1);
    expect(await count(countId, 3, 'add')).toMatchObject({
      kind: 'moved-since',
      line: { counted: { pieces: 15 } },
    });
    expect(await count(countId, 19)).toMatchObject({ line: { counted: { pieces: 19, difference: 0 } } });
  });

  test('[CNT-3] [CNT-7] the difference of the moment is booked, whatever came or went since, once', async () => {
    const countId = await start();
    await count(countId, 18);
    await adjust(-5);
    await adjust(7);
    const approved = await approve(countId);
    expect(approved).toMatchObject({
      kind: 'approved',
      booked: 1,
      count: { state: 'approved', difference: -2, reason: 'Yearly count' },
    });
    expect(await onHand()).toBe(20);
    const [entry] = (await inventory.movements(shop.command().actor, { variantId })).movements;
    expect(entry).toMatchObject({ onHand: -2, reason: 'count', reference: `count:${countId}` });
    expect(await approve(countId)).toEqual({ kind: 'not-open', state: 'approved' });
    expect(await count(countId, 1)).toEqual({ kind: 'not-open', state: 'approved' });
    expect(await inventory.discrepancies()).toEqual([]);
  });

  test('[CNT-4] what nobody counted stays, or is not there when it is said so', async () => {
    const first = await start();
    expect(await approve(first)).toMatchObject({ booked: 0 });
    expect(await onHand()).toBe(20);
    const second = await start();
    await adjust(-1);
    expect(await approve(second, 'none-there')).toMatchObject({ booked: 1 });
    expect(await onHand()).toBe(0);
  });

  test('[CNT-5] what is promised cannot be missing: nothing is booked, and it is told', async () => {
    const countId = await start();
    await reserve(6);
    await count(countId, 4);
    expect(await approve(countId)).toEqual({ kind: 'promised', lines: [{ variantId, free: 14 }] });
    expect(await onHand()).toBe(20);
    await count(countId, 6);
    expect(await approve(countId)).toMatchObject({ kind: 'approved', booked: 1 });
    await reserve(-6);
  });

  test('[CNT-6] a single absolute count meanwhile is not booked twice', async () => {
    const countId = await start();
    await count(countId, 18);
    await set(18);
    await approve(countId);
    expect(await onHand()).toBe(18);
  });

  test('[CNT-6] an absolute count stands in the line of what nobody counted yet', async () => {
    const countId = await start();
    await set(12);
    expect(await inventory.counts.lines(shop.command().actor, { countId })).toMatchObject({
      lines: [{ variantId, counted: { pieces: 12, expected: 12, difference: 0 } }],
    });
    expect(await approve(countId, 'none-there')).toMatchObject({ booked: 0 });
    expect(await onHand()).toBe(12);
  });

  test('[CNT-6] an import that says what the books say already is newer than what was counted', async () => {
    const again = () =>
      shop.engine.catalog.importProducts(shop.command(), [
        { handle, name: { en: 'Jar' }, variants: [{ options: {}, stock: { [HERE]: 20 } }] },
      ]);
    const countId = await start();
    await count(countId, 18);
    await shop.takeEvents();
    expect(await again()).toMatchObject([{ kind: 'unchanged', changes: [] }]);
    expect(await shop.takeEvents()).toEqual([]);
    expect(await inventory.counts.get(shop.command().actor, countId)).toMatchObject({ different: 0 });
    expect(await approve(countId)).toMatchObject({ booked: 0 });
    expect(await onHand()).toBe(20);
  });

  test('[CNT-6] an absolute count that an approval had to wait for is not booked twice', async () => {
    const countId = await start();
    await count(countId, 12);
    const [wasSet, isSeen] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const setting = open().transaction(async (tx) => {
      await inventory.inTransaction.set(tx, [{ variantId, productId, onHand: { [HERE]: 12 } }], {
        actor: 'test',
        at: shop.now,
        reason: 'counted',
      });
      wasSet.resolve();
      await isSeen.promise;
    });
    await wasSet.promise;
    const approving = approve(countId);
    await untilSomebodyWaits(open());
    isSeen.resolve();
    await setting;
    expect(await approving).toMatchObject({ kind: 'approved', booked: 0 });
    expect(await onHand()).toBe(12);
    expect(await inventory.discrepancies()).toEqual([]);
  });

  test('[CNT-3] [CNT-6] whatever happens in whatever order, the books are what is there afterwards', async () => {
    const step = fc.oneof(
      // Pieces that come or go with a booking, and such that get lost without one.
      fc.record({ kind: fc.constant('booked' as const), pieces: fc.integer({ min: -3, max: 5 }) }),
      fc.record({ kind: fc.constant('lost' as const), pieces: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ kind: fc.constant('counted' as const) }),
      fc.record({ kind: fc.constant('set' as const) }),
    );
    const rest = fc.constantFrom('leave' as const, 'none-there' as const);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), rest, async (steps, uncounted) => {
        ({ productId, variantId } = await jar(20));
        const countId = await start();
        let there = 20;
        let lostUnseen = 0;
        for (const each of steps) {
          if (each.kind === 'booked' && each.pieces !== 0 && there + each.pieces >= 0) {
            there += each.pieces;
            await adjust(each.pieces);
          }
          if (each.kind === 'lost' && there >= each.pieces) {
            there -= each.pieces;
            lostUnseen += each.pieces;
          }
          if (each.kind === 'counted') await count(countId, there);
          if (each.kind === 'set') await set(there);
          if (each.kind === 'counted' || each.kind === 'set') lostUnseen = 0;
        }
        const isLookedAt = steps.some(({ kind }) => kind === 'counted' || kind === 'set');
        await approve(countId, uncounted);
        expect(await onHand()).toBe(isLookedAt || uncounted === 'leave' ? there + lostUnseen : 0);
      }),
      { numRuns: 25 },
    );
    expect(await inventory.discrepancies()).toEqual([]);
  });

  test('[INV-14] a place that runs low is told once, and again only after there was more', async () => {
    const lows = async () => (await shop.takeEvents()).filter(({ kind }) => kind === 'stock.low').length;
    await inventory.setPolicy(shop.command(), { variantId, lowAt: { [HERE]: 5 } });
    expect(await lows()).toBe(0);
    await adjust(-15);
    expect(await lows()).toBe(1);
    await adjust(-1);
    await reserve(2);
    expect(await lows()).toBe(0);
    expect(await inventory.runningLow(shop.command().actor, { limit: 50 })).toContainEqual({
      variantId,
      locationId: HERE,
      available: 2,
      onHand: 4,
      lowAt: 5,
    });
    await adjust(10);
    expect(await lows()).toBe(0);
    await reserve(8);
    expect(await lows()).toBe(1);
    await inventory.setPolicy(shop.command(), { variantId, lowAt: { [HERE]: null } });
    await adjust(-1);
    expect(await lows()).toBe(0);
    await inventory.setPolicy(shop.command(), { variantId, lowAt: { [HERE]: 9 } });
    expect(await lows()).toBe(1);
    await reserve(-10);
  });

  test('who may not change stock counts nothing', async () => {
    const guest = { ...shop.command(), actor: { kind: 'guest' } as const };
    await expect(inventory.counts.start(guest, { locationId: HERE })).rejects.toMatchObject({
      code: 'not_allowed',
    });
    await expect(inventory.counts.list(guest.actor, {})).rejects.toMatchObject({ code: 'not_allowed' });
  });
});
