import { z } from 'zod';

const words = z.string().trim().max(200);
const one = <T extends z.ZodType>(inner: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value), inner);
const several = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string().max(80)).max(50),
);

export const sorts = ['relevance', 'newest', 'price-asc', 'price-desc', 'name'] as const;

/**
 * `q` words, `page` from 1, `sort`, `price` as `from-to` in minor units, and filters as `f.colour=ochre`. What cannot
 * be understood counts as not said: an address someone mistyped still leads to products.
 */
export const searchQuery = z.object({
  q: one(words.default('').catch('')),
  page: one(z.coerce.number().int().min(1).max(1000).default(1).catch(1)),
  sort: one(z.enum(sorts).optional().catch(undefined)),
  price: one(
    z
      .string()
      .regex(/^\d{0,9}-\d{0,9}$/)
      .optional()
      .catch(undefined),
  ),
  f: z.record(z.string().max(80), several).default({}).catch({}),
});

export type SearchResultsQuery = z.infer<typeof searchQuery>;
