import type { ProductView } from '@vitrine/commerce-engine/client';
import { defineAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { catalogueSource } from '../sources.action.ts';
import { catalogueCache } from './catalogue-cache.action.ts';

/** Everything a product page shows of a product, by its address. */
export const getProduct = defineAction({
  id: 'catalogue.get-product',
  source: catalogueSource,
  input: z.object({ slug: z.string().min(1).max(200) }),
  output: type<ProductView>(),
  varyBy: ['channel', 'locale'],
  cache: catalogueCache,
  // Its breadcrumb names categories and leads to them.
  tags: ({ slug }) => [`product-slug:${slug}`, 'categories'],
});
