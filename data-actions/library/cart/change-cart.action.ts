import { defineMutation, type } from '@vitrine/data-actions';
import { fieldIn, type PostedForm, postedForm } from '../posted-form.ts';
import type { CartFormOutcome } from './cart-form-outcome.ts';
import { cartNotice, couponNotice, removedNotice } from './cart-notice.action.ts';
import { getCart } from './get-cart.action.ts';

/** How many pieces of a line are wanted. */
export const quantityField = (lineId: string) => `quantity.${lineId}`;
/** How many the page showed: what nobody touched is not written, whatever became of it elsewhere. */
export const shownField = (lineId: string) => `shown.${lineId}`;

/**
 * The whole form of the cart: quantities by line (`quantityField` beside `shownField`; 0 takes a line out), `remove` with a line's
 * id, `code` for one more, `code.remove`. A button `to` = `checkout` leads on to `page.checkout` when nothing was refused.
 */
export const changeCart = defineMutation({
  id: 'cart.change',
  input: postedForm,
  output: type<CartFormOutcome>(),
  updates: [getCart],
  form: (outcome, { input, from, locale }) => {
    const { problems } = outcome;
    const isRefused = Object.keys(problems).length > 0;
    return {
      location: isRefused || outcome.refused ? from : nextPage(input, outcome, from),
      notice: noticeOf(outcome, locale),
      // Said at the field. A code keeps what was typed; a quantity is again what the cart holds.
      ...(isRefused && { again: { fields: 'code' in problems ? ['code'] : [], problems } }),
    };
  },
});

function nextPage(input: PostedForm, { cart }: CartFormOutcome, from: string): string {
  const checkout = fieldIn(input, 'page.checkout');
  return fieldIn(input, 'to') === 'checkout' && checkout && cart?.count !== 0 ? checkout : from;
}

function noticeOf({ refused, removed, cart, code }: CartFormOutcome, locale: string) {
  if (refused) return cartNotice(refused, locale);
  if (cart && removed.length > 0) return removedNotice(removed, cart, locale);
  return cart && code !== undefined ? couponNotice({ kind: 'changed', cart }, code, locale) : undefined;
}
