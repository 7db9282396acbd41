import { defineMutation, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { ownNotice } from './account-notice.action.ts';
import type { OwnFormOutcome } from './account-outcome.ts';
import { getMyLoyalty } from './get-my-loyalty.action.ts';

/** Makes whoever is signed in a member of a loyalty programme. */
export const joinProgramme = defineMutation({
  id: 'account.join-programme',
  input: z.object({ programmeId: z.string().min(1).max(63) }),
  output: type<OwnFormOutcome>(),
  updates: [getMyLoyalty],
  form: (outcome, { from, locale }) => ({ location: from, notice: ownNotice(outcome, locale, 'joined') }),
});
