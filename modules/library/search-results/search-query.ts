import { z } from 'zod';

const one = <T extends z.ZodType>(inner: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value), inner);
const several = z
  .preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.string().max(200)),
  )
  .catch([]);

export const sorts = ['relevance', 'newest', 'price-asc', 'price-desc', 'name'] as const;

/**
 * `q` words, `page` from 1, `sort`, `price` as `from-to` in minor units, and filters as `f=colour.ochre`, as many as
 * one likes. What cannot be understood counts as not said: an address someone mistyped still leads to products.
 */
export const searchQuery = z.object({
  q: one(z.string().trim().max(200).default('').catch('')),
  page: one(z.coerce.number().int().min(1).max(1000).default(1).catch(1)),
  sort: one(z.enum(sorts).optional().catch(undefined)),
  price: one(
    z
      .string()
      .regex(/^\d{0,9}-\d{0,9}$/)
      .optional()
      .catch(undefined),
  ),
  f: several.transform(readFilters),
});

/** How a chosen value of a facet stands in the address. */
export function filterOf(facet: string, value: string): string {
  return `${facet}.${value}`;
}

// Keys of facets hold no dot; whatever follows the first one is the value.
function readFilters(given: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const filters = new Map<string, string[]>();
  for (const filter of new Set(given)) {
    const [, facet, value] = /^([^.]+)\.(.+)$/s.exec(filter) ?? [];
    if (facet === undefined || value === undefined) continue;
    filters.set(facet, [...(filters.get(facet) ?? []), value]);
  }
  return Object.fromEntries(filters);
}
