import { defineMutation, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { field } from './account-fields.ts';
import { ownNotice } from './account-notice.action.ts';
import type { OwnFormOutcome } from './account-outcome.ts';
import { againOf } from './again-of.ts';
import { getProfile } from './get-profile.action.ts';

/** Writes down a VAT number of whoever is signed in. */
export const saveTaxNumber = defineMutation({
  id: 'account.save-tax-number',
  input: z.object({ vatId: field }),
  output: type<OwnFormOutcome>(),
  updates: [getProfile],
  form: (outcome, { from, locale }) => ({
    location: from,
    notice: ownNotice(outcome, locale),
    ...againOf(outcome, ['vatId']),
  }),
});
