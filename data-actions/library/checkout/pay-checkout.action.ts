import { defineMutation, type } from '@vitrine/data-actions';
import { getCart } from '../cart/get-cart.action.ts';
import { fieldIn, type PostedForm, postedForm } from '../posted-form.ts';
import { type FieldProblems, fieldsAgain } from './checkout-fields.ts';
import { checkoutNotice, paymentNotice } from './checkout-notice.action.ts';
import type { PayFormOutcome } from './checkout-outcome.ts';
import { atField, DECLINED, firstField } from './checkout-place.ts';
import { getCheckout } from './get-checkout.action.ts';

/**
 * Fills in what the form holds and pays. Besides what shoppers fill in, the form has `checkoutId` and `seen` of the view, and
 * where to go: `page.order` and `page.back`.
 */
export const payCheckout = defineMutation({
  id: 'checkout.pay',
  input: postedForm,
  output: type<PayFormOutcome>(),
  updates: [getCart, getCheckout],
  form: (outcome, { input, from, locale }) => {
    switch (outcome.kind) {
      case 'placed': {
        const { id, key } = outcome.order;
        return { location: withQuery(orderPage(input), { id, key }) };
      }
      case 'action':
        return { location: backPage(input, fieldIn(input, 'checkoutId') ?? ''), away: outcome.url };
      case 'pending':
        return { location: backPage(input, outcome.checkoutId) };
      case 'no-cart':
        return { location: atField(from, undefined), notice: checkoutNotice('no-cart', locale) };
      default:
        return {
          location: atField(from, placeOf(outcome)),
          notice: paymentNotice(outcome, locale),
          again: { fields: fieldsAgain(problemsOf(outcome)), problems: problemsOf(outcome) },
        };
    }
  },
});

/** Where a payment that is not decided yet is looked at. */
export function backPage(fields: PostedForm, checkout: string): string {
  return withQuery(fieldIn(fields, 'page.back') ?? '/checkout/back', { checkout });
}

function orderPage(fields: PostedForm): string {
  return fieldIn(fields, 'page.order') ?? '/order';
}

function withQuery(path: string, values: Readonly<Record<string, string>>): string {
  return `${path}?${new URLSearchParams(values)}`;
}

/** The field whose message says why nothing was paid; `undefined` when the notice does. */
function placeOf(outcome: PayFormOutcome): string | undefined {
  if (outcome.kind === 'declined') return DECLINED;
  return outcome.kind === 'look' ? outcome.next : firstField(problemsOf(outcome));
}

function problemsOf(outcome: PayFormOutcome): FieldProblems {
  return outcome.kind === 'problems' ? outcome.problems : {};
}
