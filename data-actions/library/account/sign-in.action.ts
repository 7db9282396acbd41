import { defineMutation, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { getCart } from '../cart/get-cart.action.ts';
import { field, path } from './account-fields.ts';
import { signedInNotice, triesNotice } from './account-notice.action.ts';
import type { SignInFormOutcome } from './account-outcome.ts';
import { getMe } from './get-me.action.ts';
import { getMyWishes, isWished } from './get-my-wishes.action.ts';

/**
 * Signs in by password; the cart filled before becomes the customer's. `next` is where the shopper goes then, `wish` the slug of
 * a product that was to be put on the wish list.
 */
export const signIn = defineMutation({
  id: 'account.sign-in',
  input: z.object({ email: field, password: field, next: path, wish: z.string().max(200).optional() }),
  output: type<SignInFormOutcome>(),
  updates: [getMe, getCart, getMyWishes, isWished],
  form: (outcome, { input, from, locale }) => {
    if (outcome.kind === 'signed-in')
      return { location: input.next || from, notice: signedInNotice(outcome, locale) };
    return {
      location: from,
      ...(outcome.kind === 'too-many-tries' && { notice: triesNotice(outcome, locale) }),
      again: {
        fields: ['email', 'next'],
        problems: outcome.kind === 'problems' ? outcome.problems : { form: 'tries' },
      },
    };
  },
});
