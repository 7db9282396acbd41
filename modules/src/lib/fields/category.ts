import { z } from 'zod';
import { type Chosen, type FieldOptions, type Made, makeField } from './make-field.ts';

/** A category of the catalogue by its slug in the channel's default locale. Without a default it may be missing. */
export function category<D extends string | undefined = undefined, R extends boolean = false>(
  options: FieldOptions<R> & { readonly default?: D },
): Made<Chosen<string, D>, R> {
  return makeField<Chosen<string, D>, R>('category', options, {
    schema: z.string().min(1, 'the slug of a category') as unknown as z.ZodType<Chosen<string, D>>,
    default: options.default as Chosen<string, D>,
  });
}
