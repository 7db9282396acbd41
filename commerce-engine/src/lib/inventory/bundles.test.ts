import { describeOnEachEngine } from '@vitrine/database/testing';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { examineShop } from '../doctor/examine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { type FilledShop, openFilledShop, testVariant } from '../testing/filled-shop.ts';
import type { Component } from './bundle.rules.ts';
import type { Demand } from './reservation.rules.ts';

const MINUTE = 60_000;

class Undone extends Error {
  readonly findings: Awaited<ReturnType<typeof examineShop>>;
  constructor(findings: Awaited<ReturnType<typeof examineShop>>) {
    super('Rolled back on purpose.');
    this.findings = findings;
  }
}

describeOnEachEngine('bundles in stock', { migrations: [commerceMigrations] }, (database) => {
  let shop: FilledShop;
  let made = 0;
  beforeAll(async () => {
    shop = await openFilledShop(database());
  });

  const doors = () => shop.engine.inventory.inTransaction;
  const by = () => ({ actor: 'system:test', at: shop.now });
  const of = (variantId: string, quantity: number) => ({ variantId, quantity });
  const reserve = (
    owner: string,
    demand: readonly Demand[],
    { minutes, locations = ['warehouse', 'store-harbour'] }: { minutes?: number; locations?: string[] } = {},
  ) =>
    database().transaction((tx) =>
      doors().reserve(
        tx,
        {
          owner,
          channel: 'online',
          parts: [{ demand, locations }],
          ...(minutes !== undefined && { expiresAt: new Date(shop.now.getTime() + minutes * MINUTE) }),
        },
        by(),
      ),
    );
  const held = (owner: string) => doors().held(database(), owner);
  const told = async (variantId: string) => {
    const { variantId: _, ...view } = (await shop.engine.inventory.availability(shop.en, [variantId]))[0]!;
    return view;
  };
  const free = async (variantId: string) =>
    (await shop.engine.inventory.orderable(shop.en, [variantId]))[0]!.available;
  const put = (variantId: string, locationId: string, onHand: number) =>
    shop.engine.inventory.setOnHand(shop.command(), { variantId, locationId, onHand, reason: 'counted' });
  async function variant(stock: number, more: object = {}): Promise<string> {
    made += 1;
    const handle = `part-of-bundle-${made}`;
    const product = {
      handle,
      name: { en: handle },
      variants: [{ ...testVariant({}, { EUR: 1000 }, stock), ...more }],
    };
    await shop.engine.catalog.importProducts(shop.command(), [product]);
    return (await shop.variantIds(handle))[0]!;
  }
  async function bundle(...components: readonly Component[]): Promise<string> {
    made += 1;
    const handle = `bundle-${made}`;
    const parts = await shop.engine.catalog.variantLines(
      shop.en,
      components.map(({ variantId }) => variantId),
    );
    const { stock: _, ...sold } = testVariant({}, { EUR: 1000 }, 0);
    const holds = components.map(({ quantity }, at) => ({ sku: parts[at]!.sku, quantity }));
    const product = { handle, name: { en: handle }, variants: [{ ...sold, components: holds }] };
    await shop.engine.catalog.importProducts(shop.command(), [product]);
    return (await shop.variantIds(handle))[0]!;
  }
  const sound = async () => expect(await examineShop(database())).toEqual([]);

  test('[BUN-2] nothing is booked, counted or promised of a bundle itself', async () => {
    const set = await bundle(of(await variant(4), 2));
    const refused = {
      code: 'conflict',
      message: expect.stringContaining('A bundle has no stock of its own'),
    };
    const { inventory } = shop.engine;
    const at = { variantId: set, locationId: 'warehouse', reason: 'counted' };
    await expect(inventory.setOnHand(shop.command(), { ...at, onHand: 3 })).rejects.toMatchObject(refused);
    await expect(inventory.adjust(shop.command(), { ...at, quantity: 3 })).rejects.toMatchObject(refused);
    const move = { variantId: set, from: 'warehouse', to: 'store-harbour', quantity: 1 };
    await expect(inventory.move(shop.command(), move)).rejects.toMatchObject(refused);
    for (const policy of [
      { backorder: true },
      { preorder: { shipsFrom: '2027-01-01' } },
      { buffers: { warehouse: 1 } },
      { lowAt: { warehouse: 1 } },
    ])
      await expect(inventory.setPolicy(shop.command(), { variantId: set, ...policy })).rejects.toMatchObject(
        refused,
      );
    const started = await inventory.counts.start(shop.command(), { locationId: 'store-north' });
    const countId = started.kind === 'started' ? started.count.id : '';
    const line = { countId, variantId: set, pieces: 1, mode: 'set' } as const;
    await expect(inventory.counts.count(shop.command(), line)).rejects.toMatchObject(refused);
    await inventory.counts.cancel(shop.command(), { countId });
    await inventory.setPolicy(shop.command(), { variantId: set, lowStock: 1 });
    expect(await told(set)).toEqual({ class: 'in-stock' });
  });

  test('[BUN-1] what a bundle is made of is never written again', async () => {
    const set = await bundle(of(await variant(4), 2));
    for (const sql of [
      `update inventory_component set quantity = 3 where bundle_id = '${set}'`,
      `delete from inventory_component where bundle_id = '${set}'`,
    ])
      await expect(database().execute(sql)).rejects.toThrow('never changes');
  });

  test('[DOC-17] a bundle with stock of its own, and one that is not held whole, are found', async () => {
    const [cup, stool] = [await variant(4), await variant(2)];
    const set = await bundle(of(cup, 2), of(stool, 1));
    await reserve('order:broken', [of(set, 1)]);
    const findings = await database()
      .transaction(async (tx) => {
        await tx.execute(
          `insert into inventory_level (variant_id, location_id) values ('${set}', 'warehouse')`,
        );
        await tx.execute(
          `update inventory_reservation set backordered = backordered + 2 where owner = 'order:broken' and variant_id = '${cup}'`,
        );
        await tx.execute(
          `update inventory_reservation set per_piece = 3, quantity = 3 where owner = 'order:broken' and variant_id = '${stool}'`,
        );
        throw new Undone(await examineShop(tx));
      })
      .catch((error: unknown) => {
        if (error instanceof Undone) return error.findings;
        throw error;
      });
    const about = findings.filter(({ rule }) => rule === 'DOC-17').map(({ problem }) => problem);
    expect(about).toEqual([
      'What is held for something sold is not what a piece of it is made of.',
      'Of a bundle’s components not the same number of pieces is held.',
      'A bundle has stock of its own.',
    ]);
    await sound();
  });

  test('[BUN-3] shoppers and staff are told what can be put together, place by place', async () => {
    const [cup, stool] = [await variant(9), await variant(3)];
    const set = await bundle(of(cup, 2), of(stool, 1));
    await put(cup, 'store-harbour', 2);
    await put(stool, 'store-harbour', 1);
    await put(stool, 'store-north', 5);
    expect(await told(set)).toEqual({ class: 'low-stock', left: 3 });
    const [inStores] = await shop.engine.inventory.storeAvailability(shop.en, [set]);
    expect(inStores!.map(({ storeId, class: kind, left }) => [storeId, kind, left])).toEqual([
      ['store-harbour', 'low-stock', 1],
      ['store-north', 'sold-out', undefined],
    ]);
    const [view] = await shop.engine.inventory.stock(shop.command().actor, [set]);
    expect(view).toMatchObject({
      levels: [],
      madeOf: { components: [of(cup, 2), of(stool, 1)] },
    });
    expect(new Map(view!.madeOf!.whole.map((each) => [each.locationId, each.available]))).toEqual(
      new Map([
        ['warehouse', 3],
        ['store-harbour', 1],
        ['store-north', 0],
      ]),
    );
  });

  test('[BUN-4] [BUN-5] its components are held, taken and given back; what is told is pieces of the bundle', async () => {
    const [cup, stool] = [await variant(7), await variant(5)];
    const set = await bundle(of(cup, 2), of(stool, 1));
    const wanted = [of(set, 2), of(cup, 1)];
    expect(await reserve('order:whole', wanted)).toMatchObject({ kind: 'reserved' });
    expect([await free(cup), await free(stool), await free(set)]).toEqual([2, 3, 1]);
    const at = { locationId: 'warehouse', backordered: 0 };
    expect(await held('order:whole')).toEqual(
      expect.arrayContaining([
        { variantId: set, quantity: 2, ...at },
        { variantId: cup, quantity: 1, ...at },
      ]),
    );
    await sound();
    const take = (quantity: number) =>
      database().transaction((tx) =>
        doors().take(tx, 'order:whole', [{ variantId: set, locationId: 'warehouse', quantity }], by()),
      );
    expect(await take(3)).toEqual({ kind: 'not-reserved', variantId: set });
    expect(await take(1)).toEqual({ kind: 'taken' });
    const releasePart = (quantity: number) =>
      database().transaction((tx) => doors().releasePart(tx, 'order:whole', [of(set, quantity)], by()));
    expect(await releasePart(2)).toEqual({ kind: 'not-held', variantId: set });
    expect(await releasePart(1)).toEqual({ kind: 'released' });
    expect(await held('order:whole')).toEqual([{ variantId: cup, quantity: 1, ...at }]);
    expect([await free(cup), await free(stool)]).toEqual([4, 4]);
    const back = { variantId: set, locationId: 'store-harbour', onHand: 1, reason: 'returned' };
    await database().transaction((tx) => doors().book(tx, [back, { ...back, variantId: cup }], by()));
    const [stock] = await shop.engine.inventory.stock(shop.command().actor, [cup]);
    expect(stock!.levels.find(({ locationId }) => locationId === 'store-harbour')?.onHand).toBe(3);
    await sound();
  });

  test('[BUN-4] a bundle and its component in one cart do not pass one by one', async () => {
    const cup = await variant(2);
    const pair = await bundle(of(cup, 2));
    expect(await reserve('checkout:both', [of(pair, 1), of(cup, 1)])).toEqual({
      kind: 'not-enough',
      short: [{ variantId: cup, free: 0 }],
    });
    expect(await reserve('checkout:pair', [of(pair, 1)])).toMatchObject({ kind: 'reserved' });
    expect(await told(cup)).toEqual({ class: 'sold-out' });
  });

  test('[BUN-5] a promise of a bundle moves whole to another location', async () => {
    const [cup, stool] = [await variant(4), await variant(2)];
    const set = await bundle(of(cup, 2), of(stool, 1));
    await reserve('order:moving', [of(set, 2)]);
    await put(cup, 'store-harbour', 2);
    await put(stool, 'store-harbour', 1);
    await database().transaction(async (tx) => {
      const stock = await doors().lockStock(tx, [set]);
      expect([...stock.keys()].sort()).toEqual([cup, stool, set].sort());
      const move = { ...of(set, 1), from: 'warehouse', to: 'store-harbour' };
      await doors().moveHeld(tx, 'order:moving', [move], by());
    });
    expect(await held('order:moving')).toEqual(
      expect.arrayContaining([
        { variantId: set, locationId: 'warehouse', quantity: 1, backordered: 0 },
        { variantId: set, locationId: 'store-harbour', quantity: 1, backordered: 0 },
      ]),
    );
    await sound();
  });

  test('[BUN-6] what is owed of a bundle is sent when the last of it has come', async () => {
    const [cup, stool] = [await variant(1, { backorder: true }), await variant(2)];
    const set = await bundle(of(cup, 2), of(stool, 1));
    expect(await told(set)).toEqual({ class: 'backorder' });
    expect(await reserve('order:owed', [of(set, 3)])).toEqual({
      kind: 'not-enough',
      short: [{ variantId: set, free: 2 }],
    });
    await reserve('order:owed', [of(set, 2)]);
    const owed = { variantId: set, locationId: 'warehouse' };
    expect(await held('order:owed')).toEqual([{ ...owed, quantity: 0, backordered: 2 }]);
    expect(await told(set)).toEqual({ class: 'sold-out' });
    await shop.takeEvents();
    await put(cup, 'warehouse', 3);
    expect(await held('order:owed')).toEqual([{ ...owed, quantity: 1, backordered: 1 }]);
    const events = await shop.takeEvents();
    expect(events.find(({ kind }) => kind === 'stock.allocated')?.payload).toMatchObject({
      owners: ['order:owed'],
    });
    // What waits is given up before what could be sent.
    await database().transaction((tx) => doors().releasePart(tx, 'order:owed', [of(set, 1)], by()));
    expect(await held('order:owed')).toEqual([{ ...owed, quantity: 1, backordered: 0 }]);
    expect([await free(cup), await free(stool)]).toEqual([1, 1]);
    await sound();
  });

  test('[BUN-6] before the last of it is out it is preordered, and counts against every limit', async () => {
    const early = await variant(0, { preorder: { shipsFrom: '2026-12-01', limit: 5 } });
    const late = await variant(1, { preorder: { shipsFrom: '2026-12-24' } });
    const firm = await variant(9);
    const set = await bundle(of(early, 2), of(late, 1), of(firm, 1));
    expect(await told(set)).toEqual({ class: 'preorder', shipsFrom: '2026-12-24', left: 2 });
    const [seen] = await shop.engine.inventory.stock(shop.command().actor, [set]);
    expect(seen?.madeOf?.shipsFrom).toBe('2026-12-24');
    expect(await free(set)).toBe(2);
    await reserve('order:early', [of(set, 2)]);
    expect(await told(set)).toEqual({ class: 'sold-out' });
    expect(await told(early)).toMatchObject({ class: 'preorder' });
    const [view] = await shop.engine.inventory.stock(shop.command().actor, [early]);
    expect(view!.preorder).toMatchObject({ preordered: 4 });
    await database().transaction((tx) => doors().release(tx, 'order:early', by()));
    expect(await told(set)).toEqual({ class: 'preorder', shipsFrom: '2026-12-24', left: 2 });
    const before = shop.now;
    await shop.takeEvents();
    shop.now = new Date('2026-12-02T00:00:00.000Z');
    await shop.engine.inventory.tellWhatIsOut();
    const events = (await shop.takeEvents()).filter(({ kind }) => kind === 'stock.class-changed');
    expect(events.flatMap(({ payload }) => payload.variantIds)).toEqual(expect.arrayContaining([early, set]));
    expect(await told(set)).toEqual({ class: 'sold-out' });
    shop.now = before;
    await sound();
  });

  test('[BUN-7] when what is told of a bundle changes with a component, it is told', async () => {
    const [cup, stool] = [await variant(20), await variant(1)];
    const set = await bundle(of(cup, 2), of(stool, 1));
    const changedBy = async (work: () => Promise<unknown>) => {
      await shop.takeEvents();
      await work();
      const events = (await shop.takeEvents()).filter(({ kind }) => kind === 'stock.class-changed');
      return events.flatMap(({ payload }) => payload.variantIds as string[]).sort();
    };
    expect(await changedBy(() => put(stool, 'warehouse', 0))).toEqual([set, stool].sort());
    expect(await changedBy(() => put(cup, 'warehouse', 19))).toEqual([]);
    expect(await changedBy(() => put(stool, 'warehouse', 50))).toEqual([set, stool].sort());
    expect(await changedBy(() => reserve('order:told', [of(cup, 9)]))).toEqual([set]);
    expect(await changedBy(() => reserve('order:told-2', [of(set, 5)]))).toEqual([cup, set].sort());
  });

  test('[BUN-7] [BUN-8] two who bring the last components at once tell of the bundle', async () => {
    const [cup, stool] = [await variant(0), await variant(0)];
    const set = await bundle(of(cup, 1), of(stool, 1));
    await shop.takeEvents();
    await Promise.all([put(cup, 'warehouse', 1), put(stool, 'warehouse', 1)]);
    const events = (await shop.takeEvents()).filter(({ kind }) => kind === 'stock.class-changed');
    expect(events.flatMap(({ payload }) => payload.variantIds)).toContain(set);
  });

  test('[BUN-8] fifty who want bundles and components in opposite order: exact, and none blocks another', async () => {
    const [cup, stool] = [await variant(40), await variant(20)];
    const set = await bundle(of(cup, 2), of(stool, 1));
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, at) => {
        const demand = [of(set, 1), of(cup, 1), of(stool, 1)];
        return reserve(`checkout:crowd-${at}`, at % 2 ? demand : demand.toReversed());
      }),
    );
    // Each takes three cups and two stools.
    expect(outcomes.filter(({ kind }) => kind === 'reserved')).toHaveLength(10);
    expect([await free(cup), await free(stool), await free(set)]).toEqual([10, 0, 0]);
    await sound();
  });

  test('[BUN-8] [RES-6] a component that ran out goes to whoever wants it, and the bundle is not whole any more', async () => {
    const [cup, stool] = [await variant(2), await variant(1)];
    const set = await bundle(of(cup, 2), of(stool, 1));
    await reserve('checkout:slow', [of(set, 1)], { minutes: 15 });
    const before = shop.now;
    shop.now = new Date(before.getTime() + 16 * MINUTE);
    expect(await reserve('order:next', [of(cup, 1)])).toMatchObject({ kind: 'reserved' });
    const { kept } = await database().transaction((tx) =>
      doors().keep(tx, 'checkout:slow', { keeper: 'order:slow', lock: [set], also: sql`null` }),
    );
    expect(kept).toEqual([{ variantId: set, locationId: 'warehouse', quantity: 0, backordered: 0 }]);
    await database().transaction((tx) => doors().release(tx, 'order:slow', by()));
    expect([await free(cup), await free(stool)]).toEqual([1, 1]);
    shop.now = before;
    await sound();
  });

  test('[BUN-8] many bundles and pieces at random: what is promised is there, and the books add up', async () => {
    const parts = [await variant(30), await variant(30), await variant(30)] as const;
    const sets = [
      await bundle(of(parts[0], 2), of(parts[1], 1)),
      await bundle(of(parts[2], 3), of(parts[0], 1)),
      await bundle(of(parts[1], 4)),
    ];
    for (const part of parts) await put(part, 'store-harbour', 7);
    const goods = [...parts, ...sets];
    let seed = 7;
    const next = (below: number) => {
      seed = (seed * 16807) % 2147483647;
      return seed % below;
    };
    const jobs = Array.from({ length: 60 }, (_, at) => {
      const demand = [0, 1].map(() => of(goods[next(goods.length)]!, 1 + next(2)));
      return { owner: `order:random-${at}`, demand, end: next(3) };
    });
    await Promise.all(
      jobs.map(async ({ owner, demand, end }) => {
        const outcome = await reserve(owner, demand);
        if (outcome.kind !== 'reserved') return;
        if (end === 0) await database().transaction((tx) => doors().release(tx, owner, by()));
        if (end === 1) await database().transaction((tx) => doors().take(tx, owner, outcome.parts, by()));
      }),
    );
    await sound();
    const levels = await shop.engine.inventory.stock(shop.command().actor, [...parts]);
    for (const { levels: own } of levels)
      for (const { onHand, reserved } of own) expect(onHand).toBeGreaterThanOrEqual(reserved);
  });

  test('[BUN-1] the database takes no component for a bundle that is there', async () => {
    const [cup, stool] = [await variant(4), await variant(4)];
    const set = await bundle(of(cup, 2));
    await expect(
      database().execute('insert into inventory_component values ($1, $2, 1, 1)', [set, stool]),
    ).rejects.toThrow('never changes');
  });

  test('[BUN-4] what a store hands over takes its pieces before what can be sent from elsewhere', async () => {
    const [cup, stool] = [await variant(1), await variant(0)];
    await put(cup, 'store-harbour', 1);
    await put(stool, 'store-harbour', 1);
    const set = await bundle(of(cup, 1), of(stool, 1));
    const outcome = await database().transaction((tx) =>
      doors().reserve(
        tx,
        {
          owner: 'order:both',
          channel: 'online',
          parts: [
            { demand: [of(cup, 1)], locations: ['store-harbour', 'warehouse'] },
            { demand: [of(set, 1)], locations: ['store-harbour'], inStore: true },
          ],
        },
        by(),
      ),
    );
    expect(outcome.kind).toBe('reserved');
    await sound();
  });
});
