import { regionCode } from '../region.rules.ts';

/** Where something goes to or comes from, as far as tax and delivery look. */
export interface Place {
  /** ISO 3166 two-letter code. */
  readonly country: string;
  /** The part of ISO 3166-2 after the country, `CA` for California. */
  readonly region?: string;
  readonly postalCode?: string;
  readonly city?: string;
}

/** Postal codes that begin so, or that lie between two, both included, compared over the length of each bound. */
export type PostalRule =
  | { readonly kind: 'prefix'; readonly prefix: string }
  | { readonly kind: 'range'; readonly from: string; readonly to: string };

/** A country, or the part of it that all of these name together. */
export interface Territory {
  readonly country: string;
  /** Absent = all. */
  readonly regions?: readonly string[];
  /** Absent = all; a place without a postal code is in none. */
  readonly postalCodes?: readonly PostalRule[];
  /** Absent = all. */
  readonly cities?: readonly string[];
}

/** Whether the place is in the territory. Letters' case and spaces in codes do not matter. */
export function covers(territory: Territory, place: Place): boolean {
  const { country, regions, cities, postalCodes } = territory;
  if (country !== place.country.toUpperCase()) return false;
  // Zones and addresses that were kept before regions had one form are of today's, too.
  const code = (region: string) => regionCode(country, region);
  if (regions && !includesText(regions.map(code), place.region && code(place.region))) return false;
  if (cities && !includesText(cities, place.city)) return false;
  const postalCode = postal(place.postalCode ?? '', country);
  return (
    !postalCodes ||
    (postalCode !== '' && postalCodes.some((rule) => matchesPostal(rule, postalCode, country)))
  );
}

function matchesPostal(rule: PostalRule, code: string, country: string): boolean {
  if (rule.kind === 'prefix') return code.startsWith(postal(rule.prefix, country));
  const [from, to] = [postal(rule.from, country), postal(rule.to, country)];
  return code.slice(0, from.length) >= from && code.slice(0, to.length) <= to;
}

/** As it is compared: `SW1A 1AA` and `sw1a1aa` are one code, `LV-1010` and `1010` in Latvia too. */
function postal(code: string, country: string): string {
  const plain = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const isNumbered = plain.startsWith(country) && /\d/.test(plain.charAt(country.length));
  return isNumbered ? plain.slice(country.length) : plain;
}

function includesText(texts: readonly string[], text: string | undefined): boolean {
  if (text === undefined) return false;
  const wanted = text.trim().toLowerCase();
  return texts.some((each) => each.trim().toLowerCase() === wanted);
}
