import { defineMutation, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { getCart } from '../cart/get-cart.action.ts';
import { path } from './account-fields.ts';
import { doneNotice } from './account-notice.action.ts';
import type { SignedOut } from './account-outcome.ts';
import { getMe } from './get-me.action.ts';

/** Ends the session of this browser, or of all. The customer's cart stays theirs; this browser forgets it. */
export const signOut = defineMutation({
  id: 'account.sign-out',
  input: z.object({ everywhere: z.literal('yes').optional(), next: path }),
  output: type<SignedOut>(),
  updates: [getMe, getCart],
  form: (_, { input, from, locale }) => ({
    location: input.next || from,
    notice: doneNotice(input.everywhere ? 'everywhere-out' : 'signed-out', locale),
  }),
});
