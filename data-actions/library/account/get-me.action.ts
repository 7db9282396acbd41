import { definePrivateAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { accountSource } from '../sources.action.ts';

/** Whoever is signed in, as far as a header tells it. */
export interface Me {
  readonly name: string;
  readonly email: string;
}

/** `null` = nobody is signed in. */
export const getMe = definePrivateAction({
  id: 'account.me',
  source: accountSource,
  input: z.object({}),
  output: type<Me | null>(),
});
