import type { CartOutcome } from '@vitrine/commerce-engine/client';
import { defineMutation, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { addedNotice, cartNotice } from './cart-notice.action.ts';
import { getCart } from './get-cart.action.ts';
import { quantity } from './quantity.ts';
import { recipientFields } from './recipient-fields.ts';

/** Adds pieces of a variant; the first ones make the cart. */
export const addToCart = defineMutation({
  id: 'cart.add',
  // How many is for the engine to judge: it says what is possible.
  input: z.object({
    variantId: z.string().min(1).max(200),
    quantity: quantity.default(1),
    ...recipientFields,
  }),
  output: type<CartOutcome>(),
  updates: [getCart],
  form: (outcome, { from, locale }) => ({
    location: from,
    notice: cartNotice(outcome, locale) ?? addedNotice(locale),
  }),
});
