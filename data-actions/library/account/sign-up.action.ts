import { defineMutation, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { field } from './account-fields.ts';
import { triesNotice } from './account-notice.action.ts';
import type { MailedFormOutcome } from './account-outcome.ts';

/** Mails a link that finishes signing up. Until it is used nothing is known of the person. */
export const signUp = defineMutation({
  id: 'account.sign-up',
  input: z.object({ email: field, name: field, password: field }),
  output: type<MailedFormOutcome>(),
  form: (outcome, { from, locale }) => ({
    location: from,
    ...(outcome.kind === 'too-many-tries' && { notice: triesNotice(outcome, locale) }),
    again: {
      fields: ['email', 'name'],
      problems:
        outcome.kind === 'problems' ? outcome.problems : outcome.kind === 'mailed' ? {} : { form: 'tries' },
    },
  }),
});
