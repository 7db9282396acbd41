import type { DeliveryMethodInput } from '@vitrine/commerce-engine/client';
import { expect, test } from 'vitest';
import { begunMethod, draftOfMethod, isIncomplete, methodOf } from './method-draft.ts';
import { postalText, readPostalRules } from './postal-rules.ts';

const channels = ['online', 'harbour'];
const parcel: DeliveryMethodInput = {
  id: 'parcel',
  kind: 'ship',
  name: { en: 'Parcel' },
  channels: ['online'],
  zones: [
    { country: 'AT' },
    {
      country: 'DE',
      postalCodes: [{ kind: 'range', from: '10', to: '14' }],
      cities: ['Berlin', 'Potsdam'],
      except: [{ kind: 'prefix', prefix: '27498' }],
    },
  ],
  maxWeight: 31_500,
  prices: [{ currency: 'EUR', tiers: [{ price: 490 }, { fromWeight: 2_500, price: 990 }], freeFrom: 5_000 }],
  time: { minDays: 1, maxDays: 2, days: 'business', cutOff: '14:00' },
};

test('[DELIV-17] a form that was only opened sends what is there', () => {
  const { id: _, ...parts } = parcel;
  const sent = methodOf(draftOfMethod(parcel, channels), channels);
  expect(sent).toEqual({ ...parts, retired: false, stores: null, slots: null, from: null, to: null });
  const inStore: DeliveryMethodInput = {
    id: 'in-store',
    kind: 'pickup',
    name: { en: 'In store' },
    stores: ['north'],
    prices: [{ currency: 'EUR', tiers: [{ price: 0 }] }],
    time: { minDays: 0, maxDays: 0, days: 'calendar' },
    slots: {
      minLeadDays: 0.25,
      maxLeadDays: 3,
      interval: 30,
      capacity: 4,
      activeHours: { from: '10:00', to: '18:00' },
    },
  };
  expect(methodOf(draftOfMethod(inStore, channels), channels)).toMatchObject({
    channels: null,
    zones: null,
    stores: ['north'],
    slots: inStore.slots,
  });
});

test('a new method is not complete before it has a name and a price', () => {
  const begun = begunMethod({ channels, currency: 'EUR', country: 'DE' });
  const named = { ...begun, name: { en: 'Courier' } };
  const priced = {
    ...named,
    prices: [{ ...begun.prices[0]!, tiers: [{ fromSubtotal: 0, fromKilos: 0, price: 0 }] }],
  };
  expect([begun, named, priced].map(isIncomplete)).toEqual([true, true, false]);
  expect(methodOf(priced, channels)).toMatchObject({
    zones: [{ country: 'DE' }],
    prices: [{ tiers: [{ price: 0 }] }],
  });
});

test('postal codes are written as people write them', () => {
  const span = (from: string, to: string) => ({ kind: 'range', from, to });
  const begin = (prefix: string) => ({ kind: 'prefix', prefix });
  expect(readPostalRules('10115-10999, 80–85; 90 to 91\n99 - 99')).toEqual([
    span('10115', '10999'),
    span('80', '85'),
    span('90', '91'),
    span('99', '99'),
  ]);
  // Codes with a hyphen in them.
  expect(readPostalRules('00-950, 1000-001, LV-1010, SW1A 1, ')).toEqual(
    ['00-950', '1000-001', 'LV-1010', 'SW1A 1'].map(begin),
  );
  expect(
    readPostalRules(
      postalText([
        { kind: 'prefix', prefix: '27498' },
        { kind: 'range', from: '1', to: '2' },
      ]),
    ),
  ).toEqual([begin('27498'), span('1', '2')]);
});
