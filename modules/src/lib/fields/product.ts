import { z } from 'zod';
import { type Chosen, type FieldOptions, type Made, makeField } from './make-field.ts';

/** A product of the catalogue by its id. Without a default it may be missing. */
export function product<D extends string | undefined = undefined, R extends boolean = false>(
  options: FieldOptions<R> & { readonly default?: D },
): Made<Chosen<string, D>, R> {
  return makeField<Chosen<string, D>, R>('product', options, {
    schema: z.string().min(1, 'the id of a product') as unknown as z.ZodType<Chosen<string, D>>,
    default: options.default as Chosen<string, D>,
  });
}
