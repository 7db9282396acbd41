import { defineAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { searchSource } from '../sources.action.ts';
import { searchCache } from './search-cache.action.ts';

const limit = z.number().int().min(1).max(100);

/** Ids of the products in a collection: chosen by hand, by category, on sale or newest. */
export const getCollection = defineAction({
  id: 'search.get-collection',
  source: searchSource,
  input: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('products'),
      ids: z.array(z.string().min(1).max(200)).max(200).readonly(),
      limit,
    }),
    z.object({
      kind: z.literal('category'),
      slug: z.string().min(1).max(200),
      sort: z.enum(['newest', 'price-asc', 'price-desc', 'name']).optional(),
      limit,
    }),
    z.object({ kind: z.enum(['sale', 'newest']), limit }),
  ]),
  output: type<readonly string[]>(),
  varyBy: ['channel', 'locale', 'currency', 'customerGroup'],
  cache: searchCache,
  maxBatch: 1,
  // Products chosen by hand are named in the question: no event changes the answer.
  tags: (input) =>
    input.kind === 'products'
      ? []
      : ['list:*', ...(input.kind === 'category' ? [`category-slug:${input.slug}`] : [])],
});
