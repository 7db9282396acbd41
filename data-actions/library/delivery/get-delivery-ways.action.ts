import type { DeliveryKind } from '@vitrine/commerce-engine/client';
import { defineAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { catalogueCache } from '../catalogue/catalogue-cache.action.ts';
import { catalogueSource } from '../sources.action.ts';

/** The ways in which a product is delivered: shipped, picked up, by e-mail. */
export const getDeliveryWays = defineAction({
  id: 'delivery.get-ways',
  source: catalogueSource,
  input: z.object({ productId: z.string().min(1).max(200) }),
  output: type<readonly DeliveryKind[]>(),
  varyBy: ['channel'],
  cache: catalogueCache,
  tags: ({ productId }) => [`delivery-ways:${productId}`, 'delivery-methods'],
});
