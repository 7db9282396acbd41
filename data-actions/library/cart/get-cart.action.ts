import type { CartView } from '@vitrine/commerce-engine/client';
import { definePrivateAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { cartSource } from '../sources.action.ts';

/** The shopper's cart; missing when there is none. */
export const getCart = definePrivateAction({
  id: 'cart.get-cart',
  source: cartSource,
  input: z.object({}),
  output: type<CartView>(),
});
