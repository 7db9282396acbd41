import { expect, test } from 'vitest';
import { rateIn, taxNameIn } from './tax-name.rules.ts';

test('[BILL-13] taxes of the shop’s own tables are called as the language calls them, others as they were written', () => {
  expect(taxNameIn('de-AT', 'VAT')).toBe('USt.');
  expect(taxNameIn('de-CH', 'VAT')).toBe('MWST');
  expect(taxNameIn('en', 'VAT')).toBe('VAT');
  expect(taxNameIn('de', 'City tax')).toBe('City tax');
});

test('[BILL-13] a rate is written with the language’s decimal sign', () => {
  expect(rateIn('de', '8.1')).toBe('8,1');
  expect(rateIn('en', '8.875')).toBe('8.875');
});
