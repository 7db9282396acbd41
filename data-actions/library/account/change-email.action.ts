import { defineMutation, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { field } from './account-fields.ts';
import { emailMailedNotice, ownNotice } from './account-notice.action.ts';
import type { OwnFormOutcome } from './account-outcome.ts';
import { againOf } from './again-of.ts';

/** Mails a link to the new address, which holds when it was used. Wants the password where there is one. */
export const changeEmail = defineMutation({
  id: 'account.change-email',
  input: z.object({ email: field, password: field }),
  output: type<OwnFormOutcome>(),
  form: (outcome, { input, from, locale }) => ({
    location: from,
    notice:
      outcome.kind === 'mailed'
        ? emailMailedNotice(input.email.trim().slice(0, 254), locale)
        : ownNotice(outcome, locale),
    ...againOf(outcome, ['email']),
  }),
});
