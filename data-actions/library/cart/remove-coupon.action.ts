import type { CartOutcome } from '@vitrine/commerce-engine/client';
import { defineMutation, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { cartNotice } from './cart-notice.action.ts';
import { getCart } from './get-cart.action.ts';

/** Takes a code out of the cart. */
export const removeCoupon = defineMutation({
  id: 'cart.remove-coupon',
  input: z.object({ code: z.string().trim().max(200) }),
  output: type<CartOutcome>(),
  updates: [getCart],
  form: (outcome, { from, locale }) => ({ location: from, notice: cartNotice(outcome, locale) }),
});
