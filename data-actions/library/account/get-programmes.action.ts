import type { ProgrammeView } from '@vitrine/commerce-engine/client';
import { definePrivateAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { accountSource } from '../sources.action.ts';

/** Loyalty programmes that hold here, for members and for who could be one; mostly one or none. */
export const getProgrammes = definePrivateAction({
  id: 'account.programmes',
  source: accountSource,
  input: z.object({}),
  output: type<readonly ProgrammeView[]>(),
});
