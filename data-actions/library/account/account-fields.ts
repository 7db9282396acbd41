import { z } from 'zod';

/** A field as a form sends it. What cannot be used is told beside it, so it is taken as it comes. */
export const field = z.string().max(2000).default('');

/** A path of the shop that a form may bring along, for where to go next. */
export const path = z.string().max(500).optional();

/** A box with a hidden "no" before it. */
export const box = z
  .union([z.string(), z.array(z.string()).max(5)])
  .optional()
  .transform((value) => [value ?? []].flat().at(-1) === 'yes');

export const addressNames = [
  'name',
  'company',
  'street',
  'extra',
  'postalCode',
  'city',
  'region',
  'country',
] as const;
