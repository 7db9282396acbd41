import type { TaxTable } from '@vitrine/commerce-engine/client';
import { expect, test } from 'vitest';
import { rateRows, validityWords } from './tax-rows.ts';

const rate = { name: 'VAT', jurisdiction: 'DE', compound: false, order: 0 };
const table: TaxTable = {
  classes: [
    { id: 'standard', name: 'Standard rate' },
    { id: 'reduced', name: 'Reduced rate' },
  ],
  zones: [
    { id: 'DE', name: 'Germany', country: 'DE' },
    { id: 'FR', name: 'France', country: 'FR' },
  ],
  rates: [
    { ...rate, id: 'old', zone: 'DE', class: 'standard', rate: '16', to: '2021-01-01T00:00:00.000Z' },
    { ...rate, id: 'reduced', zone: 'DE', class: 'reduced', rate: '7' },
    { ...rate, id: 'now', zone: 'DE', class: 'standard', rate: '19', from: '2021-01-01T00:00:00.000Z' },
    { ...rate, id: 'next', zone: 'DE', class: 'standard', rate: '20', from: '2030-01-01T00:00:00.000Z' },
    { ...rate, id: 'french', zone: 'FR', class: 'standard', rate: '20' },
  ],
};

test('rates of one country are listed: what holds first, then what is to come, then what is over', () => {
  const rows = rateRows(table, 'DE', new Date('2026-06-01T00:00:00Z'));
  expect(rows.map(({ id, state }) => [id, state])).toEqual([
    ['now', 'now'],
    ['reduced', 'now'],
    ['next', 'to-come'],
    ['old', 'over'],
  ]);
  expect(rows[1]).toMatchObject({ zone: 'Germany', className: 'Reduced rate', rate: '7' });
});

test('a rate that ends with a year is told to hold until its last day', () => {
  expect(validityWords({ timeZone: 'UTC', to: '2021-01-01T00:00:00.000Z' })).toMatch(/^Until .*31/);
  expect(validityWords({ timeZone: 'UTC' })).toBe('Always');
});

test('[TAX-30] a rate that was added ends the one before, on days as they begin there', () => {
  const added = {
    ...rate,
    id: 'added',
    zone: 'DE',
    class: 'reduced',
    rate: '8',
    from: '2027-12-31T23:00:00.000Z',
  };
  const rows = rateRows({ ...table, rates: [...table.rates, added] }, 'DE', new Date('2026-06-01T00:00:00Z'));
  const [old, next] = ['reduced', 'added'].map((id) => rows.find((row) => row.id === id)!);
  expect(validityWords(old!)).toMatch(/^Until .*31.*2027/);
  expect(validityWords(next!)).toMatch(/^Since .*2028/);
  expect(next!.state).toBe('to-come');
});
