import { describeOnEachEngine } from '@vitrine/database/testing';
import fc from 'fast-check';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { ProductInput } from '../catalog/product-import.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { type FilledShop, openFilledShop, testVariant } from '../testing/filled-shop.ts';
import { countStatements } from '../testing/test-shop.ts';
import type { PreorderPolicy } from './inventory.rules.ts';

const DAY = '2026-12-12';
/** Midnight in Germany, where the shop's channels are. */
const BEGINS = new Date('2026-12-11T23:00:00.000Z');

describeOnEachEngine('preorders', { migrations: [commerceMigrations] }, (database) => {
  let shop: FilledShop;
  let inventory: FilledShop['engine']['inventory'];
  let made = 0;
  beforeAll(async () => {
    shop = await openFilledShop(database());
    ({ inventory } = shop.engine);
  });
  beforeEach(() => {
    shop.now = new Date('2026-11-23T09:00:00.000Z');
  });

  const by = () => ({ actor: 'system:test', at: shop.now });
  const door = () => inventory.inTransaction;
  async function variant(
    preorder: PreorderPolicy | null,
    { stock = 0, backorder = false }: { stock?: number; backorder?: boolean } = {},
  ): Promise<string> {
    made += 1;
    const handle = `coming-thing-${made}`;
    const variants = [{ ...testVariant({}, { EUR: 1000 }, stock), backorder, preorder }];
    await shop.engine.catalog.importProducts(shop.command(), [{ handle, name: { en: handle }, variants }]);
    return (await shop.variantIds(handle))[0]!;
  }
  const reserve = (owner: string, variantId: string, quantity: number, minutes?: number) =>
    database().transaction((tx) =>
      door().reserve(
        tx,
        {
          owner,
          channel: 'online',
          parts: [{ demand: [{ variantId, quantity }], locations: ['warehouse', 'store-harbour'] }],
          ...(minutes !== undefined && { expiresAt: new Date(shop.now.getTime() + minutes * 60_000) }),
        },
        by(),
      ),
    );
  const release = (owner: string) => database().transaction((tx) => door().release(tx, owner, by()));
  const take = (owner: string, variantId: string, quantity: number) =>
    database().transaction((tx) =>
      door().take(tx, owner, [{ variantId, locationId: 'warehouse', quantity }], by()),
    );
  const arrive = (variantId: string, onHand: number) =>
    inventory.setOnHand(shop.command(), { variantId, locationId: 'warehouse', onHand, reason: 'delivery' });
  const held = (owner: string) => door().held(database(), owner);
  const told = async (variantId: string) => (await inventory.availability(shop.en, [variantId]))[0];
  const orderable = async (variantId: string) => (await inventory.orderable(shop.en, [variantId]))[0];
  const preordered = async (variantId: string) =>
    (await inventory.stock(shop.command().actor, [variantId]))[0]?.preorder?.preordered;
  const sound = async () => {
    expect(await inventory.discrepancies()).toEqual([]);
    expect(await shop.engine.examine()).toEqual([]);
  };

  test('[PRE-1] until its day begins by the clock of the channel it is on preorder, from then on as ever', async () => {
    const id = await variant({ shipsFrom: DAY });
    shop.now = new Date(BEGINS.getTime() - 1);
    expect(await told(id)).toEqual({ variantId: id, class: 'preorder', shipsFrom: DAY });
    expect(await orderable(id)).toMatchObject({ backorder: true });
    shop.now = BEGINS;
    expect(await told(id)).toEqual({ variantId: id, class: 'sold-out' });
    expect(await reserve('checkout:late', id, 1)).toMatchObject({ kind: 'not-enough' });
    await inventory.setPolicy(shop.command(), { variantId: id, backorder: true });
    expect(await told(id)).toEqual({ variantId: id, class: 'backorder' });
    await arrive(id, 3);
    expect(await told(id)).toEqual({ variantId: id, class: 'low-stock', left: 3 });
  });

  test('[INV-8] a preorder in a channel where it is not out is told where it is', async () => {
    const id = await variant({ shipsFrom: DAY }, { stock: 6 });
    const zone = (timeZone: string) =>
      shop.engine.delivery.setChannelDelivery(shop.command(), { channel: 'harbour', timeZone, holidays: [] });
    await zone('Pacific/Honolulu');
    shop.now = BEGINS;
    expect(await told(id)).toMatchObject({ class: 'in-stock' });
    await shop.takeEvents();
    await database().transaction((tx) =>
      door().reserve(
        tx,
        {
          owner: 'order:far',
          channel: 'harbour',
          parts: [{ demand: [{ variantId: id, quantity: 2 }], locations: ['warehouse'] }],
        },
        by(),
      ),
    );
    expect(await told(id)).toMatchObject({ class: 'low-stock', left: 4 });
    const events = (await shop.takeEvents()).filter(({ kind }) => kind === 'stock.class-changed');
    expect(events.flatMap(({ payload }) => payload.variantIds)).toEqual([id]);
    await zone('Europe/Berlin');
  });

  test('[PRE-1] the clock of a channel is its own when it has one', async () => {
    const id = await variant({ shipsFrom: DAY });
    await shop.engine.delivery.setChannelDelivery(shop.command(), {
      channel: 'harbour',
      timeZone: 'Pacific/Honolulu',
      holidays: [],
    });
    shop.now = BEGINS;
    expect(await inventory.availability({ ...shop.en, channel: 'harbour' }, [id])).toMatchObject([
      { class: 'preorder' },
    ]);
    expect(await told(id)).toMatchObject({ class: 'sold-out' });
    await shop.engine.delivery.setChannelDelivery(shop.command(), {
      channel: 'harbour',
      timeZone: 'Europe/Berlin',
      holidays: [],
    });
  });

  test('[PRE-2] so many may be preordered, whether they are there or not; given back they may be again', async () => {
    const id = await variant({ shipsFrom: DAY, limit: 3 }, { stock: 10 });
    expect(await orderable(id)).toEqual({ variantId: id, available: 3, backorder: false });
    expect(await reserve('checkout:a', id, 2)).toMatchObject({
      parts: [{ locationId: 'warehouse', quantity: 2, backordered: 0 }],
    });
    expect(await reserve('checkout:b', id, 2)).toEqual({
      kind: 'not-enough',
      short: [{ variantId: id, free: 1 }],
    });
    expect(await reserve('checkout:b', id, 1)).toMatchObject({ kind: 'reserved' });
    expect(await told(id)).toEqual({ variantId: id, class: 'sold-out' });
    expect(await preordered(id)).toBe(3);
    await release('checkout:a');
    expect([await preordered(id), await told(id)]).toMatchObject([1, { class: 'preorder' }]);
    await sound();
  });

  test('[PRE-2] two who want the last get one promise and one refusal', async () => {
    const id = await variant({ shipsFrom: DAY, limit: 1 });
    const outcomes = await Promise.all(['left', 'right'].map((who) => reserve(`checkout:${who}`, id, 1)));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['not-enough', 'reserved']);
    await sound();
  });

  test('[PRE-2] fifty who want the last ten are ten promises and forty refusals', async () => {
    const id = await variant({ shipsFrom: DAY, limit: 10 }, { stock: 4 });
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, at) => reserve(`checkout:rush-${at}`, id, 1)),
    );
    const kinds = Map.groupBy(outcomes, ({ kind }) => kind);
    expect([kinds.get('reserved')?.length, kinds.get('not-enough')?.length]).toEqual([10, 40]);
    expect(await preordered(id)).toBe(10);
    await sound();
  });

  test('[PRE-2] a checkout that ran out gives its pieces to the next who is short', async () => {
    const id = await variant({ shipsFrom: DAY, limit: 1 });
    await reserve('checkout:slow', id, 1, 15);
    shop.now = new Date(shop.now.getTime() + 16 * 60_000);
    expect(await reserve('checkout:next', id, 1)).toMatchObject({ kind: 'reserved' });
    expect(await preordered(id)).toBe(1);
    await sound();
  });

  test('[PRE-2] what was sent before the day stays counted', async () => {
    const id = await variant({ shipsFrom: DAY, limit: 2 }, { stock: 2 });
    await reserve('order:early', id, 2);
    await take('order:early', id, 1);
    expect([await preordered(id), await told(id)]).toMatchObject([2, { class: 'sold-out' }]);
    const part = [{ variantId: id, quantity: 1 }];
    await database().transaction((tx) => door().releasePart(tx, 'order:early', part, by()));
    expect([await preordered(id), await told(id)]).toMatchObject([1, { class: 'preorder' }]);
    await sound();
  });

  test('[PRE-3] no store has it before its day, whatever lies there', async () => {
    const id = await variant({ shipsFrom: DAY });
    const count = { variantId: id, locationId: 'store-harbour', onHand: 9, reason: 'delivery' };
    await inventory.setOnHand(shop.command(), count);
    expect(await inventory.storeAvailability(shop.en, [id])).toMatchObject([
      [{ class: 'sold-out' }, { class: 'sold-out' }],
    ]);
    shop.now = BEGINS;
    expect(await inventory.storeAvailability(shop.en, [id])).toMatchObject([
      [{ class: 'in-stock' }, { class: 'sold-out' }],
    ]);
  });

  test('[PRE-4] what arrives goes to those who wait, the first first, and to nobody else, also after the day', async () => {
    const id = await variant({ shipsFrom: DAY });
    await reserve('order:first', id, 2);
    shop.now = new Date(shop.now.getTime() + 1000);
    await reserve('order:second', id, 2);
    await arrive(id, 3);
    expect(await held('order:first')).toMatchObject([{ quantity: 2, backordered: 0 }]);
    expect(await held('order:second')).toMatchObject([{ quantity: 1, backordered: 1 }]);
    shop.now = BEGINS;
    expect(await reserve('checkout:other', id, 1)).toMatchObject({ kind: 'not-enough' });
    await arrive(id, 5);
    expect(await held('order:second')).toMatchObject([{ quantity: 2, backordered: 0 }]);
    expect(await told(id)).toMatchObject({ class: 'low-stock', left: 1 });
    await sound();
  });

  test('[PRE-4] a promise that moves to another location stays a preorder', async () => {
    const id = await variant({ shipsFrom: DAY, limit: 5 });
    await reserve('order:moving', id, 3);
    const count = { variantId: id, locationId: 'store-harbour', onHand: 2, reason: 'delivery' };
    await inventory.setOnHand(shop.command(), count);
    const moves = [{ variantId: id, from: 'warehouse', to: 'store-harbour', quantity: 2 }];
    await database().transaction(async (tx) => {
      await door().lockItems(tx, [id]);
      await door().moveHeld(tx, 'order:moving', moves, by());
    });
    expect(await preordered(id)).toBe(3);
    await release('order:moving');
    expect(await preordered(id)).toBe(0);
    await sound();
  });

  test('[PRE-5] a new day or limit counts on; what is taken off and put on again begins with what is held', async () => {
    const id = await variant({ shipsFrom: DAY, limit: 3 }, { stock: 3 });
    await reserve('order:a', id, 2);
    await take('order:a', id, 1);
    await shop.takeEvents();
    const set = (preorder: PreorderPolicy | null) =>
      inventory.setPolicy(shop.command(), { variantId: id, preorder });
    await set({ shipsFrom: '2026-12-20', limit: 1 });
    expect(await shop.takeEvents()).toMatchObject([{ kind: 'stock.class-changed' }]);
    expect([await preordered(id), await told(id)]).toMatchObject([2, { class: 'sold-out' }]);
    expect(await held('order:a')).toMatchObject([{ quantity: 1 }]);
    await set(null);
    expect([await preordered(id), await told(id)]).toMatchObject([undefined, { class: 'low-stock' }]);
    await set({ shipsFrom: DAY, limit: 3 });
    expect([await preordered(id), await told(id)]).toMatchObject([1, { class: 'preorder' }]);
    await sound();
  });

  test('[PRE-11] a day that has begun is refused at its field; what stands there may stay, and an import may say it', async () => {
    const id = await variant({ shipsFrom: DAY, limit: 3 });
    const set = (shipsFrom: string, limit = 3) =>
      inventory.setPolicy(shop.command(), { variantId: id, preorder: { shipsFrom, limit } });
    const refused = { code: 'bad_input', fields: [{ path: 'preorder.shipsFrom' }] };
    await expect(set('2026-11-23')).rejects.toMatchObject(refused);
    await expect(set('2020-01-01')).rejects.toMatchObject(refused);
    expect(await told(id)).toMatchObject({ class: 'preorder', shipsFrom: DAY });
    await set('2026-11-24');
    shop.now = new Date('2026-11-25T09:00:00.000Z');
    await set('2026-11-24', 5);
    await expect(set('2026-11-25')).rejects.toMatchObject(refused);
    expect(await told(await variant({ shipsFrom: '2020-01-01' }, { stock: 9 }))).toMatchObject({
      class: 'in-stock',
    });
    await sound();
  });

  test('[PRE-5] another day after the former has begun is another preorder, without what was sent', async () => {
    const id = await variant({ shipsFrom: DAY, limit: 2 }, { stock: 2 });
    await reserve('order:first-run', id, 2);
    await take('order:first-run', id, 1);
    const before = shop.now;
    shop.now = new Date(BEGINS.getTime() + 24 * 60 * 60_000);
    await inventory.tellWhatIsOut();
    const next = { shipsFrom: '2027-06-01', limit: 2 };
    await inventory.setPolicy(shop.command(), { variantId: id, preorder: next });
    expect([await preordered(id), await told(id)]).toMatchObject([1, { class: 'preorder' }]);
    expect(await reserve('order:second-run', id, 2)).toMatchObject({ kind: 'not-enough' });
    expect(await reserve('order:second-run', id, 1)).toMatchObject({ kind: 'reserved' });
    shop.now = before;
    await sound();
  });

  test('[PRE-5] setting it again to the same is no news, and it stands in the audit log', async () => {
    const id = await variant(null);
    const set = { variantId: id, preorder: { shipsFrom: DAY, limit: 4 } };
    await inventory.setPolicy(shop.command(), set);
    await shop.takeEvents();
    await inventory.setPolicy(shop.command(), set);
    expect(await shop.takeEvents()).toEqual([]);
    const { entries } = await shop.engine.identity.auditLog(shop.command().actor, {
      subject: `variant:${id}`,
    });
    expect(entries[0]).toMatchObject({
      action: 'inventory.setPolicy',
      detail: { preorder: { shipsFrom: DAY, limit: 4 } },
    });
    const bad = { variantId: id, preorder: { shipsFrom: '2026-02-30' } };
    await expect(inventory.setPolicy(shop.command(), bad)).rejects.toThrow('expected a day');
  });

  test('[PRE-6] caches and search are told once when the day begins, wherever it begins later', async () => {
    const id = await variant({ shipsFrom: DAY }, { stock: 9 });
    await shop.engine.delivery.setChannelDelivery(shop.command(), {
      channel: 'harbour',
      timeZone: 'America/New_York',
      holidays: [],
    });
    await inventory.setPolicy(shop.command(), { variantId: id, preorder: { shipsFrom: DAY, limit: 9 } });
    await shop.takeEvents();
    shop.now = new Date(BEGINS.getTime() - 1);
    expect(await inventory.tellWhatIsOut()).toBe(0);
    expect(await shop.takeEvents()).toEqual([]);
    shop.now = BEGINS;
    const told = await Promise.all([inventory.tellWhatIsOut(), inventory.tellWhatIsOut()]);
    expect(told.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(0);
    const events = await shop.takeEvents();
    expect(events.filter(({ payload }) => idsOf(payload).includes(id))).toHaveLength(1);
    shop.now = new Date(BEGINS.getTime() + 6 * 3_600_000);
    await inventory.tellWhatIsOut();
    expect((await shop.takeEvents()).flatMap(({ payload }) => idsOf(payload))).toContain(id);
    expect(await inventory.tellWhatIsOut()).toBe(0);
    await shop.engine.delivery.setChannelDelivery(shop.command(), {
      channel: 'harbour',
      timeZone: 'Europe/Berlin',
      holidays: [],
    });
  });

  test('[PRE-6] a search finds it on preorder before the day and available after it', async () => {
    const product: ProductInput = {
      handle: 'pre-zither',
      name: { en: 'Zither' },
      variants: [{ ...testVariant({}, { EUR: 1000 }, 9), preorder: { shipsFrom: DAY, limit: 9 } }],
    };
    await shop.engine.catalog.importProducts(shop.command(), [product]);
    const facet = async () => {
      const { facets } = await shop.engine.search.search(shop.en, { text: 'zither' });
      return facets.find(({ key }) => key === 'availability')?.values.map(({ key }) => key);
    };
    const filtered = async (value: string) => {
      const query = { text: 'zither', filters: { availability: [value] } };
      return (await shop.engine.search.search(shop.en, query)).total;
    };
    expect(await facet()).toEqual(['preorder']);
    const typed = async (text: string) => (await shop.engine.search.search(shop.en, { text })).total;
    expect([await typed('zither preorder'), await typed('pre-order zither')]).toEqual([1, 1]);
    expect(await typed('preorder')).toBeGreaterThanOrEqual(1);
    expect([await filtered('preorder'), await filtered('available')]).toEqual([1, 0]);
    shop.now = BEGINS;
    await inventory.tellWhatIsOut();
    expect(await facet()).toEqual(['available']);
    expect(await typed('zither preorder')).toBe(0);
    expect([await filtered('preorder'), await filtered('available')]).toEqual([0, 1]);
  });

  test('[PRE-8] staff see what is not out yet, the next first, and nothing of it runs low', async () => {
    const [later, sooner] = [
      await variant({ shipsFrom: '2027-02-01', limit: 9 }),
      await variant({ shipsFrom: '2026-11-24' }),
    ];
    const { actor } = shop.command();
    const ids = await inventory.preorders(actor, { limit: 100 });
    expect(ids.filter((id) => [later, sooner].includes(id))).toEqual([sooner, later]);
    expect((await inventory.stock(actor, [later]))[0]).toMatchObject({
      preorder: { shipsFrom: '2027-02-01', limit: 9, preordered: 0 },
    });
    const low = await inventory.lowStock(actor, { limit: 1000 });
    expect(low.map(({ variantId }) => variantId)).not.toContain(later);
    shop.now = new Date('2026-11-24T09:00:00.000Z');
    expect(await inventory.preorders(actor, { limit: 100 })).not.toContain(sooner);
    await expect(inventory.preorders({ kind: 'guest' }, { limit: 1 })).rejects.toMatchObject({
      code: 'not_allowed',
    });
  });

  test('[PRE-9] an import puts it on preorder, says so, and says nothing of what is so already', async () => {
    const product = (preorder: PreorderPolicy | null | undefined): ProductInput => ({
      handle: 'pre-imported',
      name: { en: 'Imported' },
      variants: [
        { ...testVariant({}, { EUR: 1000 }, 0), sku: 'PRE-1', ...(preorder !== undefined && { preorder }) },
      ],
    });
    const run = async (preorder?: PreorderPolicy | null) =>
      (await shop.engine.catalog.importProducts(shop.command(), [product(preorder)]))[0];
    await run();
    expect(await run({ shipsFrom: DAY, limit: 100 })).toMatchObject({
      changes: [`PRE-1 is on preorder and ships from ${DAY}, at most 100 pieces.`],
    });
    expect(await run({ shipsFrom: DAY, limit: 100 })).toMatchObject({ kind: 'unchanged' });
    expect(await run()).toMatchObject({ kind: 'unchanged' });
    const [id] = await shop.variantIds('pre-imported');
    expect(await told(id!)).toMatchObject({ class: 'preorder', shipsFrom: DAY });
    expect(await run(null)).toMatchObject({ changes: ['PRE-1 is not on preorder any more.'] });
    expect(await told(id!)).toMatchObject({ class: 'sold-out' });
  });

  test('[INV-11] variants on preorder cost no statement more', async () => {
    const ids = [await variant({ shipsFrom: DAY, limit: 3 }), await variant(null, { stock: 3 })];
    await told(ids[0]!);
    const counted = countStatements(database());
    await inventory.sellable(shop.en, ids, { on: counted.on });
    expect(counted.count()).toBe(1);
  });

  test('[PRE-2] [PRE-4] whatever happens, no more are promised than the limit, and what is counted is what is held or was sent', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('reserve' as const), n: fc.integer({ min: 1, max: 4 }) }),
      fc.record({ kind: fc.constant('release' as const), n: fc.nat(9) }),
      fc.record({ kind: fc.constant('part' as const), n: fc.nat(9) }),
      fc.record({ kind: fc.constant('arrive' as const), n: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ kind: fc.constant('send' as const), n: fc.nat(9) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), fc.nat(6), async (steps, limit) => {
        const id = await variant({ shipsFrom: DAY, limit });
        const owners: string[] = [];
        let [sent, there] = [0, 0];
        for (const { kind, n } of steps) {
          const owner = owners[n % Math.max(1, owners.length)];
          if (kind === 'reserve') {
            const next = `order:${id}-${owners.length}`;
            if ((await reserve(next, id, n)).kind === 'reserved') owners.push(next);
          }
          if (kind === 'release' && owner) await release(owner);
          if (kind === 'part' && owner)
            await database().transaction((tx) =>
              door().releasePart(tx, owner, [{ variantId: id, quantity: 1 }], by()),
            );
          if (kind === 'arrive') {
            there += n;
            await arrive(id, there);
          }
          if (kind === 'send' && owner && (await take(owner, id, 1)).kind === 'taken') {
            sent += 1;
            there -= 1;
          }
          const holds = (await Promise.all(owners.map(held))).flat();
          const pieces = holds.reduce((sum, { quantity, backordered }) => sum + quantity + backordered, 0);
          expect(await preordered(id)).toBe(pieces + sent);
          expect(pieces + sent).toBeLessThanOrEqual(limit);
          expect((await orderable(id))?.available).toBe(limit - pieces - sent);
        }
        expect(await inventory.discrepancies()).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });
});

function idsOf({ variantIds }: Readonly<Record<string, unknown>>): readonly string[] {
  return Array.isArray(variantIds) ? variantIds : [];
}
