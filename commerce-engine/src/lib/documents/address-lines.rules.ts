import type { OrderAddress } from '../orders/orders.views.ts';

/** Where somebody is, as it is printed below their names: street to country, in the locale's words. */
function placeLines(address: OrderAddress, locale: string): string[] {
  const { street, extra, postalCode, city, region, country } = address;
  return printed([street, extra, `${postalCode} ${city}`, region, countryIn(locale, country)]);
}

/** The name of a country, by its two letters, in a language. */
export function countryIn(locale: string, country: string): string {
  return new Intl.DisplayNames([locale], { type: 'region' }).of(country) ?? country;
}

/** A person's address, for goods: who it is first. */
export function addressLines(address: OrderAddress, locale: string): string[] {
  return [...printed([address.name, address.company]), ...placeLines(address, locale)];
}

/** A business's address, for its books: the company first. */
export function businessAddressLines(address: OrderAddress, locale: string): string[] {
  return [...printed([address.company, address.name]), ...placeLines(address, locale)];
}

function printed(lines: readonly (string | undefined)[]): string[] {
  return lines.filter((line): line is string => line !== undefined && line !== '');
}
