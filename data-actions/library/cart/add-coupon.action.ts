import type { CartOutcome } from '@vitrine/commerce-engine/client';
import { defineMutation, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { cartNotice, couponNotice } from './cart-notice.action.ts';
import { getCart } from './get-cart.action.ts';

/** Puts a code into the cart; whether it takes anything off is for the cart to show. */
export const addCoupon = defineMutation({
  id: 'cart.add-coupon',
  input: z.object({ code: z.string().trim().max(200) }),
  output: type<CartOutcome>(),
  updates: [getCart],
  form: (outcome, { from, locale, input }) =>
    outcome.kind === 'coupon-refused'
      ? // Said at the field, which keeps what was typed.
        { location: from, again: { fields: ['code'], problems: { code: outcome.reason } } }
      : {
          location: from,
          notice: cartNotice(outcome, locale) ?? couponNotice(outcome, input.code, locale),
        },
});
