import type { OrderProgressView } from '@vitrine/commerce-engine/client';
import { definePrivateAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { cartSource } from '../sources.action.ts';

/**
 * What became of an order, for whoever has its key, or without a key for the customer who is signed in; `null` = there is no such
 * order, or it is somebody else's.
 */
export const getOrderProgress = definePrivateAction({
  id: 'order.progress',
  source: cartSource,
  input: z.object({ id: z.string().max(200), key: z.string().max(200).optional() }),
  output: type<OrderProgressView | null>(),
});
