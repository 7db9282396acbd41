import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TaxRounding } from './round-tax.rules.ts';
import { anyRounding, document, line, rate } from './sample-document.ts';
import { calculateTax, type TaxInput } from './tax.rules.ts';

describe('figures published by others', () => {
  const taxOf = (amount: number, percent: string, changes: Partial<TaxInput> = {}) =>
    calculateTax(document([line(amount, [rate(percent)])], changes)).tax;

  test('[TAX-3] Maryland 6 %: every part of a cent is a cent (Comptroller of Maryland, bracket table)', () => {
    const up = { rounding: { mode: 'up', level: 'order' } } as const;
    const brackets = [16, 33, 50, 66, 83, 99];
    const cents = Array.from({ length: 99 }, (_, index) => index + 1);
    expect(cents.map((cent) => taxOf(100 + cent, '6', up) - 6)).toEqual(
      cents.map((cent) => brackets.findIndex((last) => cent <= last) + 1),
    );
    expect([taxOf(633, '6', up), taxOf(634, '6', up)]).toEqual([38, 39]);
  });

  test('[TAX-3] Florida 6 % and a county surtax of 0.5 % on 750.50 are 48.79 (Thomson Reuters)', () => {
    const both = [rate('6', { jurisdiction: 'US-FL' }), rate('0.5', { jurisdiction: 'US-FL-county' })];
    const input = document([line(75_050, both)], { rounding: { mode: 'up', level: 'order' } });
    expect(calculateTax(input).tax).toBe(4_879);
  });

  test('[TAX-7] Quebec: 9.5 % on price and GST took what 9.975 % on the price takes (Revenu Québec, 2013)', () => {
    const before = [rate('5', { id: 'gst' }), rate('9.5', { id: 'qst', compound: true, order: 1 })];
    const since = [rate('5', { id: 'gst' }), rate('9.975', { id: 'qst', order: 1 })];
    const amounts = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(amounts, anyRounding, (amount, rounding) => {
        const [old, now] = [before, since].map((own) =>
          calculateTax(document([line(amount, own)], { rounding })),
        );
        expect(old!.tax).toBe(now!.tax);
      }),
    );
  });

  test('[TAX-1] VAT fractions: 1/6 of a price at 20 %, 1/21 at 5 %, 7/47 at 17.5 % (HMRC, VAT Notice 700)', () => {
    const inclusive = { prices: 'inclusive' } as const;
    expect([taxOf(6_000, '20', inclusive), taxOf(2_100, '5', inclusive)]).toEqual([1_000, 100]);
    expect(taxOf(4_700, '17.5', inclusive)).toBe(700);
  });

  test('[TAX-4] twice 17.79 at 21 % are 7.48 by line and 7.47 over the document (Odoo, tests of l10n_be)', () => {
    const lines = ['a', 'b'].map((id) => line(1_779, [rate('21')], { id }));
    const taxAt = (level: TaxRounding['level']) =>
      calculateTax(document(lines, { rounding: { mode: 'half-up', level } })).tax;
    expect([taxAt('line'), taxAt('order')]).toEqual([748, 747]);
  });
});
