import { z } from 'zod';
import type { Link } from './field.ts';
import { type Chosen, type FieldOptions, type Made, makeField } from './make-field.ts';
import { isSafeLink } from './safe-address.ts';

const slug = z.string().min(1, 'a slug');

const schema: z.ZodType<Link> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('url'),
    href: z
      .string()
      .min(1, 'an address')
      .refine(isSafeLink, 'an address of this shop, http:, https:, mailto: or tel:'),
    newTab: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal('page'),
    path: z.string().regex(/^\/(?![/\\])/, 'a path that begins with one /'),
  }),
  z.object({ kind: z.literal('product'), slug }),
  z.object({ kind: z.literal('category'), slug }),
]);

/** A link to a page, product, category or address. Without a default it may be missing. */
export function link<D extends Link | undefined = undefined, R extends boolean = false>(
  options: FieldOptions<R> & { readonly default?: D },
): Made<Chosen<Link, D>, R> {
  return makeField<Chosen<Link, D>, R>('link', options, {
    schema: schema as z.ZodType<Chosen<Link, D>>,
    default: options.default as Chosen<Link, D>,
  });
}
