import { expect, test } from 'vitest';
import { pageInLocale } from './app/page-in-locale.ts';

const entry = (locale: string, path: string, page: string) =>
  ({ channel: 'online', locale, path, target: { kind: 'page', page } }) as const;
const map = {
  locales: ['en', 'de'],
  urls: [
    entry('en', '/order', 'order'),
    entry('de', '/bestellung', 'order'),
    entry('en', '/account/orders', 'orders'),
  ],
};

test('a page is found at its path in the language that was read; what is not known stays', () => {
  expect(pageInLocale('/order', 'de', map)).toBe('/de/bestellung');
  expect(pageInLocale('/order', 'en', map)).toBe('/order');
  expect(pageInLocale('/order', undefined, map)).toBe('/order');
  expect(pageInLocale('/order', 'fr', map)).toBe('/order');
  expect(pageInLocale('/account/orders', 'de', map)).toBe('/account/orders');
  expect(pageInLocale('/nowhere', 'de', map)).toBe('/nowhere');
});
