import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openTestShop, type TestShop } from '../testing/test-shop.ts';
import type { DeliveryTables } from './delivery.tables.ts';
import type { CreateMethodInput, DeliveryMethodInput } from './delivery-input.ts';

const system = { kind: 'system', reason: 'test' } as const;
const time = { minDays: 1, maxDays: 3, days: 'business' } as const;
const prices = [{ currency: 'EUR', tiers: [{ price: 490 }] }];
const parcel: DeliveryMethodInput = { id: 'parcel', kind: 'ship', name: { en: 'Parcel' }, prices, time };
const inStore: DeliveryMethodInput = { ...parcel, id: 'in-store', kind: 'pickup', name: { en: 'In store' } };

describeOnEachEngine('methods that staff make and change', { migrations: [commerceMigrations] }, (open) => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openTestShop(open());
  });
  beforeEach(async () => {
    await open().tables<DeliveryTables>().deleteFrom('delivery_method').execute();
    await shop.engine.delivery.importDeliveryMethods(shop.command(), [parcel, inStore]);
    await shop.takeEvents();
  });
  const every = () => shop.engine.delivery.everyMethod(system);
  const order = async () => (await every()).map(({ id }) => id);
  const change = (patch: object, version = 1, id = 'parcel') =>
    shop.engine.delivery.changeMethod(shop.command(), { id, version, ...patch });
  const notes = async (id: string) =>
    (await shop.engine.identity.auditLog(system, { subject: `delivery-method:${id}` })).entries;

  test('[DELIV-17] a part of a method is changed and the rest stays; the audit log tells what it was', async () => {
    const cheap = [{ currency: 'EUR', tiers: [{ price: 390 }] }];
    const narrowed = { ...parcel, prices: cheap, channels: ['online'], version: 2 };
    expect(await change({ prices: cheap, channels: ['online'] })).toEqual({
      kind: 'changed',
      method: narrowed,
    });
    expect(await change({ prices: cheap }, 2)).toEqual({ kind: 'unchanged', method: narrowed });
    const { channels: _, ...everywhere } = narrowed;
    const retired = { ...everywhere, retired: true, version: 3 };
    expect(await change({ channels: null, retired: true }, 2)).toEqual({ kind: 'changed', method: retired });
    expect((await shop.engine.delivery.methods()).map(({ id }) => id)).toEqual(['in-store']);
    expect(await every()).toEqual([retired, { ...inStore, version: 1 }]);
    const zones = [{ country: 'DE', postalCodes: [{ kind: 'prefix', prefix: '10' }] }];
    expect(await change({ retired: false, zones, maxWeight: 30_000 }, 3)).toEqual({
      kind: 'changed',
      method: { ...everywhere, zones, maxWeight: 30_000, version: 4 },
    });
    expect((await notes('parcel')).map(({ detail }) => detail)).toMatchObject([
      { maxWeight: 30_000, maxWeightBefore: 'not laid down', retiredBefore: true },
      { channels: 'not laid down', channelsBefore: ['online'], retired: true },
      { prices: cheap, pricesBefore: prices, channelsBefore: 'not laid down' },
    ]);
    expect(await change({}, 1, 'none')).toEqual({ kind: 'no-method' });
  });

  test('[DELIV-17] what somebody else changed meanwhile, an import too, is not overwritten', async () => {
    const both = await Promise.all([change({ maxWeight: 1_000 }), change({ maxWeight: 2_000 })]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['changed', 'changed-meanwhile']);
    await shop.engine.delivery.importDeliveryMethods(shop.command(), [parcel]);
    expect(await change({ maxWeight: 3_000 }, 2)).toEqual({ kind: 'changed-meanwhile', version: 3 });
    expect((await every())[0]).toEqual({ ...parcel, version: 3 });
  });

  test('[DELIV-17] a method is made after all others, and two of one name are two', async () => {
    const { id: _, ...express }: DeliveryMethodInput = { ...parcel, name: { de: 'Schnell & gut' } };
    const create = (input: CreateMethodInput) => shop.engine.delivery.createMethod(shop.command(), input);
    expect(await create(express)).toEqual({ ...express, id: 'schnell-gut', version: 1 });
    expect(await shop.takeEvents()).toEqual([
      { kind: 'delivery.changed', payload: { methodIds: ['schnell-gut'] } },
    ]);
    await create(express);
    expect(await order()).toEqual(['parcel', 'in-store', 'schnell-gut', 'schnell-gut-2']);
    expect(await notes('schnell-gut')).toMatchObject([{ action: 'delivery.createMethod', detail: express }]);
    await expect(create({ ...express, name: {} })).rejects.toMatchObject({ fields: [{ path: 'name' }] });
    await expect(create({ ...express, channels: ['moon'], stores: ['moon'] })).rejects.toThrow(
      'only for pickup',
    );
    const guest = { actor: { kind: 'guest' }, idempotencyKey: 'guest' } as const;
    await expect(shop.engine.delivery.createMethod(guest, express)).rejects.toMatchObject({
      code: 'not_allowed',
    });
  });

  test('[DELIV-17] a method is put to another place, and shoppers see that order', async () => {
    const move = (id: string, place: number) =>
      shop.engine.delivery.moveMethod(shop.command(), { id, place });
    expect(await move('in-store', 0)).toEqual({ kind: 'moved' });
    expect(await order()).toEqual(['in-store', 'parcel']);
    expect((await shop.engine.delivery.methods()).map(({ id }) => id)).toEqual(['in-store', 'parcel']);
    expect(await move('in-store', 0)).toEqual({ kind: 'unchanged' });
    expect(await move('none', 0)).toEqual({ kind: 'no-method' });
    expect(await notes('in-store')).toMatchObject([{ action: 'delivery.moveMethod', detail: { place: 1 } }]);
  });

  test('[DELIV-17] what its kind does not have, and what the shop does not have, is refused at its field', async () => {
    await expect(change({ channels: ['moon'] })).rejects.toMatchObject({ fields: [{ path: 'channels' }] });
    await expect(change({ stores: ['moon'] })).rejects.toMatchObject({ fields: [{ path: 'stores' }] });
    await expect(change({ prices: [] })).rejects.toMatchObject({ fields: [{ path: 'prices' }] });
    await expect(change({ zones: [{ country: 'DE' }] }, 1, 'in-store')).rejects.toThrow('only for shipping');
  });
});
