import type { CategoryView } from '@vitrine/commerce-engine/client';
import { defineAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { catalogueSource } from '../sources.action.ts';
import { catalogueCache } from './catalogue-cache.action.ts';

/** A category by its address, with its parents and children. */
export const getCategory = defineAction({
  id: 'catalogue.get-category',
  source: catalogueSource,
  input: z.object({ slug: z.string().min(1).max(200) }),
  output: type<CategoryView>(),
  varyBy: ['channel', 'locale'],
  cache: catalogueCache,
  // It names its parents and children: any change of the tree may touch it.
  tags: ({ slug }) => [`category-slug:${slug}`, 'categories'],
});
