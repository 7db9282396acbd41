import { z } from 'zod';
import { type Chosen, type FieldOptions, type Made, makeField } from './make-field.ts';

/** A day (`2027-03-01`), or with `time` a moment with its offset (`2027-03-01T09:00:00+01:00`), as ISO 8601 text. Without a default it may be missing. */
export function date<D extends string | undefined = undefined, R extends boolean = false>(
  options: FieldOptions<R> & { readonly default?: D; readonly time?: boolean },
): Made<Chosen<string, D>, R> {
  const { time = false } = options;
  const schema = time
    ? z.iso.datetime({ offset: true, error: 'a moment such as 2027-03-01T09:00:00+01:00' })
    : z.iso.date('a day such as 2027-03-01');
  return makeField<Chosen<string, D>, R>('date', options, {
    schema: schema as unknown as z.ZodType<Chosen<string, D>>,
    default: options.default as Chosen<string, D>,
    details: { time },
  });
}
