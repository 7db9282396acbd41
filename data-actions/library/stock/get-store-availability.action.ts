import type { StoreAvailabilityView } from '@vitrine/commerce-engine/client';
import { defineAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { stockSource } from '../sources.action.ts';
import { stockCache } from './stock-cache.action.ts';

/** In which stores a variant can be had. */
export const getStoreAvailability = defineAction({
  id: 'stock.get-store-availability',
  source: stockSource,
  input: z.object({ variantId: z.string().min(1).max(200) }),
  output: type<readonly StoreAvailabilityView[]>(),
  varyBy: ['channel'],
  cache: stockCache,
  tags: ({ variantId }) => [`stock-variant:${variantId}`],
});
