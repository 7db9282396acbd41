import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countriesWithRegions, regionCode, regionsOf } from './region.rules.ts';

test('[TAX-23] a region is its ISO 3166-2 code, however code or name are written', () => {
  const regions = countriesWithRegions.flatMap((country) =>
    regionsOf(country).map((region) => ({ country, ...region })),
  );
  fc.assert(
    fc.property(fc.constantFrom(...regions), fc.boolean(), ({ country, code, name }, isLoud) => {
      const inCase = (text: string) => (isLoud ? text.toUpperCase() : text.toLowerCase());
      for (const written of [code, name, ` ${name}  `, `${country}-${code}`])
        expect(regionCode(country, inCase(written))).toBe(code);
      expect(regionCode(country, regionCode(country, name))).toBe(code);
    }),
  );
  expect(regionCode('CA', 'Québec')).toBe('QC');
  expect(regionCode('US', 'Washington, D.C.')).toBe('DC');
});

test('[TAX-23] what is not known stays as it was written', () => {
  expect(regionCode('DE', ' Bayern ')).toBe('Bayern');
  expect(regionCode('US', 'Ruritania')).toBe('Ruritania');
  expect(regionsOf('DE')).toEqual([]);
});
