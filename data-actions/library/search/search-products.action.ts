import type { SearchResultView } from '@vitrine/commerce-engine/client';
import { defineAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { searchSource } from '../sources.action.ts';
import { searchCache } from './search-cache.action.ts';

/** Products by text, category and filters, with facets. Without text and category: everything. */
export const searchProducts = defineAction({
  id: 'search.search-products',
  source: searchSource,
  input: z.object({
    text: z.string().max(200).optional(),
    categoryId: z.string().min(1).max(200).optional(),
    /** Instead of `categoryId`; an unknown one is missing. */
    categorySlug: z.string().min(1).max(200).optional(),
    filters: z
      .record(z.string().max(100), z.array(z.string().max(100)).max(50).readonly())
      .readonly()
      .optional(),
    priceFrom: z.number().int().min(0).optional(),
    priceTo: z.number().int().min(0).optional(),
    sort: z.enum(['relevance', 'price-asc', 'price-desc', 'newest', 'name']).optional(),
    page: z.number().int().min(1).max(10_000).optional(),
    pageSize: z.number().int().min(1).max(100).optional(),
  }),
  output: type<SearchResultView>(),
  varyBy: ['channel', 'locale', 'currency', 'customerGroup'],
  cache: searchCache,
  maxBatch: 1,
  tags: ({ categoryId, categorySlug }) => [
    'list:*',
    ...(categoryId ? [`list:${categoryId}`] : []),
    ...(categorySlug ? [`category-slug:${categorySlug}`] : []),
  ],
});
