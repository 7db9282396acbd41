import type { CartOutcome } from '@vitrine/commerce-engine/client';
import { defineMutation, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { PUT_BACK, putBackNotice } from './cart-notice.action.ts';
import { getCart } from './get-cart.action.ts';
import { quantity } from './quantity.ts';
import { recipientFields } from './recipient-fields.ts';

/** Puts a line back that was taken out, with as many of its pieces as can be had now. */
export const putBack = defineMutation({
  id: PUT_BACK,
  input: z.object({
    variantId: z.string().min(1).max(200),
    quantity,
    ...recipientFields,
    /** How many lines stood before it; anything else is the end. */
    place: z.coerce.number().int().min(0).max(1000).optional().catch(undefined),
  }),
  output: type<CartOutcome>(),
  updates: [getCart],
  form: (outcome, { input, from, locale }) => ({
    location: from,
    notice: putBackNotice(outcome, input, locale),
  }),
});
