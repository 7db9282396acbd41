import { z } from 'zod';
import { withRegionCode } from '../region.rules.ts';
import type { ChannelView, LocationView } from './stores.views.ts';

/** A channel as a seed or an operator describes it. `id` is its identity. */
export type ChannelInput = ChannelView;

/** A location as a seed or an operator describes it. `id` is its identity. */
export type LocationInput = LocationView;

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'expected 1 to 63 characters of a-z, 0-9 and -');
const name = z.string().trim().min(1).max(200);
const locale = z.string().refine(isLocale, 'expected a BCP 47 language tag such as "en" or "de-AT"');
const currency = z.string().regex(/^[A-Z]{3}$/, 'expected an ISO 4217 code such as "EUR"');
const country = z.string().regex(/^[A-Z]{2}$/, 'expected an ISO 3166 code such as "DE"');
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'expected a time such as "09:30"');
const opening = z
  .object({ from: time, to: time })
  .refine(({ from, to }) => from < to, 'expected the closing time after the opening time');

/** What of a channel may be changed by itself. */
export const channelPartsSchema = {
  name,
  taxDisplay: z.enum(['inclusive', 'exclusive']),
  locations: z.array(id).refine(isSet, 'expected each location once'),
};

export const channelSchema: z.ZodType<ChannelInput> = z.strictObject({
  ...channelPartsSchema,
  id,
  kind: z.enum(['online', 'store', 'call-centre']),
  locales: z.array(locale).min(1).refine(isSet, 'expected each locale once'),
  currencies: z.array(currency).min(1).refine(isSet, 'expected each currency once'),
  country,
});

export const locationSchema: z.ZodType<LocationInput> = z.strictObject({
  id,
  kind: z.enum(['warehouse', 'store']),
  name,
  city: name,
  address: z
    .strictObject({
      street: name,
      postalCode: z.string().max(20),
      city: name,
      region: z.string().trim().min(1).max(100).optional(),
      country,
    })
    .overwrite(withRegionCode)
    .optional(),
  openingHours: z
    .partialRecord(
      z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']),
      z.array(opening),
    )
    .optional(),
});

function isSet(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}
