import { defineMutation, type } from '@vitrine/data-actions';
import { getCart } from '../cart/get-cart.action.ts';
import { checkoutForm, fieldsAgain } from './checkout-fields.ts';
import { checkoutNotice } from './checkout-notice.action.ts';
import type { CheckoutFormOutcome } from './checkout-outcome.ts';
import { getCheckout } from './get-checkout.action.ts';

/** Fills in what the form holds; prices, taxes and ways of delivery follow. */
export const updateCheckout = defineMutation({
  id: 'checkout.update',
  input: checkoutForm,
  output: type<CheckoutFormOutcome>(),
  updates: [getCart, getCheckout],
  form: (outcome, { from, locale }) => {
    if (outcome.kind !== 'filled') return { location: from, notice: checkoutNotice(outcome.kind, locale) };
    const { problems } = outcome;
    return { location: from, again: { fields: fieldsAgain(problems), problems } };
  },
});
