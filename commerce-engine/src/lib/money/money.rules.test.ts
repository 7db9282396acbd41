import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateMoney } from './allocate-money.rules.ts';
import { roundForCash } from './cash-rounding.rules.ts';
import { minorUnitDigits } from './currency.rules.ts';
import { decimalText, formatMoney } from './format-money.rules.ts';
import { addMoney, compareMoney, money, multiplyMoney, subtractMoney, sumMoney } from './money.rules.ts';
import { parseMoney } from './parse-money.rules.ts';

const eur = (amount: number) => money(amount, 'EUR');
const amounts = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
const currencies = fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF', 'SEK');
const weights = fc
  .array(fc.oneof(fc.nat(20), fc.nat(Number.MAX_SAFE_INTEGER)), { minLength: 1, maxLength: 12 })
  .filter((all) => all.some((weight) => weight > 0));

describe('arithmetic', () => {
  it('[MONEY-1] refuses fractions and what leaves the safe integers', () => {
    expect(() => money(1.5, 'EUR')).toThrow('Expected a whole number of minor units of EUR');
    expect(() => addMoney(eur(Number.MAX_SAFE_INTEGER), eur(1))).toThrow(RangeError);
    expect(() => multiplyMoney(eur(Number.MAX_SAFE_INTEGER), 2)).toThrow(RangeError);
    expect(() => multiplyMoney(eur(100), 0.5)).toThrow('Expected a whole number of pieces, got 0.5.');
  });

  it('[MONEY-1] never makes a negative zero', () => {
    expect(Object.is(multiplyMoney(eur(-5), 0).amount, 0)).toBe(true);
  });

  it('[MONEY-2] refuses to mix currencies and names both amounts', () => {
    const mixed = 'Cannot add 5 EUR and 7 JPY: convert one of them first.';
    expect(() => addMoney(eur(5), money(7, 'JPY'))).toThrow(mixed);
    expect(() => subtractMoney(eur(5), money(7, 'JPY'))).toThrow('Cannot subtract');
    expect(() => compareMoney(eur(5), money(7, 'JPY'))).toThrow('Cannot compare');
    expect(() => sumMoney([eur(5)], 'JPY')).toThrow('Cannot add');
  });

  it('subtracts what it added', () => {
    const small = fc.integer({ min: -1e12, max: 1e12 });
    fc.assert(
      fc.property(small, small, (a, b) => {
        expect(subtractMoney(addMoney(eur(a), eur(b)), eur(b))).toEqual(eur(a));
      }),
    );
  });

  it('orders amounts by their size', () => {
    expect([eur(3), eur(-1), eur(2)].sort(compareMoney)).toEqual([eur(-1), eur(2), eur(3)]);
  });

  it('[MONEY-3] knows the digits of the minor unit', () => {
    expect(['EUR', 'JPY', 'KWD', 'CLF'].map(minorUnitDigits)).toEqual([2, 0, 3, 4]);
    expect(() => minorUnitDigits('eur')).toThrow('three upper-case letters such as "EUR", got "eur"');
  });
});

describe('allocation', () => {
  it('[MONEY-4] gives the units left over to the largest remainders, earlier first', () => {
    expect(allocateMoney(eur(100), [1, 1, 1])).toEqual([eur(34), eur(33), eur(33)]);
    expect(allocateMoney(eur(-100), [1, 1, 1])).toEqual([eur(-34), eur(-33), eur(-33)]);
    expect(allocateMoney(eur(5), [0, 3, 7])).toEqual([eur(0), eur(2), eur(3)]);
  });

  it('[MONEY-4] sums to the whole for every amount and every weights', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, shares) => {
        const parts = allocateMoney(eur(amount), shares);
        expect(parts.reduce((sum, part) => sum + BigInt(part.amount), 0n)).toBe(BigInt(amount));
      }),
    );
  });

  it('[MONEY-4] keeps every part within one unit of its exact share, and a weight of 0 empty', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, shares) => {
        const total = shares.reduce((sum, weight) => sum + BigInt(weight), 0n);
        allocateMoney(eur(amount), shares).forEach((part, index) => {
          const off = BigInt(part.amount) * total - BigInt(amount) * BigInt(shares[index]!);
          expect(off < total && -off < total).toBe(true);
          expect(shares[index] !== 0 || part.amount === 0).toBe(true);
        });
      }),
    );
  });

  it('[MONEY-4] splits minus x as the negated split of x', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, shares) => {
        const negated = allocateMoney(eur(-amount), shares).map((part) => multiplyMoney(part, -1));
        expect(negated).toEqual(allocateMoney(eur(amount), shares));
      }),
    );
  });

  it('refuses weights that say nothing', () => {
    expect(() => allocateMoney(eur(1), [0, 0])).toThrow('at least one weight above 0, got [0, 0]');
    expect(() => allocateMoney(eur(1), [])).toThrow('at least one weight above 0');
    expect(() => allocateMoney(eur(1), [-1, 2])).toThrow('whole numbers from 0, got -1');
  });
});

describe('text', () => {
  it.each([
    ['1,234.50', 'EUR', 123450],
    ['1234.5', 'EUR', 123450],
    [' 12 ', 'EUR', 1200],
    ['-0.05', 'EUR', -5],
    ['1,000', 'JPY', 1000],
    ['500.00', 'JPY', 500],
    ['1.234', 'KWD', 1234],
    ['+3.', 'EUR', 300],
  ])('[MONEY-5] reads %s %s', (text, currency, amount) => {
    expect(parseMoney(text, currency)).toEqual({ kind: 'money', money: money(amount, currency) });
  });

  it('[MONEY-5] reads the comma as decimal sign when told so', () => {
    expect(parseMoney('1.234,50', 'EUR', { decimalSign: ',' })).toEqual({
      kind: 'money',
      money: eur(123450),
    });
  });

  it.each([
    '',
    'abc',
    '1,23.00',
    '1.234,50',
    '12,34',
    '--5',
    '1e3',
    '.',
    '0x10',
    '٣',
    '12.345',
    '9'.repeat(17),
  ])('[MONEY-5] tells what is wrong with "%s"', (text) => {
    expect(parseMoney(text, 'EUR')).toEqual({ kind: 'problem', problem: expect.stringMatching(/.\.$/) });
  });

  it('[MONEY-6] reads back what it wrote', () => {
    fc.assert(
      fc.property(amounts, currencies, (amount, currency) => {
        const value = money(amount, currency);
        expect(parseMoney(decimalText(value), currency)).toEqual({ kind: 'money', money: value });
      }),
    );
  });

  it('writes as people of the locale do, exactly', () => {
    expect(formatMoney(eur(123450), 'en')).toBe('€1,234.50');
    expect(formatMoney(eur(123450), 'de')).toBe('1.234,50\u00a0€');
    expect(formatMoney(money(1234, 'JPY'), 'en')).toBe('¥1,234');
    expect(formatMoney(eur(Number.MAX_SAFE_INTEGER), 'en')).toBe('€90,071,992,547,409.91');
    expect(formatMoney(eur(-5), 'en')).toBe('-€0.05');
  });
});

describe('cash', () => {
  it.each([
    ['CH', 'CHF', 1002, 1000],
    ['CH', 'CHF', 1003, 1005],
    ['SE', 'SEK', 1050, 1100],
    ['SE', 'SEK', 1049, 1000],
    ['DK', 'DKK', 1025, 1050],
    ['HU', 'HUF', 100249, 100000],
    ['NL', 'EUR', -1002, -1000],
    ['DE', 'EUR', 1003, 1003],
    ['CH', 'EUR', 1003, 1003],
  ])('[MONEY-7] rounds in %s %s %i to %i', (country, currency, total, payable) => {
    expect(roundForCash(money(total, currency), country)).toEqual({
      payable: money(payable, currency),
      difference: money(payable - total, currency),
    });
  });

  it('[MONEY-7] is never further away than half a step', () => {
    const cents = fc.integer({ min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(cents, (amount) => {
        const { payable, difference } = roundForCash(money(amount, 'CHF'), 'CH');
        expect(payable.amount % 5 === 0 && Math.abs(difference.amount) * 2 <= 5).toBe(true);
      }),
    );
  });
});
