import fc from 'fast-check';
import type { TaxRounding } from './round-tax.rules.ts';
import type { TaxInput, TaxLine } from './tax.rules.ts';
import type { TaxRate } from './tax-rate.rules.ts';

// Rates, lines and documents for the tests of this room.

export const rate = (percent: string, changes: Partial<TaxRate> = {}): TaxRate => ({
  id: `rate-${percent}`,
  name: 'VAT',
  rate: percent,
  jurisdiction: 'DE',
  compound: false,
  order: 0,
  ...changes,
});
export const line = (amount: number, rates: readonly TaxRate[], changes: Partial<TaxLine> = {}): TaxLine => ({
  id: 'a',
  amount,
  quantity: 1,
  rates,
  ...changes,
});
const byLine = { mode: 'half-up', level: 'line' } as const;
export const document = (lines: readonly TaxLine[], changes: Partial<TaxInput> = {}): TaxInput => ({
  currency: 'EUR',
  prices: 'exclusive',
  rounding: byLine,
  lines,
  ...changes,
});

export const anyRounding: fc.Arbitrary<TaxRounding> = fc.record({
  mode: fc.constantFrom('half-up', 'half-even', 'up', 'down'),
  level: fc.constantFrom('unit', 'line', 'order'),
});
