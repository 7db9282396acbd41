import { decimalText, money } from '@vitrine/commerce-engine/client';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { amountText, readAmount } from './read-amount.ts';

const cents = (text: string, own: '.' | ',' = '.', currency = 'EUR') => {
  const read = readAmount(text, currency, { own });
  return read.kind === 'money' ? read.money.amount : read.problem;
};

describe('an amount that is typed', () => {
  it.each(['.', ','] as const)('has either decimal sign, whichever is the person’s own (%s)', (own) => {
    expect(['12,50', '12.50', '12,5', '.5', '12', '12.'].map((text) => cents(text, own))).toEqual([
      1250,
      1250,
      1250,
      expect.any(String),
      1200,
      1200,
    ]);
    expect(
      ['1.250,00', '1,250.00', '1 250,00', '1’250.00', '1.250.000', '1,250,000'].map((text) =>
        cents(text, own),
      ),
    ).toEqual([125_000, 125_000, 125_000, 125_000, 125_000_000, 125_000_000]);
  });

  it('may be grouped by the sign that groups where its writer lives', () => {
    expect(cents('1,250', '.')).toBe(125_000);
    expect(cents('1.250', ',')).toBe(125_000);
  });

  it('is refused with both meanings when it has two', () => {
    expect(cents('1.250', '.')).toBe(
      '“1.250” could mean 1250 or 1.25. Write it without a sign for thousands.',
    );
    expect(cents('12,345', ',')).toContain('could mean 12345 or 12,345.');
    expect(cents('1,250', '.', 'KWD')).toContain('could mean 1250 or 1.25.');
  });

  it('has as many decimals as its currency, and is an amount', () => {
    expect(cents('0.125')).toContain('at most 2 decimals');
    expect(cents('1.250', '.', 'KWD')).toBe(1250);
    expect(cents('1,2,3')).toContain('Expected an amount of EUR');
    expect(cents('1.25,000.00')).toContain('Expected an amount of EUR');
    expect(cents('ten')).toContain('Expected an amount of EUR');
  });
});

test('what a field shows is read as the same amount', () => {
  const own = fc.constantFrom('.' as const, ',' as const);
  const currency = fc.constantFrom('EUR', 'JPY', 'KWD');
  fc.assert(
    fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), currency, own, (amount, code, sign) => {
      expect(cents(amountText(money(amount, code), { own: sign }), sign, code)).toBe(amount);
      expect(cents(decimalText(money(amount, code)), '.', code)).toBe(amount);
    }),
  );
});
