import { defineMutation, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { field, path } from './account-fields.ts';
import { triesNotice } from './account-notice.action.ts';
import type { MailedFormOutcome } from './account-outcome.ts';

/**
 * Mails a link that signs in, if there is an account. A button of the form to sign in, which brings its other fields; `wish` is
 * the slug of a product that was to be put on the wish list.
 */
export const askForLink = defineMutation({
  id: 'account.ask-for-link',
  input: z.object({ email: field, next: path, wish: z.string().max(200).optional() }),
  output: type<MailedFormOutcome>(),
  form: (outcome, { from, locale }) => ({
    location: from,
    ...(outcome.kind === 'too-many-tries' && { notice: triesNotice(outcome, locale) }),
    again: {
      fields: ['email', 'next'],
      problems:
        outcome.kind === 'problems' ? outcome.problems : outcome.kind === 'mailed' ? {} : { form: 'tries' },
    },
  }),
});
