import { z } from 'zod';
import type { Field } from './field.ts';
import { isTimeZone } from './is-time-zone.ts';
import { type FieldOptions, makeField } from './make-field.ts';

const schema = z
  .string()
  .refine(isTimeZone, 'a time zone by its name, such as Europe/Berlin or America/New_York; UTC is one too');

/** In whose time days and hours are written out: the IANA name of a time zone. Default `Europe/Berlin`. */
export function timeZone(
  options: Omit<FieldOptions<false>, 'localised' | 'responsive'> & { readonly default?: string },
): Field<string> {
  return makeField<string, false>('text', options, {
    schema,
    default: options.default ?? 'Europe/Berlin',
    details: { suggests: 'time-zones' },
  });
}
