import { defineMutation, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { field } from './account-fields.ts';
import { ownNotice } from './account-notice.action.ts';
import type { OwnFormOutcome } from './account-outcome.ts';
import { getProfile } from './get-profile.action.ts';

export const removeTaxNumber = defineMutation({
  id: 'account.remove-tax-number',
  input: z.object({ vatId: field }),
  output: type<OwnFormOutcome>(),
  updates: [getProfile],
  form: (outcome, { from, locale }) => ({ location: from, notice: ownNotice(outcome, locale, 'removed') }),
});
