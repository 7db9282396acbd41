import { definePrivateAction, type TypedForm, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { accountSource } from '../sources.action.ts';

/** A form of the account that was sent before this page: to be shown again, or to say what came of it. `null` = none. */
export const getAccountForm = definePrivateAction({
  id: 'account.form',
  source: accountSource,
  input: z.object({}),
  output: type<TypedForm | null>(),
});
