import type { VariantPriceView } from '@vitrine/commerce-engine/client';
import { defineAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { priceSource } from '../sources.action.ts';
import { priceCache } from './price-cache.action.ts';

/** What one variant costs. */
export const getVariantPrice = defineAction({
  id: 'price.get-variant-price',
  source: priceSource,
  input: z.object({ variantId: z.string().min(1).max(200) }),
  output: type<VariantPriceView>(),
  varyBy: ['channel', 'currency', 'customerGroup'],
  cache: priceCache,
  tags: ({ variantId }) => [`price-variant:${variantId}`, 'prices'],
  validUntil: ({ validUntil }) => validUntil,
});
