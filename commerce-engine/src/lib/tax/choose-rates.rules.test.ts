import { describe, expect, test } from 'vitest';
import { chooseRates, explainRates, type RateQuestion, type TaxTable } from './choose-rates.rules.ts';
import { vatIdCountry } from './tax-exemption.rules.ts';
import { taxedPlace } from './taxed-place.rules.ts';

const entry = (zone: string, taxClass: string, rate: string, changes = {}) => ({
  id: `${zone}-${taxClass}-${rate}`,
  zone,
  class: taxClass,
  name: 'Tax',
  rate,
  jurisdiction: zone,
  compound: false,
  order: 0,
  ...changes,
});
const table: TaxTable = {
  classes: [
    { id: 'standard', name: 'Standard' },
    { id: 'reduced', name: 'Reduced', otherwise: 'standard' },
    { id: 'books', name: 'Books', otherwise: 'reduced' },
    { id: 'exempt', name: 'Exempt' },
  ],
  zones: [
    { id: 'DE', name: 'Germany', country: 'DE' },
    {
      id: 'DE-free',
      name: 'Helgoland',
      country: 'DE',
      postalCodes: [{ kind: 'prefix', prefix: '27498' }],
      insteadOf: ['DE'],
    },
    { id: 'FR', name: 'France', country: 'FR' },
    { id: 'DK', name: 'Denmark', country: 'DK' },
    { id: 'GB', name: 'United Kingdom', country: 'GB' },
    { id: 'US-CA', name: 'California', country: 'US', regions: ['CA'] },
    {
      id: 'US-CA-county',
      name: 'Los Angeles County',
      country: 'US',
      regions: ['CA'],
      postalCodes: [{ kind: 'range', from: '90001', to: '91899' }],
    },
    { id: 'US-CA-city', name: 'Santa Monica', country: 'US', regions: ['CA'], cities: ['Santa Monica'] },
  ],
  rates: [
    entry('DE', 'standard', '19', { from: '2021-01-01T00:00:00+01:00' }),
    entry('DE', 'standard', '16', { from: '2020-07-01T00:00:00+02:00', to: '2021-01-01T00:00:00+01:00' }),
    entry('DE', 'reduced', '7'),
    entry('FR', 'standard', '20'),
    entry('FR', 'reduced', '10'),
    entry('FR', 'books', '5.5'),
    entry('DK', 'standard', '25'),
    entry('GB', 'standard', '20'),
    entry('US-CA', 'standard', '6'),
    entry('US-CA-county', 'standard', '1.25', { order: 1 }),
    entry('US-CA-city', 'standard', '0.5', { order: 2 }),
  ],
};
const question = (country: string, changes: Partial<RateQuestion> = {}): RateQuestion => ({
  place: { country },
  taxClass: 'standard',
  exemptions: [],
  at: new Date('2026-11-23T09:00:00.000Z'),
  ...changes,
});
const percents = (asked: RateQuestion) => chooseRates(table, asked).map(({ rate }) => rate);

describe('which rates hold', () => {
  test('[TAX-10] every zone a place is in has its own taxes', () => {
    const place = { country: 'US', region: 'ca', postalCode: '90401-1234', city: 'santa monica' };
    expect(percents(question('US', { place }))).toEqual(['6', '1.25', '0.5']);
    expect(percents(question('US', { place: { country: 'US', region: 'CA', postalCode: '94103' } }))).toEqual(
      ['6'],
    );
    expect(percents(question('US', { place: { country: 'US', region: 'OR' } }))).toEqual([]);
  });

  test('[TAX-11] a zone may take the place of another', () => {
    expect(percents(question('DE', { place: { country: 'DE', postalCode: '27498' } }))).toEqual([]);
    expect(percents(question('DE', { place: { country: 'DE', postalCode: '24103' } }))).toEqual(['19']);
  });

  test('[TAX-12] a class without rates in a zone is taxed as the class it names instead', () => {
    const classes = ['standard', 'reduced', 'books', 'exempt', 'unheard-of'];
    const ratesIn = (country: string) =>
      classes.map((taxClass) => percents(question(country, { taxClass })).join());
    expect(ratesIn('FR')).toEqual(['20', '10', '5.5', '', '']);
    expect(ratesIn('DE')).toEqual(['19', '7', '7', '', '']);
    expect(ratesIn('DK')).toEqual(['25', '25', '25', '', '']);
  });

  test('[TAX-13] a rate holds from its moment to just before its end', () => {
    const at = (time: string) => percents(question('DE', { at: new Date(time) }));
    expect(at('2020-12-31T23:59:59.999+01:00')).toEqual(['16']);
    expect(at('2021-01-01T00:00:00+01:00')).toEqual(['19']);
    expect(at('2020-06-30T23:59:59+02:00')).toEqual([]);
  });

  test('[TAX-14] a certificate frees of the rates it names, while it holds', () => {
    const place = { country: 'US', region: 'CA', postalCode: '90401' };
    const certificate = { kind: 'certificate', number: 'CA-1', jurisdictions: ['US-CA-county'] } as const;
    const partly = explainRates(table, question('US', { place, exemptions: [certificate] }));
    expect(partly.treatment).toBe('exempt');
    expect(partly.rates.map(({ waived }) => waived ?? false)).toEqual([false, true]);
    const wider = { ...certificate, jurisdictions: ['US'] };
    const all = explainRates(table, question('US', { place, exemptions: [wider] }));
    expect(all.rates.every(({ waived }) => waived)).toBe(true);
    const over = { ...certificate, to: '2026-11-23T09:00:00Z' };
    expect(explainRates(table, question('US', { place, exemptions: [over] })).treatment).toBe('taxed');
    const books = { ...certificate, classes: ['books'] };
    expect(explainRates(table, question('US', { place, exemptions: [books] })).treatment).toBe('taxed');
  });

  test('[TAX-15] a business of another EU country owes the tax itself', () => {
    const exemptions = [{ kind: 'vat-id', vatId: 'FR 40 303265045' }] as const;
    const treatment = (country: string, seller = 'DE') =>
      explainRates(table, question(country, { exemptions, seller: { country: seller } })).treatment;
    expect(treatment('FR')).toBe('reverse-charge');
    expect(treatment('DK')).toBe('reverse-charge');
    expect([treatment('DE'), treatment('GB'), treatment('FR', 'FR'), treatment('FR', 'CH')]).toEqual([
      'taxed',
      'taxed',
      'taxed',
      'taxed',
    ]);
    const own = [{ kind: 'vat-id', vatId: 'DE129273398' }] as const;
    expect(
      explainRates(table, question('FR', { exemptions: own, seller: { country: 'DE' } })).treatment,
    ).toBe('taxed');
    expect(explainRates(table, question('FR', { exemptions })).treatment).toBe('taxed');
  });

  test('[TAX-15] a VAT number says by its beginning who gave it out', () => {
    const numbers = ['EL123456789', 'GR123456789', 'GB123456789', 'ATU12345678', 'DE', 'DE12 345-678.9'];
    expect(numbers.map(vatIdCountry)).toEqual(['GR', undefined, undefined, 'AT', undefined, 'DE']);
  });

  test('[TAX-16] taxed is where it goes to, comes from or is sold; what is unknown falls back', () => {
    const [destination, origin, store, home] = ['FR', 'NL', 'DE', 'AT'].map((country) => ({ country }));
    const all = { destination, origin, store, home: home! };
    expect(taxedPlace('destination', all)).toBe(destination);
    expect(taxedPlace('origin', all)).toBe(origin);
    expect(taxedPlace('store', all)).toBe(store);
    expect(taxedPlace('destination', { store, home: home! })).toBe(store);
    expect(taxedPlace('origin', { destination, home: home! })).toBe(home);
    expect(taxedPlace('store', { destination, origin, home: home! })).toBe(home);
  });
});
