import type { ProductCardView } from '@vitrine/commerce-engine/client';
import { defineAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { catalogueSource } from '../sources.action.ts';
import { catalogueCache } from './catalogue-cache.action.ts';

/** What a card shows of a product, except its price and stock. */
export const getProductCard = defineAction({
  id: 'catalogue.get-product-card',
  source: catalogueSource,
  input: z.object({ id: z.string().min(1).max(200) }),
  output: type<ProductCardView>(),
  varyBy: ['channel', 'locale'],
  cache: catalogueCache,
  tags: ({ id }) => [`product:${id}`],
});
