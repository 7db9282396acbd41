import { countriesWithRegions, regionsOf } from '@vitrine/commerce-engine/client';

/** States and provinces of countries whose addresses name one, by country. */
export const regions = Object.fromEntries(
  countriesWithRegions.map((country) => [country, regionsOf(country)]),
);
