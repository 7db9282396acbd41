import type { CartView } from '@vitrine/commerce-engine/client';
import { definePrivateAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { cartSource } from '../sources.action.ts';

/** The shopper's cart; `null` when there is none. That is an answer: a cart that could not be read is none. */
export const getCart = definePrivateAction({
  id: 'cart.get-cart',
  source: cartSource,
  input: z.object({}),
  output: type<CartView | null>(),
});
