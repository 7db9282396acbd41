import { defineMutation, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { getCart } from '../cart/get-cart.action.ts';
import { field, path } from './account-fields.ts';
import { deletedNotice } from './account-notice.action.ts';
import type { DeleteFormOutcome } from './account-outcome.ts';
import { againOf } from './again-of.ts';
import { getMe } from './get-me.action.ts';

/** Forgets whoever is signed in, but for what bookkeeping needs. They type their email, so that it is no slip of a finger. */
export const deleteAccount = defineMutation({
  id: 'account.delete',
  input: z.object({ email: field, next: path }),
  output: type<DeleteFormOutcome>(),
  updates: [getMe, getCart],
  form: (outcome, { input, from, locale }) => ({
    location: outcome.kind === 'erased' ? input.next || '/' : from,
    notice: deletedNotice(outcome, locale),
    ...againOf(outcome, ['email']),
  }),
});
