import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareIban, ibanInGroups, isIban } from './iban.rules.ts';

const GOOD = [
  'DE89370400440532013000',
  'AT611904300234573201',
  'GB82WEST12345698765432',
  'FR1420041010050500013M02606',
];

describe('IBANs', () => {
  it('[BILL-11] published ones are right, however they are written', () => {
    for (const iban of GOOD) {
      expect(isIban(iban)).toBe(true);
      expect(bareIban(` ${ibanInGroups(iban).toLowerCase()} `)).toBe(iban);
    }
    expect(ibanInGroups('AT611904300234573201')).toBe('AT61 1904 3002 3457 3201');
    for (const wrong of ['', 'DE89', '89370400440532013000', 'DE8937040044053201300!'])
      expect(isIban(wrong)).toBe(false);
  });

  it('[BILL-11] any digit that is mistyped is noticed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...GOOD), fc.nat(), fc.integer({ min: 1, max: 9 }), (iban, place, more) => {
        const digits = [...iban].flatMap((sign, at) => (/\d/.test(sign) ? [at] : []));
        const at = digits[place % digits.length]!;
        const other = (Number(iban[at]) + more) % 10;
        expect(isIban(`${iban.slice(0, at)}${other}${iban.slice(at + 1)}`)).toBe(false);
      }),
    );
  });
});
