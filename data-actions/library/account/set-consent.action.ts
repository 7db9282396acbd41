import { defineMutation, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { box } from './account-fields.ts';
import { ownNotice } from './account-notice.action.ts';
import type { OwnFormOutcome } from './account-outcome.ts';
import { getProfile } from './get-profile.action.ts';

/** Agrees to a use of what the shop knows, or withdraws that. `textVersion` names the wording that was read. */
export const setConsent = defineMutation({
  id: 'account.set-consent',
  input: z.object({
    purpose: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
    granted: box,
    textVersion: z.string().min(1).max(60),
  }),
  output: type<OwnFormOutcome>(),
  updates: [getProfile],
  form: (outcome, { from, locale }) => ({ location: from, notice: ownNotice(outcome, locale) }),
});
