import { z } from 'zod';
import type { CollectionValue } from './field.ts';
import { type FieldOptions, type Made, makeField } from './make-field.ts';

const schema: z.ZodType<CollectionValue> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('products'), ids: z.array(z.string().min(1)).max(200, 'at most 200 products') }),
  z.object({
    kind: z.literal('category'),
    slug: z.string().min(1, 'the slug of a category'),
    sort: z.enum(['newest', 'price-asc', 'price-desc', 'name']).optional(),
  }),
  z.object({ kind: z.enum(['sale', 'newest']) }),
]);

/** Products chosen by hand, by category, or by a rule. Default: the newest. */
export function collection<R extends boolean = false>(
  options: FieldOptions<R> & { readonly default?: CollectionValue },
): Made<CollectionValue, R> {
  return makeField<CollectionValue, R>('collection', options, {
    schema,
    default: options.default ?? { kind: 'newest' },
  });
}
