import type { CategoryTreeNode } from '@vitrine/commerce-engine/client';
import { defineAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { catalogueCache } from '../catalogue/catalogue-cache.action.ts';
import { catalogueSource } from '../sources.action.ts';

/** The channel's categories in menu order. */
export const getCategoryTree = defineAction({
  id: 'navigation.get-category-tree',
  source: catalogueSource,
  input: z.object({}),
  output: type<readonly CategoryTreeNode[]>(),
  varyBy: ['channel', 'locale'],
  cache: catalogueCache,
  tags: () => ['categories'],
});
