import { expect, test } from 'vitest';
import { priceLabel } from './price-label.ts';

const said = (price: string, currency: string) =>
  priceLabel(
    price,
    { currency, locale: 'en' },
    (key, values) => `${key} ${Object.values(values ?? {}).join(' ')}`,
  );

test('a step is written in the minor units that money is counted in', () => {
  expect(said('2000-5000', 'EUR')).toBe('price-between €20 €50');
  expect(said('-2050', 'EUR')).toBe('price-below €20.50');
  expect(said('200000-', 'HUF').replaceAll('\u00a0', ' ')).toBe('price-above HUF 2,000');
  expect(said('-2000', 'JPY')).toBe('price-below ¥2,000');
});
