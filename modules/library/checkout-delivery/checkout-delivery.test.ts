import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';
import { promiseText } from './promise-text.ts';

const module = moduleById(library, 'checkout-delivery');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'checkout-delivery' })).toEqual([]);
});

test('ways are told with price and date', () => {
  const html = renderPreset(module, 'Ways').replaceAll('\u00a0', ' ');
  expect(html).toContain('Arrives between Tue, December 1 and Thu, December 3');
  expect(html).toContain('€4.90');
  expect(html).toContain('Free');
});

test('what comes by e-mail promises no day: a gift card says itself when it is mailed', () => {
  const option = {
    methodId: 'mail',
    name: 'By e-mail',
    price: { amount: 0, currency: 'EUR' },
    hasSlots: false,
    promise: { earliest: '2026-12-01', latest: '2026-12-01' },
  } as const;
  const t = (key: string) => key;
  expect(promiseText({ ...option, kind: 'electronic' }, { locale: 'en', t })).toBe('');
  expect(promiseText({ ...option, kind: 'ship' }, { locale: 'en', t })).toBe('on');
});

test('times of a store are told by its own clock, day by day', () => {
  const html = renderPreset(module, 'Picked up', { locale: 'de' });
  expect(html).toContain('<optgroup label="Dienstag, 1. Dezember">');
  expect(html).toMatch(/<option value="2026-12-01T09:00:00.000Z" selected="">10:00 – 10:30</);
});

test('without a time that is free it is said what to do', () => {
  expect(renderPreset(module, 'No time is free')).toContain('No times are free at this store.');
});

test('before there is an address it is asked for', () => {
  expect(renderPreset(module, 'Without an address')).toContain('Enter your address');
});

test('ways of one country are not offered to whoever chose another one', () => {
  const html = renderPreset(module, 'In another country');
  expect(html).toContain('Enter your address');
  expect(html).not.toContain('value="parcel"');
  expect(html).toContain('value="pickup"');
});

test('the way that took the place of one of another country is the chosen one', () => {
  const html = renderPreset(module, 'Abroad');
  expect(html).toMatch(/<input(?=[^>]* value="parcel-abroad")[^>]* checked=""/);
});
