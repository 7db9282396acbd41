import type { ProductView } from '@vitrine/commerce-engine/client';
import { defineAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { catalogueSource } from '../sources.action.ts';
import { catalogueCache } from './catalogue-cache.action.ts';

/** Everything a product page shows of a product an author has chosen. */
export const getProductById = defineAction({
  id: 'catalogue.get-product-by-id',
  source: catalogueSource,
  input: z.object({ id: z.string().min(1).max(200) }),
  output: type<ProductView>(),
  varyBy: ['channel', 'locale'],
  cache: catalogueCache,
  // Its breadcrumb names categories and leads to them.
  tags: ({ id }) => [`product:${id}`, 'categories'],
});
