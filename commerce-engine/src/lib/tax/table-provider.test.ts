import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TaxTable } from './choose-rates.rules.ts';
import { defaultTaxTables } from './default-tax-tables.ts';
import { fraction } from './fraction.rules.ts';
import { classesOfShipping } from './shipping-tax.rules.ts';
import { quoteFromTable } from './table-provider.ts';
import type { TaxRequest } from './tax-provider.ts';

const { classes = [], zones = [], rates = [] } = defaultTaxTables;
const table: TaxTable = { classes, zones, rates };
const germany = { country: 'DE' };

const anyRequest: fc.Arbitrary<TaxRequest> = fc.record({
  channel: fc.constant('online'),
  currency: fc.constant('EUR'),
  prices: fc.constantFrom('inclusive', 'exclusive'),
  rounding: fc.record({
    mode: fc.constantFrom('half-up', 'half-even', 'up', 'down'),
    level: fc.constantFrom('unit', 'line', 'order'),
  }),
  shipping: fc.constantFrom<TaxRequest['shipping']>(
    { kind: 'as-goods', by: 'highest' },
    { kind: 'as-goods', by: 'proportional' },
    { kind: 'class', class: 'zero' },
  ),
  seller: fc.constant(germany),
  exemptions: fc.constantFrom<TaxRequest['exemptions']>(
    [],
    [{ kind: 'vat-id', vatId: 'FR40303265045' }],
    [{ kind: 'certificate', number: '1', classes: ['reduced'] }],
  ),
  at: fc.constant('2026-11-23T09:00:00.000Z'),
  lines: fc
    .array(
      fc.record({
        kind: fc.constantFrom('product', 'shipping', 'fee'),
        taxClass: fc.constantFrom('standard', 'reduced', 'super-reduced', 'zero', 'exempt'),
        amount: fc.integer({ min: -50_000, max: 50_000 }),
        quantity: fc.integer({ min: 1, max: 9 }),
        place: fc.constantFrom('DE', 'FR', 'US').map((country) => ({ country })),
      }),
      { maxLength: 8 },
    )
    .map((lines) =>
      lines.map(({ kind, taxClass, ...line }, index) => ({
        id: `line-${index}`,
        kind,
        ...line,
        ...(kind !== 'shipping' && { taxClass }),
      })),
    ),
});

describe('what the tables say', () => {
  test('[TAX-2] [TAX-17] a quote adds up, with shipping in parts too', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const quote = quoteFromTable(table, request);
        expect(quote.lines.map(({ id }) => id)).toEqual(request.lines.map(({ id }) => id));
        for (const [index, line] of quote.lines.entries()) {
          const { amount } = request.lines[index]!;
          expect(line.net + line.tax).toBe(line.gross);
          expect(sum(line.parts.map((part) => part.amount))).toBe(line.tax);
          expect(request.prices === 'inclusive' ? line.gross + line.waived : line.net).toBe(amount);
        }
        expect(sum(quote.lines.map(({ gross }) => gross))).toBe(quote.gross);
        expect(sum(quote.rates.map(({ amount }) => amount))).toBe(quote.tax);
      }),
    );
  });

  test('[TAX-17] a charge is taxed by the goods it ships; of nothing it is standard', () => {
    const goods = [
      { taxClass: 'reduced', amount: 3_000 },
      { taxClass: 'standard', amount: 1_000 },
      { taxClass: 'reduced', amount: 2_000 },
    ];
    const percentOf = (taxClass: string) => fraction(taxClass === 'standard' ? 19n : 7n, 100n);
    const charge = { amount: 601, currency: 'EUR' };
    const split = (by: 'highest' | 'proportional', shipped = goods) =>
      classesOfShipping(charge, shipped, { kind: 'as-goods', by }, percentOf);
    expect(split('proportional')).toEqual([
      { taxClass: 'reduced', amount: 501 },
      { taxClass: 'standard', amount: 100 },
    ]);
    expect(split('highest')).toEqual([{ taxClass: 'standard', amount: 601 }]);
    expect(split('proportional', [])).toEqual([{ taxClass: 'standard', amount: 601 }]);
    const given = goods.map((each) => ({ ...each, amount: 0 }));
    expect(split('proportional', given)).toEqual([{ taxClass: 'standard', amount: 601 }]);
    expect(classesOfShipping(charge, goods, { kind: 'class', class: 'zero' }, percentOf)).toEqual([
      { taxClass: 'zero', amount: 601 },
    ]);
  });
});

describe('the tables that come with the shop', () => {
  const percentAt = (country: string, taxClass = 'standard', postalCode?: string) => {
    const line = { id: 'a', kind: 'product', taxClass, amount: 100_000, quantity: 1 } as const;
    const quote = quoteFromTable(table, {
      channel: 'online',
      currency: 'EUR',
      prices: 'exclusive',
      rounding: { mode: 'half-up', level: 'line' },
      shipping: { kind: 'as-goods', by: 'highest' },
      seller: germany,
      exemptions: [],
      at: '2026-11-23T09:00:00.000Z',
      lines: [{ ...line, place: { country, postalCode } }],
    });
    return quote.tax / 1_000;
  };

  test('[TAX-12] every EU country has a standard rate from 15 % on, and reduced ones below it', () => {
    const eu = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');
    for (const country of [...eu, 'GB', 'NO']) {
      expect(percentAt(country), country).toBeGreaterThanOrEqual(15);
      expect(percentAt(country, 'reduced'), country).toBeLessThanOrEqual(percentAt(country));
      expect(percentAt(country, 'second-reduced'), country).toBeLessThanOrEqual(
        percentAt(country, 'reduced'),
      );
      expect(percentAt(country, 'zero'), country).toBe(0);
    }
    expect(['CH', 'DE', 'FI', 'DK', 'US'].map((country) => percentAt(country))).toEqual([
      8.1, 19, 25.5, 25, 0,
    ]);
    expect(['CH', 'DE', 'FR', 'DK'].map((country) => percentAt(country, 'super-reduced'))).toEqual([
      2.6, 7, 2.1, 25,
    ]);
  });

  test('[TAX-11] territories outside the tax area, or with rates of their own, are told apart', () => {
    expect([percentAt('ES', 'standard', '28001'), percentAt('ES', 'standard', '35001')]).toEqual([21, 0]);
    expect([percentAt('PT', 'standard', '1000-001'), percentAt('PT', 'standard', '9500-321')]).toEqual([
      23, 16,
    ]);
    expect([percentAt('FI', 'standard', '00100'), percentAt('FI', 'standard', 'AX-22100')]).toEqual([
      25.5, 25.5,
    ]);
    expect(percentAt('FI', 'standard', '22100')).toBe(0);
    expect(percentAt('DE', 'standard', '78266')).toBe(0);
  });
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
