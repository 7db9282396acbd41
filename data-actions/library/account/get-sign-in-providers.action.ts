import { definePrivateAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { accountSource } from '../sources.action.ts';

/** Somebody who can say who a shopper is, with the address where signing in there begins. */
export interface SignInProvider {
  readonly id: string;
  readonly name: string;
  readonly address: string;
}

/** Those this shop trusts; mostly none. */
export const getSignInProviders = definePrivateAction({
  id: 'account.sign-in-providers',
  source: accountSource,
  input: z.object({}),
  output: type<readonly SignInProvider[]>(),
});
