import { defineMutation, type } from '@vitrine/data-actions';
import { getCart } from '../cart/get-cart.action.ts';
import { postedForm } from '../posted-form.ts';
import { checkoutNotice } from './checkout-notice.action.ts';
import type { Reopened } from './checkout-outcome.ts';
import { getCheckout } from './get-checkout.action.ts';

/** Gives up a payment under way, to change something or to pay in another way. */
export const reopenCheckout = defineMutation({
  id: 'checkout.reopen',
  // It may be a button of the checkout's form, which brings all its fields.
  input: postedForm,
  output: type<Reopened>(),
  updates: [getCart, getCheckout],
  form: ({ kind }, { from, locale }) => ({
    location: from,
    notice: kind === 'changed' ? undefined : checkoutNotice(kind, locale),
  }),
});
