import type { ProductPriceView } from '@vitrine/commerce-engine/client';
import { defineAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { priceSource } from '../sources.action.ts';
import { priceCache } from './price-cache.action.ts';

/** The price range over a product's variants. */
export const getProductPrice = defineAction({
  id: 'price.get-product-price',
  source: priceSource,
  input: z.object({ productId: z.string().min(1).max(200) }),
  output: type<ProductPriceView>(),
  varyBy: ['channel', 'currency', 'customerGroup'],
  cache: priceCache,
  // Which variants a product has is the product's business.
  tags: ({ productId }) => [`price:${productId}`, `product:${productId}`, 'prices'],
  validUntil: ({ validUntil }) => validUntil,
});
