import { previewTax, type TaxTable } from '@vitrine/commerce-engine/client';
import { expect, test } from 'vitest';
import { tableWith } from './draft-rate.ts';

const austria = { id: 'at', name: 'Austria', country: 'AT' };
const table: TaxTable = {
  classes: [{ id: 'standard', name: 'Standard rate' }],
  zones: [austria, { id: 'de', name: 'Germany', country: 'DE' }],
  rates: [
    {
      ...{ id: 'at-vat', zone: 'at', class: 'standard', name: 'VAT', rate: '20', jurisdiction: 'AT' },
      ...{ compound: false, order: 0, to: new Date('2020-01-01') },
    },
  ],
} as never;
const draft = { class: 'standard', name: 'VAT', rate: '21.5' };
const taxIn = (zone: TaxTable['zones'][number]) =>
  previewTax(tableWith(table, zone, draft), {
    ...{ place: { country: zone.country }, taxClass: 'standard', at: new Date('2030-01-01') },
    ...{ amount: 10_000, currency: 'EUR', prices: 'exclusive' as const },
  }).tax;

test('[TAX-30] an example of a rate is taxed with it alone, in a place that is known or new, whatever held there', () => {
  expect(taxIn(austria)).toBe(2150);
  expect(taxIn({ id: 'draft', name: 'Norway', country: 'NO' })).toBe(2150);
});
