import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { testVariant } from '../testing/filled-shop.ts';
import { openTestShop, type TestShop } from '../testing/test-shop.ts';
import type { DeliveryMethodInput } from './delivery-input.ts';

const time = { minDays: 1, maxDays: 3, days: 'business', cutOff: '14:00' } as const;
const free = [{ currency: 'EUR', tiers: [{ price: 0 }] }];
const METHODS: readonly DeliveryMethodInput[] = [
  {
    id: 'standard',
    kind: 'ship',
    name: { en: 'Standard', de: 'Standardversand' },
    zones: [{ country: 'DE', except: [{ kind: 'prefix', prefix: '27498' }] }],
    prices: [
      { currency: 'EUR', freeFrom: 5_000, tiers: [{ price: 490 }, { fromWeight: 2_000, price: 990 }] },
    ],
    time,
  },
  {
    id: 'in-store',
    kind: 'pickup',
    name: { en: 'Pick up in store' },
    prices: free,
    time: { ...time, minDays: 0, maxDays: 0 },
    slots: { minLeadDays: 0, maxLeadDays: 3, interval: 60, capacity: 5 },
    slotsByStore: { 'store-north': { minLeadDays: 1, maxLeadDays: 2, interval: 30, capacity: 1 } },
  },
  {
    id: 'curbside',
    kind: 'pickup',
    name: { en: 'Curbside' },
    stores: ['store-north'],
    prices: free,
    time: { ...time, minDays: 0, maxDays: 0 },
  },
  {
    id: 'e-mail',
    kind: 'electronic',
    name: { en: 'By e-mail' },
    prices: free,
    time: { minDays: 0, maxDays: 0, days: 'calendar' },
  },
];

describeOnEachEngine('delivery', { migrations: [commerceMigrations] }, (open) => {
  let shop: TestShop;
  let delivery: TestShop['engine']['delivery'];
  let jar: { readonly variantId: string; readonly productId: string };

  beforeAll(async () => {
    shop = await openTestShop(open());
    ({ delivery } = shop.engine);
    const [, harbour] = await shop.engine.stores.locations();
    await shop.engine.stores.importLocations(shop.command(), [
      { ...harbour!, openingHours: { monday: [{ from: '09:00', to: '18:00' }] } },
    ]);
    await shop.engine.catalog.importProducts(shop.command(), [
      {
        handle: 'jar',
        name: { en: 'Jar' },
        variants: [
          {
            ...testVariant({}, { EUR: 1_500 }, 20),
            weight: 900,
            stock: { warehouse: 20, 'store-harbour': 2 },
          },
        ],
      },
    ]);
    const [product] = await shop.engine.catalog.productsBySlug(shop.en, ['jar']);
    jar = { productId: product!.id, variantId: product!.variantIds[0]! };
    await delivery.importDeliveryMethods(shop.command(), METHODS);
  });

  // A Monday, ten o'clock in Berlin.
  beforeEach(async () => {
    shop.now = new Date('2026-11-23T09:00:00.000Z');
    await shop.takeEvents();
  });

  const ask = (quantity: number, subtotal = quantity * 1_500) => ({
    place: { country: 'DE', postalCode: '24103' },
    subtotal,
    lines: [{ id: 'line', variantId: jar.variantId, quantity }],
  });
  const slotAt = (startsAt: string) => ({ methodId: 'in-store', storeId: 'store-harbour', startsAt });
  const take = (orderId: string, startsAt: string) =>
    open().transaction((tx) => delivery.inTransaction.takeSlot(tx, { ...slotAt(startsAt), orderId }));
  const giveBack = (orderId: string) =>
    open().transaction((tx) => delivery.inTransaction.giveBackSlot(tx, orderId));
  const freeAt = async (startsAt: string) => {
    const slots = await delivery.slots({ methodId: 'in-store', storeId: 'store-harbour' });
    return slots!.find((slot) => slot.startsAt === startsAt)?.free ?? 0;
  };

  test('[DELIV-1] [DELIV-3] a shopper is offered what fits, in their language, and stores that have everything', async () => {
    const { offered, refused } = await delivery.options(shop.de, ask(2));
    expect(offered).toEqual([
      {
        methodId: 'standard',
        kind: 'ship',
        name: 'Standardversand',
        price: { amount: 490, currency: 'EUR' },
        promise: { earliest: '2026-11-24', latest: '2026-11-26' },
      },
      {
        methodId: 'in-store',
        kind: 'pickup',
        name: 'Pick up in store',
        price: { amount: 0, currency: 'EUR' },
        promise: { earliest: '2026-11-23', latest: '2026-11-23' },
        stores: [
          { storeId: 'store-harbour', name: 'Harbour', city: 'Kiel', available: true },
          { storeId: 'store-north', name: 'North', city: 'Flensburg', available: false },
        ],
      },
    ]);
    expect(refused).toEqual([
      { methodId: 'curbside', reason: 'no-store' },
      { methodId: 'e-mail', reason: 'not-for-lines', lineIds: ['line'] },
    ]);
    const three = await delivery.options(shop.de, ask(3));
    expect(three.offered.map(({ methodId, price }) => [methodId, price.amount])).toEqual([['standard', 990]]);
    const rich = await delivery.options(shop.de, ask(1, 5_000));
    expect(rich.offered[0]!.price.amount).toBe(0);
  });

  test('[DELIV-1] pounds have no prices, and an unknown channel no methods', async () => {
    const { offered, refused } = await delivery.options({ ...shop.en, currency: 'GBP' }, ask(1));
    expect([offered, refused[0]]).toEqual([[], { methodId: 'standard', reason: 'no-price' }]);
    await expect(delivery.options({ ...shop.en, channel: 'moon' }, ask(1))).rejects.toMatchObject({
      code: 'unknown_channel',
    });
  });

  test('[DELIV-3] a product is delivered as it was said', async () => {
    const { productId } = jar;
    const said = [{ productId, ship: false, pickup: false, electronic: true }];
    expect(await delivery.setProductDelivery(shop.command(), said)).toEqual({ changed: 1 });
    expect(await delivery.setProductDelivery(shop.command(), said)).toEqual({ changed: 0 });
    const { offered } = await delivery.options(shop.en, ask(1));
    expect(offered.map(({ methodId }) => methodId)).toEqual(['e-mail']);
    const usual = [{ productId, ship: true, pickup: true, electronic: false }];
    await delivery.setProductDelivery(shop.command(), usual);
    expect((await shop.takeEvents()).map(({ payload }) => payload)).toEqual([
      { productIds: [productId] },
      { productIds: [productId] },
    ]);
  });

  test('[DELIV-7] a channel delivers by its own clocks and holidays', async () => {
    const promise = async () => (await delivery.options(shop.en, ask(1))).offered[0]!.promise;
    shop.now = new Date('2026-11-23T13:30:00.000Z');
    expect(await promise()).toEqual({ earliest: '2026-11-25', latest: '2026-11-27' });
    const settings = { channel: 'online', timeZone: 'UTC', holidays: ['2026-11-24'] };
    await delivery.setChannelDelivery(shop.command(), settings);
    expect(await promise()).toEqual({ earliest: '2026-11-25', latest: '2026-11-27' });
    await delivery.setChannelDelivery(shop.command(), { ...settings, holidays: [] });
    expect(await promise()).toEqual({ earliest: '2026-11-24', latest: '2026-11-26' });
    await delivery.setChannelDelivery(shop.command(), {
      ...settings,
      timeZone: 'Europe/Berlin',
      holidays: [],
    });
    const wrong = { ...settings, timeZone: 'Mars/Olympus' };
    await expect(delivery.setChannelDelivery(shop.command(), wrong)).rejects.toThrow('a time zone such as');
  });

  test('[DELIV-9] each store has its slots; a method without slots has none', async () => {
    const harbour = await delivery.slots({ methodId: 'in-store', storeId: 'store-harbour' });
    expect(harbour!.map(({ startsAt }) => startsAt)).toEqual(
      [9, 10, 11, 12, 13, 14, 15, 16].map((hour) => `2026-11-23T${String(hour).padStart(2, '0')}:00:00.000Z`),
    );
    const north = await delivery.slots({ methodId: 'in-store', storeId: 'store-north' });
    expect(north).toHaveLength(96);
    expect(north![0]).toEqual({
      startsAt: '2026-11-23T23:00:00.000Z',
      endsAt: '2026-11-23T23:30:00.000Z',
      free: 1,
    });
    const none = [
      { methodId: 'curbside', storeId: 'store-north' },
      { methodId: 'in-store', storeId: 'warehouse' },
      { methodId: 'standard', storeId: 'store-north' },
    ];
    expect(await Promise.all(none.map((each) => delivery.slots(each)))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('[DELIV-13] twenty at once for a slot of five are five', async () => {
    const at = '2026-11-23T10:00:00.000Z';
    const orders = Array.from({ length: 20 }, (_, index) => `crowd-${index}`);
    const outcomes = await Promise.all(orders.map((order) => take(order, at)));
    expect(outcomes.filter(({ kind }) => kind === 'taken')).toHaveLength(5);
    expect(outcomes.filter(({ kind }) => kind === 'full')).toHaveLength(15);
    expect(await freeAt(at)).toBe(0);
  });

  test('[DELIV-13] an order holds one slot, asks again without harm, and keeps it when another is full', async () => {
    const [first, second, full] = [12, 13, 10].map((hour) => `2026-11-23T${hour}:00:00.000Z`);
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map((order) => take(`full-${order}`, full!)));
    expect(await take('mover', first!)).toEqual({ kind: 'taken' });
    expect(await Promise.all([take('mover', first!), take('mover', first!)])).toEqual([
      { kind: 'taken' },
      { kind: 'taken' },
    ]);
    expect(await freeAt(first!)).toBe(4);
    expect(await take('mover', full!)).toEqual({ kind: 'full' });
    expect(await freeAt(first!)).toBe(4);
    expect(await take('mover', second!)).toEqual({ kind: 'taken' });
    expect([await freeAt(first!), await freeAt(second!)]).toEqual([5, 4]);
  });

  test('[DELIV-14] what is given back can be taken again, once', async () => {
    const at = '2026-11-23T15:00:00.000Z';
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map((order) => take(`back-${order}`, at)));
    expect(await take('late', at)).toEqual({ kind: 'full' });
    expect([await giveBack('back-a'), await giveBack('back-a'), await giveBack('nobody')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await take('late', at)).toEqual({ kind: 'taken' });
    expect(await freeAt(at)).toBe(0);
  });

  test('[DELIV-14] what is over, too far away or no slot cannot be taken', async () => {
    const times = [
      '2026-11-23T08:00:00.000Z',
      '2026-11-30T10:00:00.000Z',
      '2026-11-23T11:15:00.000Z',
      'soon',
    ];
    expect(await Promise.all(times.map((at, index) => take(`never-${index}`, at)))).toEqual(
      times.map(() => ({ kind: 'no-such-slot' })),
    );
  });

  test('[DELIV-13] a transaction that fails leaves the slot free', async () => {
    const at = '2026-11-23T16:00:00.000Z';
    const failing = open().transaction(async (tx) => {
      await delivery.inTransaction.takeSlot(tx, { ...slotAt(at), orderId: 'failed' });
      throw new Error('card declined');
    });
    await expect(failing).rejects.toThrow('card declined');
    expect(await freeAt(at)).toBe(5);
  });

  test('[DELIV-15] the same methods again change nothing; a retired one is not offered', async () => {
    const again = await delivery.importDeliveryMethods(shop.command(), METHODS);
    expect(again.map(({ kind }) => kind)).toEqual(METHODS.map(() => 'unchanged'));
    expect(await shop.takeEvents()).toEqual([]);
    const [standard] = METHODS;
    await delivery.importDeliveryMethods(shop.command(), [{ ...standard!, retired: true }]);
    expect(await shop.takeEvents()).toEqual([
      { kind: 'delivery.changed', payload: { methodIds: ['standard'] } },
    ]);
    const { offered, refused } = await delivery.options(shop.en, ask(1));
    expect([...offered, ...refused].map(({ methodId }) => methodId)).not.toContain('standard');
    await delivery.importDeliveryMethods(shop.command(), [standard!]);
    expect((await delivery.methods()).map(({ id }) => id)).toEqual(METHODS.map(({ id }) => id));
  });

  test('[DELIV-15] what is wrong is refused with its place', async () => {
    const [standard, inStore] = METHODS;
    const stores = [{ ...inStore!, stores: ['moon'] }];
    await expect(delivery.importDeliveryMethods(shop.command(), stores)).rejects.toMatchObject({
      code: 'unknown_location',
    });
    const wrong = [{ ...standard!, time: { ...time, minDays: 4 }, prices: [] }];
    await expect(delivery.importDeliveryMethods(shop.command(), wrong)).rejects.toMatchObject({
      code: 'bad_input',
      fields: [
        { path: '0.prices' },
        { path: '0.time.maxDays', problem: 'expected at most as many days as at least, or more' },
      ],
    });
    const slots = [{ ...standard!, slots: inStore!.slots! }];
    await expect(delivery.importDeliveryMethods(shop.command(), slots)).rejects.toThrow('only for pickup');
    const guest = { actor: { kind: 'guest' }, idempotencyKey: 'guest' } as const;
    await expect(delivery.importDeliveryMethods(guest, METHODS)).rejects.toMatchObject({
      code: 'not_allowed',
    });
  });

  test('[DELIV-16] options can be asked inside a transaction', async () => {
    await delivery.importDeliveryMethods(shop.command(), [{ ...METHODS[3]!, name: { en: 'E-mail' } }]);
    const inside = await open().transaction((tx) => delivery.options(shop.en, ask(1), { on: tx }));
    expect(inside.offered.map(({ methodId }) => methodId)).toEqual(['standard', 'in-store']);
  });
});
