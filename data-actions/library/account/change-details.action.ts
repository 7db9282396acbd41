import { defineMutation, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { field } from './account-fields.ts';
import { ownNotice } from './account-notice.action.ts';
import type { OwnFormOutcome } from './account-outcome.ts';
import { againOf } from './again-of.ts';
import { getMe } from './get-me.action.ts';
import { getProfile } from './get-profile.action.ts';

/** Name and telephone of whoever is signed in, and the language of their mails. */
export const changeDetails = defineMutation({
  id: 'account.change-details',
  input: z.object({ name: field, phone: field, locale: z.string().max(35).optional() }),
  output: type<OwnFormOutcome>(),
  updates: [getMe, getProfile],
  form: (outcome, { from, locale }) => ({
    location: from,
    notice: ownNotice(outcome, locale),
    ...againOf(outcome, ['name', 'phone', 'locale']),
  }),
});
