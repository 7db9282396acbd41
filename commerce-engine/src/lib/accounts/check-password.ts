import { createHmac } from 'node:crypto';
import type { EngineContext } from '../engine-context.ts';
import { nobodysHash, verifyPassword } from '../identity/password-hash.ts';
import { passwordTries, type Tries } from './account-limits.ts';
import type { TooManyTries } from './accounts.views.ts';

export type CheckedPassword =
  | { readonly kind: 'right'; readonly tries: Tries }
  | { readonly kind: 'refused' }
  | TooManyTries;

/** Whether a password is right, after the same work whether there is one or not. A try counts until it is given back. */
export async function checkPassword(
  context: EngineContext,
  input: {
    readonly email: string;
    readonly from: string;
    readonly password: string;
    readonly kept: string | undefined;
  },
): Promise<CheckedPassword> {
  const { email, from, password, kept } = input;
  const tries = passwordTries(context, email, from);
  const wait = await tries.count(context.database);
  if (wait > 0) return { kind: 'too-many-tries', retryAfterSeconds: wait };
  const right = await verifyPassword(password, kept ?? nobodysHash(context.passwordCost));
  return right && kept !== undefined ? { kind: 'right', tries } : { kind: 'refused' };
}

/** A password as a part of what is kept of a request: nobody can test guesses with it. */
export function sealed(password: string, secret: string): string {
  return createHmac('sha256', secret).update(`password\n${password}`).digest('base64url');
}
