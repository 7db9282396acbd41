import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DeliveryMethod, type DeliveryQuestion, deliveryOptions } from './delivery.rules.ts';
import { deliveryPrice } from './delivery-price.rules.ts';
import { type DeliveryTime, promiseOf } from './delivery-promise.rules.ts';
import { addDays, localClock } from './local-time.rules.ts';

const calendar = { timeZone: 'Europe/Berlin', holidays: ['2026-12-25'] };
const time: DeliveryTime = { minDays: 1, maxDays: 3, days: 'business', cutOff: '14:00' };
const method = (changes: Partial<DeliveryMethod> = {}): DeliveryMethod => ({
  id: 'standard',
  kind: 'ship',
  name: 'Standard',
  prices: [{ currency: 'EUR', tiers: [{ price: 490 }] }],
  time,
  ...changes,
});
const mug = { id: 'mug', shippable: true, pickupable: true, electronic: false };
const question = (changes: Partial<DeliveryQuestion> = {}): DeliveryQuestion => ({
  place: { country: 'DE', postalCode: '24103' },
  channel: 'online',
  currency: 'EUR',
  subtotal: 5_000,
  weight: 800,
  lines: [mug],
  stores: [
    { storeId: 'harbour', name: 'Harbour', city: 'Kiel', available: true },
    { storeId: 'north', name: 'North', city: 'Flensburg', available: false },
  ],
  calendar,
  at: new Date('2026-11-23T09:00:00.000Z'),
  ...changes,
});
const refusalOf = (wanted: Partial<DeliveryMethod>, asked: Partial<DeliveryQuestion> = {}) =>
  deliveryOptions([method(wanted)], question(asked)).refused[0];

describe('which methods are offered', () => {
  test('[DELIV-1] what can be chosen comes in the order of the methods, what cannot with its reason', () => {
    const methods = [
      method({ id: 'express', prices: [{ currency: 'EUR', tiers: [{ price: 990 }] }] }),
      method({ id: 'till-only', channels: ['harbour'] }),
      method(),
    ];
    expect(deliveryOptions(methods, question())).toEqual({
      offered: [
        {
          methodId: 'express',
          kind: 'ship',
          name: 'Standard',
          price: { amount: 990, currency: 'EUR' },
          promise: { earliest: '2026-11-24', latest: '2026-11-26' },
        },
        {
          methodId: 'standard',
          kind: 'ship',
          name: 'Standard',
          price: { amount: 490, currency: 'EUR' },
          promise: { earliest: '2026-11-24', latest: '2026-11-26' },
        },
      ],
      refused: [{ methodId: 'till-only', reason: 'other-channel' }],
    });
  });

  test('[DELIV-1] a method has its time, its currencies and its heaviest parcel', () => {
    const at = '2026-11-23T09:00:00.000Z';
    expect(refusalOf({ from: '2026-12-01T00:00:00Z' })).toMatchObject({ reason: 'not-now' });
    expect(refusalOf({ to: at })).toMatchObject({ reason: 'not-now' });
    expect(refusalOf({ from: at })).toBeUndefined();
    expect(refusalOf({}, { currency: 'GBP' })).toMatchObject({ reason: 'no-price' });
    expect(refusalOf({ maxWeight: 799 })).toMatchObject({ reason: 'too-heavy', maxWeight: 799 });
    expect(refusalOf({ maxWeight: 800 })).toBeUndefined();
  });

  test('[DELIV-2] shipping reaches its zones, without what they leave out', () => {
    const zones = [
      { country: 'DE', except: [{ kind: 'prefix', prefix: '27498' }] },
      { country: 'GB', postalCodes: [{ kind: 'prefix', prefix: 'EH' }] },
    ] as const;
    const at = (country: string, postalCode?: string) =>
      refusalOf({ zones }, { place: { country, postalCode } })?.reason;
    expect(['24103', '27498', undefined].map((code) => at('DE', code))).toEqual([
      undefined,
      'not-there',
      undefined,
    ]);
    expect([at('GB', 'eh1 1yz'), at('GB', 'SW1A 1AA'), at('FR')]).toEqual([
      undefined,
      'not-there',
      'not-there',
    ]);
    expect(refusalOf({ zones }, { place: undefined })).toMatchObject({ reason: 'needs-address' });
    expect(refusalOf({}, { place: undefined })).toBeUndefined();
  });

  test('[DELIV-3] every line must be one for the method', () => {
    const voucher = { id: 'voucher', shippable: false, pickupable: false, electronic: true };
    const lines = [mug, voucher];
    expect(refusalOf({}, { lines })).toMatchObject({ reason: 'not-for-lines', lineIds: ['voucher'] });
    expect(refusalOf({ kind: 'pickup' }, { lines })).toMatchObject({ lineIds: ['voucher'] });
    expect(refusalOf({ kind: 'electronic' }, { lines })).toMatchObject({ lineIds: ['mug'] });
    expect(refusalOf({ kind: 'electronic' }, { lines: [voucher], place: undefined })).toBeUndefined();
  });

  test('[DELIV-3] pickup names its stores, and needs one that has everything', () => {
    const [curbside] = deliveryOptions([method({ kind: 'pickup' })], question()).offered;
    expect(curbside!.stores!.map(({ storeId, available }) => [storeId, available])).toEqual([
      ['harbour', true],
      ['north', false],
    ]);
    expect(refusalOf({ kind: 'pickup', stores: ['north'] })).toMatchObject({ reason: 'no-store' });
    expect(refusalOf({ kind: 'pickup' }, { stores: [] })).toMatchObject({ reason: 'no-store' });
  });
});

describe('what delivery costs', () => {
  const priceOf = (subtotal: number, weight: number) =>
    deliveryPrice(
      [
        {
          currency: 'EUR',
          freeFrom: 10_000,
          tiers: [
            { price: 490 },
            { fromSubtotal: 5_000, price: 290 },
            { fromWeight: 5_000, price: 990 },
            { fromWeight: 5_000, fromSubtotal: 5_000, price: 790 },
          ],
        },
      ],
      { currency: 'EUR', subtotal, weight },
    )?.amount;

  test('[DELIV-4] the heaviest step reached holds, then the one of the highest subtotal', () => {
    expect([priceOf(0, 0), priceOf(4_999, 4_999), priceOf(5_000, 0)]).toEqual([490, 490, 290]);
    expect([priceOf(0, 5_000), priceOf(5_000, 5_000)]).toEqual([990, 790]);
  });

  test('[DELIV-5] from a subtotal on it is free', () => {
    expect([priceOf(9_999, 9_000), priceOf(10_000, 9_000)]).toEqual([790, 0]);
  });

  test('[DELIV-6] without a price in the currency, or below the first step, it is not offered', () => {
    const tables = [{ currency: 'EUR', tiers: [{ fromSubtotal: 1_000, price: 490 }] }];
    expect(deliveryPrice(tables, { currency: 'EUR', subtotal: 999, weight: 0 })).toBeUndefined();
    expect(deliveryPrice(tables, { currency: 'SEK', subtotal: 5_000, weight: 0 })).toBeUndefined();
  });

  test('[DELIV-4] a larger subtotal never costs more while the steps go down', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(20_000), fc.nat(9_000), (a, b, weight) => {
        const [small, large] = [Math.min(a, b), Math.max(a, b)];
        expect(priceOf(large, weight)!).toBeLessThanOrEqual(priceOf(small, weight)!);
      }),
    );
  });
});

describe('when it will be there', () => {
  const promised = (at: string, changes: Partial<DeliveryTime> = {}) => {
    const { earliest, latest } = promiseOf({ ...time, ...changes }, calendar, new Date(at));
    return [earliest, latest];
  };

  test('[DELIV-7] after the cut-off, on the clocks of the channel, it is handled the next day', () => {
    expect(promised('2026-11-23T13:59:59+01:00')).toEqual(['2026-11-24', '2026-11-26']);
    expect(promised('2026-11-23T14:00:00+01:00')).toEqual(['2026-11-25', '2026-11-27']);
    expect(promised('2026-11-23T23:30:00Z')).toEqual(['2026-11-25', '2026-11-27']);
    expect(promised('2026-11-23T23:30:00Z', { cutOff: undefined })).toEqual(['2026-11-25', '2026-11-27']);
    expect(promised('2026-11-23T14:00:00+01:00', { days: 'calendar' })).toEqual(['2026-11-25', '2026-11-27']);
  });

  test('[DELIV-7] what is not out yet is handled on its day, or on the next one with work', () => {
    const from = (notBefore: string, at = '2026-11-23T13:00:00+01:00') => {
      const { earliest, latest } = promiseOf(time, calendar, new Date(at), notBefore);
      return [earliest, latest];
    };
    expect(from('2026-12-10')).toEqual(['2026-12-11', '2026-12-15']);
    expect(from('2026-12-12')).toEqual(['2026-12-15', '2026-12-17']);
    expect(from('2026-12-10', '2026-12-09T18:00:00+01:00')).toEqual(['2026-12-11', '2026-12-15']);
    expect(from('2026-11-01')).toEqual(promised('2026-11-23T13:00:00+01:00'));
  });

  test('[DELIV-8] business days leave out weekends and holidays', () => {
    expect(promised('2026-11-27T10:00:00+01:00')).toEqual(['2026-11-30', '2026-12-02']);
    expect(promised('2026-11-28T16:00:00+01:00')).toEqual(['2026-12-01', '2026-12-03']);
    expect(promised('2026-12-24T10:00:00+01:00')).toEqual(['2026-12-28', '2026-12-30']);
    expect(promised('2026-12-24T15:00:00+01:00')).toEqual(['2026-12-29', '2026-12-31']);
    expect(promised('2026-11-28T10:00:00+01:00', { days: 'calendar', minDays: 0, maxDays: 0 })).toEqual([
      '2026-11-28',
      '2026-11-28',
    ]);
  });

  test('[DELIV-7] local times and moments go back and forth, but for the hour that is skipped', () => {
    const zones = fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kolkata',
      'Pacific/Auckland',
      'UTC',
    );
    const minutes = fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2030, 0) / 60_000 });
    fc.assert(
      fc.property(zones, minutes, (zone, minute) => {
        const clock = localClock(zone);
        const shown = clock.shownAt(new Date(minute * 60_000));
        const found = clock.instantOf(shown)!;
        expect(clock.shownAt(found)).toEqual(shown);
        expect(minute * 60_000 - found.getTime()).toBeOneOf([0, 3_600_000]);
      }),
    );
    const berlin = localClock('Europe/Berlin');
    expect(berlin.instantOf({ date: '2026-03-29', time: '02:30' })).toBeUndefined();
    expect(berlin.instantOf({ date: '2026-10-25', time: '02:30' })?.toISOString()).toBe(
      '2026-10-25T00:30:00.000Z',
    );
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
  });
});
