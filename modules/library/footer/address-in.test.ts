import { expect, test } from 'vitest';
import { addressIn } from './address-in.ts';

const en = { locale: 'en', path: '/' };
const de = { locale: 'de', path: '/de' };

test('a page keeps its path and query below the root of the other language', () => {
  expect(addressIn(de, { here: '/search', query: '?q=wool', current: en })).toBe('/de/search?q=wool');
  expect(addressIn(en, { here: '/de/p/tide-mug', query: '', current: de })).toBe('/p/tide-mug');
  expect(addressIn(de, { here: '/de/cart', query: '', current: de })).toBe('/de/cart');
});

test('a home page leads to a home page, however its address is written', () => {
  expect(addressIn(de, { here: '/', query: '', current: en })).toBe('/de');
  expect(addressIn({ locale: 'de', path: '/de/' }, { here: '/', query: '', current: en })).toBe('/de/');
  expect(addressIn(en, { here: '/de', query: '?preview=1', current: de })).toBe('/?preview=1');
});

test('from a language that is not offered one gets to the other home page', () => {
  expect(addressIn(de, { here: '/fr/cart', query: '', current: undefined })).toBe('/de');
});
