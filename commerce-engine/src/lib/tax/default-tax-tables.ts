import type { TaxTableRate } from './choose-rates.rules.ts';
import type { TaxTablesInput } from './tax-input.ts';
import type { TaxZone } from './tax-zone.rules.ts';

// Value added tax of the EU countries, the United Kingdom, Switzerland and Norway, as of 1 January 2026. Sources: European
// Commission, "VAT rates applied in the Member States" and its database TEDB; HM Revenue & Customs; Swiss Federal Tax
// Administration; Norwegian Tax Administration. Territories outside the tax area: Directive 2006/112/EC, article 6.
//
// The classes order a country's rates by height and do not say which goods belong where: books are in the second reduced
// rate in one country and in the first in another. A shop that sells such goods makes a class for them.

const CLASSES = [
  { id: 'standard', name: 'Standard rate' },
  { id: 'reduced', name: 'Reduced rate', otherwise: 'standard' },
  { id: 'second-reduced', name: 'Second reduced rate', otherwise: 'reduced' },
  { id: 'super-reduced', name: 'Super-reduced rate', otherwise: 'second-reduced' },
  { id: 'zero', name: 'Zero rate' },
  { id: 'exempt', name: 'Exempt' },
] as const;

type Percents = Readonly<Partial<Record<(typeof CLASSES)[number]['id'], string>>>;

const COUNTRIES: readonly (readonly [country: string, name: string, percents: Percents])[] = [
  ['AT', 'Austria', { standard: '20', reduced: '13', 'second-reduced': '10' }],
  ['BE', 'Belgium', { standard: '21', reduced: '12', 'second-reduced': '6' }],
  ['BG', 'Bulgaria', { standard: '20', reduced: '9' }],
  ['CH', 'Switzerland', { standard: '8.1', reduced: '3.8', 'second-reduced': '2.6' }],
  ['CY', 'Cyprus', { standard: '19', reduced: '9', 'second-reduced': '5', 'super-reduced': '3' }],
  ['CZ', 'Czechia', { standard: '21', reduced: '12' }],
  ['DE', 'Germany', { standard: '19', reduced: '7' }],
  ['DK', 'Denmark', { standard: '25' }],
  ['EE', 'Estonia', { standard: '24', reduced: '13', 'second-reduced': '9' }],
  ['ES', 'Spain', { standard: '21', reduced: '10', 'super-reduced': '4' }],
  ['FI', 'Finland', { standard: '25.5', reduced: '13.5', 'second-reduced': '10' }],
  ['FR', 'France', { standard: '20', reduced: '10', 'second-reduced': '5.5', 'super-reduced': '2.1' }],
  ['GB', 'United Kingdom', { standard: '20', reduced: '5' }],
  ['GR', 'Greece', { standard: '24', reduced: '13', 'second-reduced': '6' }],
  ['HR', 'Croatia', { standard: '25', reduced: '13', 'second-reduced': '5' }],
  ['HU', 'Hungary', { standard: '27', reduced: '18', 'second-reduced': '5' }],
  ['IE', 'Ireland', { standard: '23', reduced: '13.5', 'second-reduced': '9', 'super-reduced': '4.8' }],
  ['IT', 'Italy', { standard: '22', reduced: '10', 'second-reduced': '5', 'super-reduced': '4' }],
  ['LT', 'Lithuania', { standard: '21', reduced: '12', 'second-reduced': '5' }],
  ['LU', 'Luxembourg', { standard: '17', reduced: '14', 'second-reduced': '8', 'super-reduced': '3' }],
  ['LV', 'Latvia', { standard: '21', reduced: '12', 'second-reduced': '5' }],
  ['MC', 'Monaco', { standard: '20', reduced: '10', 'second-reduced': '5.5', 'super-reduced': '2.1' }],
  ['MT', 'Malta', { standard: '18', reduced: '7', 'second-reduced': '5' }],
  ['NL', 'Netherlands', { standard: '21', reduced: '9' }],
  ['NO', 'Norway', { standard: '25', reduced: '15', 'second-reduced': '12' }],
  ['PL', 'Poland', { standard: '23', reduced: '8', 'second-reduced': '5' }],
  ['PT', 'Portugal', { standard: '23', reduced: '13', 'second-reduced': '6' }],
  ['RO', 'Romania', { standard: '21', reduced: '11' }],
  ['SE', 'Sweden', { standard: '25', reduced: '12', 'second-reduced': '6' }],
  ['SI', 'Slovenia', { standard: '22', reduced: '9.5', 'second-reduced': '5' }],
  ['SK', 'Slovakia', { standard: '23', reduced: '19', 'second-reduced': '5' }],
];

/** Parts of a country with rates of their own, or with none; by the beginnings of their postal codes. */
const TERRITORIES: readonly (readonly [
  id: string,
  name: string,
  prefixes: readonly string[],
  percents: Percents,
])[] = [
  ['AT-jungholz-mittelberg', 'Jungholz and Mittelberg', ['6691', '6991', '6992', '6993'], { standard: '19' }],
  ['DE-buesingen', 'Büsingen', ['78266'], {}],
  ['DE-helgoland', 'Helgoland', ['27498'], {}],
  ['ES-canary-islands', 'Canary Islands', ['35', '38'], {}],
  ['ES-ceuta-melilla', 'Ceuta and Melilla', ['51', '52'], {}],
  ['FI-aland', 'Åland Islands', ['22'], {}],
  [
    'FR-antilles-reunion',
    'Guadeloupe, Martinique, Réunion',
    ['971', '972', '974'],
    { standard: '8.5', reduced: '2.1' },
  ],
  ['FR-guiana-mayotte', 'French Guiana and Mayotte', ['973', '976'], {}],
  ['GR-athos', 'Mount Athos', ['63086'], {}],
  ['IT-campione', "Campione d'Italia", ['22061'], {}],
  ['IT-livigno', 'Livigno', ['23041'], {}],
  [
    'PT-azores',
    'Azores',
    ['95', '96', '97', '98', '99'],
    { standard: '16', reduced: '9', 'second-reduced': '4' },
  ],
  [
    'PT-madeira',
    'Madeira',
    ['90', '91', '92', '93', '94'],
    { standard: '22', reduced: '12', 'second-reduced': '4' },
  ],
];

/** A start for shops in Europe; `importTaxTables` loads it. Check it with your tax adviser. */
export const defaultTaxTables: TaxTablesInput = {
  classes: CLASSES,
  zones: [
    ...COUNTRIES.map(([country, name]) => ({ id: country, name, country })),
    ...TERRITORIES.map(
      ([id, name, prefixes]): TaxZone => ({
        id,
        name,
        country: id.slice(0, 2),
        postalCodes: prefixes.map((prefix) => ({ kind: 'prefix', prefix })),
        insteadOf: [id.slice(0, 2)],
      }),
    ),
  ],
  rates: [
    ...COUNTRIES.flatMap(([country, , percents]) => ratesOf(country, percents)),
    ...TERRITORIES.flatMap(([id, , , percents]) => ratesOf(id, percents)),
  ],
};

function ratesOf(zone: string, percents: Percents): TaxTableRate[] {
  const own = Object.entries(percents).map(([taxClass, rate]) => rateOf(zone, taxClass, rate));
  return own.length === 0 ? [] : [...own, rateOf(zone, 'zero', '0')];
}

function rateOf(zone: string, taxClass: string, rate: string): TaxTableRate {
  return {
    id: `${zone}-${taxClass}`,
    zone,
    class: taxClass,
    name: 'VAT',
    rate,
    jurisdiction: zone.slice(0, 2),
    compound: false,
    order: 0,
  };
}
