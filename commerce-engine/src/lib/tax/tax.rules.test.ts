import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  fractionOfPercent,
  multiply,
} from './fraction.rules.ts';
import type { TaxRounding } from './round-tax.rules.ts';
import { anyRounding, document, line, rate } from './sample-document.ts';
import { calculateTax, type TaxInput, type TaxLine } from './tax.rules.ts';
import type { TaxRate } from './tax-rate.rules.ts';

const rates = [
  rate('19'),
  rate('7'),
  rate('0'),
  rate('8.875', { order: 1, jurisdiction: 'US-NY' }),
  rate('9.5', { order: 2, compound: true, jurisdiction: 'CA-QC' }),
  rate('3.3333333', { order: 3, compound: true }),
  rate('0.5', { order: 4, includedInPrice: true }),
];
const anyLine = fc.record({
  amount: fc.integer({ min: -500_000, max: 500_000 }),
  quantity: fc.integer({ min: 1, max: 12 }),
  rates: fc.subarray(rates),
});
const anyDocument: fc.Arbitrary<TaxInput> = fc
  .record({
    prices: fc.constantFrom('inclusive', 'exclusive'),
    rounding: anyRounding,
    lines: fc.array(anyLine, { maxLength: 9 }),
  })
  .map(({ lines, ...rest }) => ({
    currency: 'EUR',
    ...rest,
    lines: lines.map((each, index) => ({ id: `line-${index}`, ...each })),
  }));

describe('what is to be paid in tax', () => {
  test('[TAX-1] an exclusive price gets the tax on top, an inclusive one contains it', () => {
    expect(calculateTax(document([line(10_000, [rate('19')])]))).toEqual({
      currency: 'EUR',
      lines: [
        {
          id: 'a',
          net: 10_000,
          tax: 1_900,
          gross: 11_900,
          waived: 0,
          parts: [{ rateId: 'rate-19', taxable: 10_000, amount: 1_900 }],
        },
      ],
      rates: [
        { rateId: 'rate-19', name: 'VAT', rate: '19', jurisdiction: 'DE', taxable: 10_000, amount: 1_900 },
      ],
      net: 10_000,
      tax: 1_900,
      gross: 11_900,
    });
    const inclusive = document([line(11_900, [rate('19')])], { prices: 'inclusive' });
    expect(calculateTax(inclusive)).toMatchObject({ net: 10_000, tax: 1_900, gross: 11_900 });
  });

  test('[TAX-2] net and tax are the gross amount, for every line, every rate and in total', () => {
    fc.assert(
      fc.property(anyDocument, (input) => {
        const result = calculateTax(input);
        for (const { net, tax, gross, parts } of result.lines) {
          expect(net + tax).toBe(gross);
          expect(sum(parts.map(({ amount }) => amount))).toBe(tax);
        }
        expect(result.net + result.tax).toBe(result.gross);
        expect(sum(result.lines.map(({ tax }) => tax))).toBe(result.tax);
        expect(sum(result.rates.map(({ amount }) => amount))).toBe(result.tax);
        const parts = result.lines.flatMap((each) => each.parts);
        for (const each of result.rates) {
          const own = parts.filter(({ rateId }) => rateId === each.rateId);
          expect(sum(own.map(({ amount }) => amount))).toBe(each.amount);
          expect(sum(own.map(({ taxable }) => taxable))).toBe(each.taxable);
        }
      }),
    );
  });

  test('[TAX-2] an inclusive price stays the gross amount, an exclusive one the net amount', () => {
    const included = fc.subarray(rates.slice(0, 6));
    const plain = anyDocument.chain((input) =>
      included.map((own) => ({ ...input, lines: input.lines.map((each) => ({ ...each, rates: own })) })),
    );
    fc.assert(
      fc.property(plain, (input) => {
        const result = calculateTax(input);
        const kept = result.lines.map(({ net, gross }) => (input.prices === 'inclusive' ? gross : net));
        expect(kept).toEqual(input.lines.map(({ amount }) => amount));
      }),
    );
  });

  test('[TAX-3] what is rounded is within one unit of what fractions say, and exact where they are whole', () => {
    fc.assert(
      fc.property(anyDocument, (input) => {
        const result = calculateTax(input);
        for (const [index, each] of input.lines.entries()) {
          const steps = input.rounding.level === 'unit' ? each.quantity : 1;
          for (const part of result.lines[index]!.parts) {
            const exact = oracle(each, part.rateId, input.prices);
            const gap = add(fraction(BigInt(part.amount), 1n), negate(exact));
            expect(compare(absolute(gap), fraction(BigInt(steps), 1n))).toBeLessThanOrEqual(0);
          }
        }
      }),
    );
  });

  test('[TAX-5] the order of lines and of rates does not matter', () => {
    fc.assert(
      fc.property(anyDocument, fc.infiniteStream(fc.nat()), (input, numbers) => {
        const keys = new Map(input.lines.map(({ id }) => [id, numbers.next().value as number]));
        const shuffled = input.lines
          .toSorted((a, b) => keys.get(a.id)! - keys.get(b.id)!)
          .map((each) => ({ ...each, rates: each.rates.toReversed() }));
        const result = calculateTax(input);
        const other = calculateTax({ ...input, lines: shuffled });
        expect({ ...other, lines: new Set(other.lines) }).toEqual({
          ...result,
          lines: new Set(result.lines),
        });
      }),
    );
  });

  test('[TAX-5] a line in two halves costs the same at level order, and within one unit at level line', () => {
    fc.assert(
      fc.property(anyDocument, fc.integer({ min: -900, max: 900 }), (input, piece) => {
        const halves = input.lines.flatMap((each) => [
          { ...each, id: `${each.id}-1`, amount: piece },
          { ...each, id: `${each.id}-2`, amount: each.amount - piece },
        ]);
        const taxOf = (lines: readonly TaxLine[], level: TaxRounding['level']) =>
          calculateTax({ ...input, lines, rounding: { ...input.rounding, level } }).tax;
        expect(taxOf(halves, 'order')).toBe(taxOf(input.lines, 'order'));
        const charges = sum(input.lines.map((each) => each.rates.length));
        const gap = taxOf(halves, 'line') - taxOf(input.lines, 'line');
        expect(Math.abs(gap)).toBeLessThanOrEqual(charges);
      }),
    );
  });

  test('[TAX-6] giving everything back is the same in negative', () => {
    fc.assert(
      fc.property(anyDocument, (input) => {
        const back = input.lines.map((each) => ({ ...each, amount: -each.amount, quantity: -each.quantity }));
        const { net, tax, gross, lines } = calculateTax(input);
        const refund = calculateTax({ ...input, lines: back });
        expect([refund.net + net, refund.tax + tax, refund.gross + gross]).toEqual([0, 0, 0]);
        expect(refund.lines.map((each, index) => each.gross + lines[index]!.gross)).toEqual(
          lines.map(() => 0),
        );
      }),
    );
  });

  test('[TAX-7] a compound rate is charged on the net amount and the taxes below it', () => {
    const both = [rate('5', { id: 'gst' }), rate('9.5', { id: 'qst', compound: true, order: 1 })];
    expect(calculateTax(document([line(10_000, both)])).lines[0]!.parts).toEqual([
      { rateId: 'gst', taxable: 10_000, amount: 500 },
      { rateId: 'qst', taxable: 10_500, amount: 998 },
    ]);
    const inclusive = document([line(11_498, both)], { prices: 'inclusive' });
    expect(calculateTax(inclusive)).toMatchObject({ net: 10_000, tax: 1_498, gross: 11_498 });
  });

  test('[TAX-7] inclusive and exclusive are inverse where every tax is a whole number', () => {
    const whole = fc.record({
      net: fc.integer({ min: -90, max: 90 }).map((n) => n * 10_000),
      own: fc.subarray([rate('20'), rate('5', { order: 1 }), rate('10', { order: 2, compound: true })]),
    });
    fc.assert(
      fc.property(whole, anyRounding, ({ net, own }, rounding) => {
        const exclusive = calculateTax(document([line(net, own)], { rounding }));
        const inclusive = calculateTax(
          document([line(exclusive.gross, own)], { rounding, prices: 'inclusive' }),
        );
        expect(inclusive).toEqual(exclusive);
      }),
    );
  });

  test('[TAX-8] a price may contain some taxes and not others', () => {
    const mixed = [rate('20', { id: 'vat' }), rate('5', { id: 'levy', includedInPrice: false })];
    const result = calculateTax(document([line(1_200, mixed)], { prices: 'inclusive' }));
    expect(result).toMatchObject({ net: 1_000, tax: 250, gross: 1_250 });
  });

  test('[TAX-9] a waived tax leaves an inclusive price, and never enters an exclusive one', () => {
    const free = [rate('19', { waived: true })];
    const inclusive = calculateTax(document([line(11_900, free)], { prices: 'inclusive' }));
    expect(inclusive).toMatchObject({ net: 10_000, tax: 0, gross: 10_000, rates: [] });
    expect(inclusive.lines[0]).toMatchObject({ waived: 1_900, parts: [] });
    expect(calculateTax(document([line(10_000, free)]))).toMatchObject({ tax: 0, gross: 10_000 });
  });

  test('[TAX-9] waived taxes that are each rounded up never come to more than the price', () => {
    const free = ['19', '25'].map((each) => rate(each, { waived: true }));
    const rounding = { mode: 'up', level: 'line' } as const;
    const { lines } = calculateTax(
      document([line(1, free), line(-1, free, { id: 'b', quantity: -1 })], { prices: 'inclusive', rounding }),
    );
    expect(lines).toMatchObject([
      { gross: 0, waived: 1 },
      { gross: 0, waived: -1 },
    ]);
  });

  test('[TAX-9] without rates nothing is charged; at zero percent the rate is there with nothing', () => {
    const [none, zero] = calculateTax(
      document([line(500, []), line(500, [rate('0')], { id: 'b' })], { prices: 'inclusive' }),
    ).lines;
    expect(none).toMatchObject({ net: 500, tax: 0, gross: 500, parts: [] });
    expect(zero!.parts).toEqual([{ rateId: 'rate-0', taxable: 500, amount: 0 }]);
  });

  test('[TAX-3] what cannot be calculated is refused', () => {
    expect(() => calculateTax(document([line(0.5, [])]))).toThrow('whole minor units');
    expect(() => calculateTax(document([line(1, [rate('7,5')])]))).toThrow('Expected a percentage');
    expect(() => calculateTax(document([line(1, []), line(2, [])]))).toThrow('"a" twice');
    const same = [line(1, [rate('7')]), line(2, [rate('8', { id: 'rate-7' })], { id: 'b' })];
    expect(() => calculateTax(document(same))).toThrow('one rate with the id "rate-7", got 7 % and 8 %');
    expect(() => calculateTax(document([line(1, [rate('7'), rate('7')])]))).toThrow('each rate once');
  });
});

/** What a rate takes of a line, from the definition: no shares, no memory, no rounding. */
function oracle(each: TaxLine, rateId: string, prices: TaxInput['prices']): Fraction {
  const taxOnOne = (wanted: TaxRate): Fraction => {
    const below = wanted.compound ? each.rates.filter(({ order }) => order < wanted.order) : [];
    const base = below.map(taxOnOne).reduce(add, fraction(1n, 1n));
    return multiply(base, fractionOfPercent(wanted.rate));
  };
  const inside = each.rates.filter((own) => own.includedInPrice ?? prices === 'inclusive');
  const priceOfOne = inside.map(taxOnOne).reduce(add, fraction(1n, 1n));
  const net = divide(fraction(BigInt(each.amount), 1n), priceOfOne);
  return multiply(net, taxOnOne(each.rates.find(({ id }) => id === rateId)!));
}

function negate({ numerator, denominator }: Fraction): Fraction {
  return { numerator: -numerator, denominator };
}

function absolute(value: Fraction): Fraction {
  return value.numerator < 0n ? negate(value) : value;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
