import { defineMutation, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { getCart } from '../cart/get-cart.action.ts';
import { field, path } from './account-fields.ts';
import { doneNotice } from './account-notice.action.ts';
import type { LinkFormOutcome } from './account-outcome.ts';
import { getMe } from './get-me.action.ts';

/** Sets a password by a mailed link and signs out everywhere else. */
export const setPassword = defineMutation({
  id: 'account.set-password',
  input: z.object({ token: field, password: field, next: path }),
  output: type<LinkFormOutcome>(),
  updates: [getMe, getCart],
  form: (outcome, { input, from, locale }) => {
    if (outcome.kind === 'signed-in')
      return { location: input.next || from, notice: doneNotice('password-changed', locale) };
    const problems = outcome.kind === 'problems' ? outcome.problems : { token: outcome.kind };
    return { location: from, again: { fields: [], problems } };
  },
});
