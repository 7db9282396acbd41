import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { equalUnits, type TaxRounding } from './round-tax.rules.ts';
import { document, line, rate } from './sample-document.ts';
import { calculateTax } from './tax.rules.ts';

describe('how tax is rounded', () => {
  test('[TAX-3] half a unit goes away from zero, to the even one, away or towards, for refunds alike', () => {
    const roundedAs = (mode: TaxRounding['mode'], amount: number) =>
      calculateTax(document([line(amount, [rate('10')])], { rounding: { mode, level: 'line' } })).tax;
    const amounts = [5, 15, 14, -5, -15, -14];
    expect(amounts.map((amount) => roundedAs('half-up', amount))).toEqual([1, 2, 1, -1, -2, -1]);
    expect(amounts.map((amount) => roundedAs('half-even', amount))).toEqual([0, 2, 1, 0, -2, -1]);
    expect(amounts.map((amount) => roundedAs('up', amount))).toEqual([1, 2, 2, -1, -2, -2]);
    expect(amounts.map((amount) => roundedAs('down', amount))).toEqual([0, 1, 1, 0, -1, -1]);
  });

  test('[TAX-4] a unit, a line or each rate over the document is rounded once', () => {
    const lines = ['a', 'b'].map((id) => line(333, [rate('5')], { id, quantity: 3 }));
    const taxAt = (level: TaxRounding['level']) =>
      calculateTax(document(lines, { rounding: { mode: 'half-up', level } })).tax;
    expect([taxAt('unit'), taxAt('line'), taxAt('order')]).toEqual([36, 34, 33]);
  });

  test('[TAX-4] units have their own amounts, and must be the line', () => {
    const units = [
      { quantity: 2, amount: 10 },
      { quantity: 1, amount: 9 },
    ];
    const input = document([line(29, [rate('5')], { quantity: 3, units })], {
      rounding: { mode: 'half-up', level: 'unit' },
    });
    expect(calculateTax(input).tax).toBe(2);
    const wrong = document([line(30, [rate('5')], { quantity: 3, units })]);
    expect(() => calculateTax(wrong)).toThrow('Expected the units of line "a" to sum to 30, got 29.');
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -500, max: 500 }), (amount, quantity) => {
        const buckets = equalUnits(amount, quantity);
        expect(sum(buckets.map((bucket) => bucket.quantity * bucket.amount))).toBe(amount);
      }),
    );
  });

  test('[TAX-5] rounded over the document, lines share by largest remainder, then by line id', () => {
    const lines = [
      line(10, [rate('5')], { id: 'b' }),
      line(10, [rate('5')]),
      line(19, [rate('5')], { id: 'c' }),
    ];
    const result = calculateTax(document(lines, { rounding: { mode: 'half-up', level: 'order' } }));
    expect(result.lines.map(({ id, tax }) => [id, tax])).toEqual([
      ['b', 0],
      ['a', 1],
      ['c', 1],
    ]);
  });
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
