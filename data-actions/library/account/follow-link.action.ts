import { defineMutation, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { getCart } from '../cart/get-cart.action.ts';
import { field, path } from './account-fields.ts';
import { signedInNotice } from './account-notice.action.ts';
import type { LinkFormOutcome } from './account-outcome.ts';
import { getMe } from './get-me.action.ts';

/** Does what a mailed link is for, once, and signs in. Posted: looking at the link's page uses nothing up. */
export const followLink = defineMutation({
  id: 'account.follow-link',
  input: z.object({ token: field, next: path }),
  output: type<LinkFormOutcome>(),
  updates: [getMe, getCart],
  form: (outcome, { input, from, locale }) =>
    outcome.kind === 'signed-in'
      ? { location: input.next || from, notice: signedInNotice(outcome, locale) }
      : { location: from, again: { fields: [], problems: { token: outcome.kind } } },
});
