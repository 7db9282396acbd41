import { defineMutation, type } from '@vitrine/data-actions';
import { getCart } from '../cart/get-cart.action.ts';
import { fieldIn, postedForm } from '../posted-form.ts';
import { fieldsAgain } from './checkout-fields.ts';
import { checkoutNotice } from './checkout-notice.action.ts';
import type { CheckoutFormOutcome } from './checkout-outcome.ts';
import { atField, firstField } from './checkout-place.ts';
import { getCheckout } from './get-checkout.action.ts';

/** Fills in what the form holds; prices, taxes and ways of delivery follow. */
export const updateCheckout = defineMutation({
  id: 'checkout.update',
  input: postedForm,
  output: type<CheckoutFormOutcome>(),
  updates: [getCart, getCheckout],
  form: (outcome, { input, from, locale }) => {
    if (outcome.kind !== 'filled')
      return { location: atField(from, undefined), notice: checkoutNotice(outcome.kind, locale) };
    const { problems, next } = outcome;
    // What was typed before an own address was chosen is not typed any more.
    const isChosen = fieldIn(input, 'address.use') !== undefined;
    const fields = fieldsAgain(problems).filter((name) => !(isChosen && name.startsWith('address.')));
    return {
      location: atField(from, firstField(problems) ?? next),
      again: { fields: [...fields, 'tried'], problems },
    };
  },
});
