import type { CartOutcome } from '@vitrine/commerce-engine/client';
import { defineMutation, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { cartNotice } from './cart-notice.action.ts';
import { getCart } from './get-cart.action.ts';
import { quantity } from './quantity.ts';

/** Sets how many pieces of a line are wanted; 0 removes it. */
export const setCartQuantity = defineMutation({
  id: 'cart.set-quantity',
  input: z.object({ lineId: z.string().min(1).max(200), quantity }),
  output: type<CartOutcome>(),
  updates: [getCart],
  form: (outcome, { from, locale }) => ({ location: from, notice: cartNotice(outcome, locale) }),
});
