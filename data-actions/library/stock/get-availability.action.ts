import type { AvailabilityView } from '@vitrine/commerce-engine/client';
import { defineAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { stockSource } from '../sources.action.ts';
import { stockCache } from './stock-cache.action.ts';

/** Whether a variant can be bought in this channel. */
export const getAvailability = defineAction({
  id: 'stock.get-availability',
  source: stockSource,
  input: z.object({ variantId: z.string().min(1).max(200) }),
  output: type<AvailabilityView>(),
  varyBy: ['channel'],
  cache: stockCache,
  tags: ({ variantId }) => [`stock-variant:${variantId}`],
});
