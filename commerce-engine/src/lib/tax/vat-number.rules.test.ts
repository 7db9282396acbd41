import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { vatIdCountry } from './tax-exemption.rules.ts';
import { readVatNumber } from './vat-number.rules.ts';

const good =
  'ATU13585627 BE0403019261 BG175074752 CY10259033P CZ25123891 DE136695976 DK13585628 EE100931558 EL094259216 ESB58378431 FI20774740 FR40303265045 HR33392005961 HU12892312 IE6433435F IT00743110157 LT119511515 LU15027442 LV40003521600 MT11679112 NL004495445B01 PL8567346215 PT501964843 RO18547290 SE123456789701 SI50223054 SK2022749619'.split(
    ' ',
  );
const checked =
  'ATU13585627 BE0403019261 DE136695976 DK13585628 EE100931558 EL094259216 FI20774740 FR40303265045 HR33392005961 HU12892312 IT00743110157 LU15027442 MT11679112 PL8567346215 PT501964843 SE123456789701 SI50223054 SK2022749619'.split(
    ' ',
  );

describe('VAT numbers', () => {
  test('[TAX-25] a number of each EU country is read', () => {
    const countries = good
      .map((each) => readVatNumber(each))
      .map((read) => 'country' in read && read.country);
    expect(countries).toEqual(good.map(vatIdCountry));
  });

  test('[TAX-25] it is kept in upper case, without blanks, dots, hyphens and slashes', () => {
    const read = { kind: 'vat-number', vatId: 'NL004495445B01', country: 'NL' };
    expect(readVatNumber(' nl 0044.95.445-b01')).toEqual(read);
    expect(readVatNumber('el 094259216')).toEqual({
      kind: 'vat-number',
      vatId: 'EL094259216',
      country: 'GR',
    });
  });

  test('[TAX-25] one digit that is mistyped is found where the country has a check digit', () => {
    const mistyped = fc.record({
      vatId: fc.constantFrom(...checked),
      by: fc.integer({ min: 1, max: 9 }),
      place: fc.nat(),
    });
    fc.assert(
      fc.property(mistyped, ({ vatId, by, place }) => {
        const places = [...vatId].flatMap((each, at) => (at > 2 && at < 10 && /\d/.test(each) ? [at] : []));
        const at = places[place % places.length]!;
        const other = String((Number(vatId[at]) + by) % 10);
        expect(readVatNumber(vatId.slice(0, at) + other + vatId.slice(at + 1)).kind).toBe('bad');
      }),
    );
  });

  test('[TAX-25] what is no number says what was expected', () => {
    expect(readVatNumber('136695976')).toEqual({
      kind: 'bad',
      expected: 'expected the two letters of an EU country first, as in "DE136695976"',
    });
    expect(readVatNumber('FR123')).toEqual({
      kind: 'bad',
      expected: 'expected a number such as "FR40303265045"',
    });
    expect(readVatNumber('DE136695978')).toEqual({
      kind: 'bad',
      expected: 'expected a number whose check digit is right: a digit may be mistyped',
    });
    expect(readVatNumber('GB980780684').kind).toBe('bad');
  });

  test('[TAX-25] nothing that is typed makes it fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['vat-number', 'bad']).toContain(readVatNumber(text).kind);
      }),
    );
  });
});
