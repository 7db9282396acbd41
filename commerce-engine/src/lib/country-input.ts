import { z } from 'zod';

/** A country by the two letters of ISO 3166-1, as whoever fills in a form is told. */
export const countrySchema = z
  .string()
  .regex(/^[A-Z]{2}$/, 'expected the two letters of a country, such as "DE"');
