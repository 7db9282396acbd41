import { z } from 'zod';
import { type FieldOptions, type Made, makeField } from './make-field.ts';

/** Yes or no. Default no. */
export function boolean<R extends boolean = false>(
  options: FieldOptions<R> & { readonly default?: boolean },
): Made<boolean, R> {
  return makeField('boolean', options, { schema: z.boolean(), default: options.default ?? false });
}
