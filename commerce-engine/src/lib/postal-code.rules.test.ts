import { expect, test } from 'vitest';
import { addressSchema } from './contact-input.ts';
import { postalCodeProblem } from './postal-code.rules.ts';

test.each([
  ['DE', '24103'],
  ['DE', 'D-24103'],
  ['DE', 'DE-24103'],
  ['AT', 'A-1010'],
  ['SE', '114 55'],
  ['SE', '11455'],
  ['NL', '1012 ab'],
  ['NL', '1012AB'],
  ['PT', '1000-001'],
  ['PL', '00001'],
  ['LV', 'LV-1010'],
  ['GB', 'SW1A 1AA'],
  ['GB', 'M1 1AE'],
  ['US', '90210'],
  ['US', '90210-1234'],
  ['CA', 'K1A 0B1'],
  // Nothing is known of these.
  ['IE', 'whatever'],
  ['XX', '1'],
])('[CUST-16] in %s "%s" is a postal code', (country, postalCode) => {
  expect(postalCodeProblem(country, postalCode)).toBeUndefined();
});

test.each([
  ['DE', '2410'],
  ['DE', '241033'],
  ['DE', 'Kiel'],
  ['AT', '24103'],
  ['GB', '12345'],
  ['US', '9021'],
  ['NL', '1012'],
])('[CUST-16] in %s "%s" is none', (country, postalCode) => {
  expect(postalCodeProblem(country, postalCode)).toContain(`expected a postal code of ${country}`);
});

test('[CUST-16] an address tells it at the postal code', () => {
  const address = { name: 'Ada', street: 'Kai 1', postalCode: '2410', city: 'Kiel', country: 'DE' };
  const { error } = addressSchema.safeParse(address);
  expect(error?.issues).toMatchObject([
    { path: ['postalCode'], message: 'expected a postal code of DE, written like "11111"' },
  ]);
  expect(addressSchema.safeParse({ ...address, postalCode: '24103' }).success).toBe(true);
  const there = { ...address, postalCode: '94105', country: 'US', region: 'california' };
  expect(addressSchema.parse(there)).toEqual({ ...there, region: 'CA' });
});
