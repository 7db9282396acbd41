import type { SuggestionView } from '@vitrine/commerce-engine/client';
import { defineAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { searchSource } from '../sources.action.ts';
import { searchCache } from './search-cache.action.ts';

/** What a shopper may be about to type. */
export const suggestProducts = defineAction({
  id: 'search.suggest-products',
  source: searchSource,
  input: z.object({ prefix: z.string().trim().min(1).max(80) }),
  output: type<readonly SuggestionView[]>(),
  varyBy: ['channel', 'locale', 'currency', 'customerGroup'],
  cache: searchCache,
  maxBatch: 1,
  tags: () => ['list:*', 'categories'],
});
