import { z } from '@hono/zod-openapi';
import {
  askForLinkSchema,
  askForMailSchema,
  changeEmailSchema,
  changePasswordSchema,
  followLinkSchema,
  resetSchema,
  signUpSchema,
} from '../accounts/account-input.ts';
import type { CommerceEngine } from '../engine.ts';
import type { Actor } from '../identity/identity.views.ts';
import {
  accountSchema,
  credentialOutcomeSchema,
  linkOutcomeSchema,
  mailedSchema,
  shopperSignInSchema,
} from './customer-schemas.ts';
import { type Operation, operation } from './operation.ts';
import { customerActor } from './view-schemas.ts';

/** How shoppers come in. None of these is repeated under a key: a mail or a session more does no harm, a stored token would. */
export function accountOperations({ accounts }: CommerceEngine): Operation[] {
  const customer = { needs: 'customer', changes: true } as const;
  return [
    operation({
      id: 'signUp',
      summary: 'Mails a link that finishes signing up. Says the same for an address that has an account',
      method: 'post',
      path: '/accounts',
      guessable: true,
      body: signUpSchema.omit({ from: true }),
      answer: mailedSchema,
      handle: ({ body, from }) => accounts.signUp({ ...body, from }),
    }),
    operation({
      id: 'signInShopper',
      summary: 'A session for a customer',
      method: 'post',
      path: '/sessions',
      guessable: true,
      body: z.strictObject({ email: z.string().max(254), password: z.string().max(200) }),
      answer: shopperSignInSchema,
      handle: ({ body, from }) => accounts.signIn({ ...body, from }),
    }),
    operation({
      id: 'askForLink',
      summary: 'Mails a link that signs in, if there is an account',
      method: 'post',
      path: '/sign-in-links',
      guessable: true,
      body: askForLinkSchema.omit({ from: true }),
      answer: mailedSchema,
      handle: ({ body, from }) => accounts.askForLink({ ...body, from }),
    }),
    operation({
      id: 'askForReset',
      summary: 'Mails a link to set a new password, if there is an account',
      method: 'post',
      path: '/password-resets',
      guessable: true,
      body: askForMailSchema.omit({ from: true }),
      answer: mailedSchema,
      handle: ({ body, from }) => accounts.askForReset({ ...body, from }),
    }),
    operation({
      id: 'followLink',
      summary: 'Does what a mailed link is for, once, and signs in',
      method: 'post',
      path: '/link-uses',
      guessable: true,
      body: followLinkSchema,
      answer: linkOutcomeSchema,
      handle: ({ body }) => accounts.followLink(body),
    }),
    operation({
      id: 'resetPassword',
      summary: 'Sets a password by a mailed link, and signs out everywhere else',
      method: 'post',
      path: '/passwords',
      guessable: true,
      body: resetSchema,
      answer: linkOutcomeSchema,
      handle: ({ body }) => accounts.reset(body),
    }),
    operation({
      id: 'signOutShopper',
      summary: 'Ends the session whose token this is',
      method: 'delete',
      path: '/sessions/current',
      needs: 'customer',
      answer: z.object({ ended: z.literal(true) }),
      handle: async ({ token }) => {
        await accounts.signOut(token ?? '');
        return { ended: true as const };
      },
    }),
    operation({
      ...customer,
      id: 'signOutEverywhere',
      summary: 'Ends all sessions of the customer',
      method: 'delete',
      path: '/sessions',
      answer: z.object({ ended: z.int() }),
      handle: ({ command }) => accounts.signOutEverywhere(command),
    }),
    operation({
      id: 'getAccount',
      summary: 'Who is signed in, and how they sign in',
      method: 'get',
      path: '/my/account',
      needs: 'customer',
      answer: z.object({ actor: customerActor, account: accountSchema }),
      handle: async ({ actor }) => ({ actor: shopper(actor), account: await accounts.view(shopper(actor)) }),
    }),
    operation({
      ...customer,
      id: 'changePassword',
      summary: 'Wants the present password, and signs out everywhere else',
      method: 'post',
      path: '/my/account/password',
      body: changePasswordSchema,
      answer: credentialOutcomeSchema,
      handle: ({ command, body, token, from }) =>
        accounts.changePassword(command, body, { from, ...(token !== undefined && { token }) }),
    }),
    operation({
      ...customer,
      id: 'changeEmail',
      summary: 'Mails a link to the new address; it holds when that was used',
      method: 'post',
      path: '/my/account/email',
      body: changeEmailSchema,
      answer: credentialOutcomeSchema,
      handle: ({ command, body, from }) => accounts.changeEmail(command, body, { from }),
    }),
  ];
}

/** The operation needs one. */
export function shopper(actor: Actor): Actor & { kind: 'customer' } {
  return actor as Actor & { kind: 'customer' };
}
