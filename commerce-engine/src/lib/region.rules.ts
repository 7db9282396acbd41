/** A part of a country that has taxes of its own. */
export interface Region {
  /** The part of ISO 3166-2 after the country, `CA` for California. */
  readonly code: string;
  readonly name: string;
}

/** Countries whose addresses name a region, by ISO 3166-2: `code name` in the order of the names. */
const REGIONS: Readonly<Record<string, readonly Region[]>> = {
  AU: read(`ACT Australian Capital Territory|NSW New South Wales|NT Northern Territory|QLD Queensland|SA South Australia
    |TAS Tasmania|VIC Victoria|WA Western Australia`),
  CA: read(`AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador
    |NT Northwest Territories|NS Nova Scotia|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan
    |YT Yukon`),
  US: read(`AL Alabama|AK Alaska|AS American Samoa|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut
    |DE Delaware|DC District of Columbia|FL Florida|GA Georgia|GU Guam|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa
    |KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi
    |MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York
    |NC North Carolina|ND North Dakota|MP Northern Mariana Islands|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania
    |PR Puerto Rico|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|VI U.S. Virgin Islands|UT Utah
    |VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming`),
};

/** Names that people write beside those above. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'CA quebec': 'QC',
  'CA newfoundland': 'NL',
  'CA pei': 'PE',
  'CA yukonterritory': 'YT',
  'US washingtondc': 'DC',
  'US usvirginislands': 'VI',
  'US virginislands': 'VI',
};

/** `US california` → `CA`, and so for every code. */
const CODES: ReadonlyMap<string, string> = new Map(
  Object.entries(REGIONS).flatMap(([country, regions]) =>
    regions.flatMap(({ code, name }) =>
      [code, name].map((word) => [`${country} ${bare(word)}`, code] as const),
    ),
  ),
);

/** Regions that addresses of a country name, by their names; none where they name none. */
export function regionsOf(country: string): readonly Region[] {
  return REGIONS[country] ?? [];
}

/** All countries whose addresses name a region. */
export const countriesWithRegions: readonly string[] = Object.keys(REGIONS);

/**
 * A region as it is kept: its ISO 3166-2 code where it is known by code or name, in whatever letters, else as it was written, without
 * spaces around. So what people, imports and stores write is one and the same to taxes and deliveries.
 */
export function regionCode(country: string, written: string): string {
  const plain = written.trim();
  const key = bare(plain.toUpperCase().startsWith(`${country}-`) ? plain.slice(country.length + 1) : plain);
  return CODES.get(`${country} ${key}`) ?? OTHER_NAMES[`${country} ${key}`] ?? plain;
}

/** A place with its region as it is kept. */
export function withRegionCode<
  Located extends { readonly country: string; readonly region?: string | undefined },
>(place: Located): Located {
  return place.region === undefined ? place : { ...place, region: regionCode(place.country, place.region) };
}

/** The same for a territory of several. */
export function withRegionCodes<
  Located extends { readonly country: string; readonly regions?: readonly string[] | undefined },
>(territory: Located): Located {
  const { country, regions } = territory;
  return regions
    ? { ...territory, regions: regions.map((region) => regionCode(country, region)) }
    : territory;
}

/** As names are compared: without case, accents, spaces and dots. */
function bare(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^\p{L}\d]/gu, '')
    .toLowerCase();
}

function read(lines: string): Region[] {
  return lines.split('|').map((each) => {
    const [code = '', ...name] = each.trim().split(/\s+/);
    return { code, name: name.join(' ') };
  });
}
