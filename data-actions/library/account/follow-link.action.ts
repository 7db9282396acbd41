import { defineMutation, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { getCart } from '../cart/get-cart.action.ts';
import { field, path } from './account-fields.ts';
import { signedInNotice } from './account-notice.action.ts';
import type { LinkFormOutcome } from './account-outcome.ts';
import { getMe } from './get-me.action.ts';
import { getMyWishes, isWished } from './get-my-wishes.action.ts';

/**
 * Does what a mailed link is for, once, and signs in. Posted: looking at the link's page uses nothing up. `wish` is the slug of a
 * product that was to be put on the wish list.
 */
export const followLink = defineMutation({
  id: 'account.follow-link',
  input: z.object({ token: field, next: path, wish: z.string().max(200).optional() }),
  output: type<LinkFormOutcome>(),
  updates: [getMe, getCart, getMyWishes, isWished],
  form: (outcome, { input, from, locale }) =>
    outcome.kind === 'signed-in'
      ? { location: input.next || from, notice: signedInNotice(outcome, locale) }
      : { location: from, again: { fields: [], problems: { token: outcome.kind } } },
});
