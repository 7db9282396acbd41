import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openTestShop, type TestShop } from '../testing/test-shop.ts';

describeOnEachEngine('stores', { migrations: [commerceMigrations] }, (open) => {
  let shop: TestShop;
  let stores: TestShop['engine']['stores'];

  beforeAll(async () => {
    shop = await openTestShop(open());
    ({ stores } = shop.engine);
  });

  beforeEach(async () => {
    await shop.takeEvents();
  });

  test('[STORE-1] [STORE-2] channels keep the order of locales, currencies and locations', async () => {
    const phone = {
      id: 'phone',
      kind: 'call-centre',
      name: 'Telephone',
      locales: ['de', 'en'],
      currencies: ['GBP', 'EUR'],
      country: 'GB',
      taxDisplay: 'exclusive',
      locations: ['store-north', 'warehouse'],
    } as const;
    expect(await stores.importChannels(shop.command(), [phone])).toEqual([{ id: 'phone', kind: 'created' }]);
    expect(await stores.channel('phone')).toEqual(phone);
    expect((await shop.engine.channels()).map(({ id }) => id)).toEqual(['online', 'harbour', 'phone']);
  });

  test('[STORE-2] a channel cannot sell from a place that does not exist', async () => {
    const online = await stores.channel('online');
    const wrong = [{ ...online, locations: ['warehouse', 'moon'] }];
    await expect(stores.importChannels(shop.command(), wrong)).rejects.toThrow(
      'Channel "online" sells from "moon", which does not exist. Locations: warehouse, store-harbour, store-north.',
    );
    expect(await stores.channel('online')).toEqual(online);
  });

  test('[STORE-3] [STORE-4] the same again changes nothing, a change is told', async () => {
    const locations = await stores.locations();
    const again = await stores.importLocations(shop.command(), locations);
    expect(again.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(await shop.takeEvents()).toEqual([]);
    const harbour = {
      ...locations[1]!,
      address: { street: 'Kai 1', postalCode: '24103', city: 'Kiel', country: 'DE' },
      openingHours: { monday: [{ from: '09:00', to: '18:30' }] },
    };
    expect(await stores.importLocations(shop.command(), [harbour])).toEqual([
      { id: 'store-harbour', kind: 'changed' },
    ]);
    expect(await shop.takeEvents()).toEqual([
      { kind: 'location.changed', payload: { locationIds: ['store-harbour'] } },
    ]);
    expect((await stores.locations())[1]).toEqual(harbour);
  });

  test('[STORE-5] what is wrong is refused with its place', async () => {
    const online = await stores.channel('online');
    const wrong = { ...online, locales: ['english!'], currencies: [], country: 'Germany' };
    await expect(stores.importChannels(shop.command(), [wrong])).rejects.toMatchObject({
      code: 'bad_input',
      fields: [
        { path: 'locales.0', problem: 'expected a BCP 47 language tag such as "en" or "de-AT"' },
        { path: 'currencies' },
        { path: 'country', problem: 'expected an ISO 3166 code such as "DE"' },
      ],
    });
    const [warehouse] = await stores.locations();
    const late = { ...warehouse!, openingHours: { sunday: [{ from: '18:00', to: '09:00' }] } };
    await expect(stores.importLocations(shop.command(), [late])).rejects.toThrow('closing time after');
  });

  test('[STORE-6] a part of a channel is changed and the rest stays; the audit log tells what it was', async () => {
    const before = await stores.channel('online');
    const change = { id: 'online', patch: { name: 'Web', locations: ['store-north', 'warehouse'] } };
    const after = { ...before, ...change.patch };
    expect(await stores.changeChannel(shop.command(), change)).toEqual({ kind: 'changed', channel: after });
    expect(await stores.channel('online')).toEqual(after);
    expect(await shop.takeEvents()).toEqual([
      { kind: 'channel.changed', payload: { channelIds: ['online'] } },
    ]);
    expect(await stores.changeChannel(shop.command(), change)).toMatchObject({ kind: 'unchanged' });
    expect(await shop.takeEvents()).toEqual([]);
    const system = { kind: 'system', reason: 'test' } as const;
    const { entries } = await shop.engine.identity.auditLog(system, { subject: 'channel:online' });
    expect(entries).toMatchObject([
      {
        action: 'stores.changeChannel',
        detail: { name: 'Web', nameBefore: before.name, locationsBefore: before.locations },
      },
    ]);
  });

  test('[STORE-6] what a channel cannot be is refused at its field', async () => {
    const change = (patch: object) => stores.changeChannel(shop.command(), { id: 'online', patch });
    await expect(change({ locations: ['moon'] })).rejects.toMatchObject({
      code: 'bad_input',
      fields: [{ path: 'patch.locations', problem: expect.stringContaining('got "moon"') }],
    });
    await expect(change({ name: ' ' })).rejects.toMatchObject({ fields: [{ path: 'patch.name' }] });
    await expect(change({})).rejects.toMatchObject({ fields: [{ path: 'patch' }] });
    await expect(
      stores.changeChannel(shop.command(), { id: 'moon', patch: { name: 'Moon' } }),
    ).rejects.toMatchObject({ code: 'unknown_channel' });
  });
});
