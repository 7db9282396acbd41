import { defineMutation, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { field } from './account-fields.ts';
import { ownNotice } from './account-notice.action.ts';
import type { OwnFormOutcome } from './account-outcome.ts';
import { againOf } from './again-of.ts';
import { getProfile } from './get-profile.action.ts';

/** Wants the present password, and signs out everywhere else. */
export const changePassword = defineMutation({
  id: 'account.change-password',
  input: z.object({ current: field, password: field }),
  output: type<OwnFormOutcome>(),
  updates: [getProfile],
  form: (outcome, { from, locale }) => ({
    location: from,
    notice: ownNotice(outcome, locale, 'password-changed'),
    ...againOf(outcome, []),
  }),
});
