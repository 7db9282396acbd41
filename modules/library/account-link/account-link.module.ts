import { getAccountForm } from '@vitrine/data-actions/library';
import { defineHole, link } from '@vitrine/modules';
import { z } from 'zod';

/** Where links of mails about an account lead. Only its button uses a link up: mail programs look at links too. */
export const accountLink = defineHole({
  id: 'account-link',
  title: 'Mailed link',
  kind: 'section',
  isPartOfOne: true,
  version: 1,
  config: {
    account: link({ label: 'Page of the account', default: { kind: 'page', path: '/account' } }),
    signIn: link({ label: 'Page to sign in', default: { kind: 'page', path: '/account/sign-in' } }),
  },
  query: z.object({
    for: z.enum(['sign-up', 'sign-in', 'reset', 'change-email']).optional().catch(undefined),
    token: z.string().max(200).optional(),
    /** Slug of a product that was to be put on the wish list. */
    wish: z.string().max(200).optional().catch(undefined),
  }),
  critical: true,
  data: ({ need }) => ({ form: need(getAccountForm, {}) }),
  messages: {
    en: {
      'sign-up': 'Welcome',
      'sign-up-text': 'Confirm that this email is yours, and your account is ready.',
      'sign-up-do': 'Confirm and sign in',
      'sign-in': 'Sign in',
      'sign-in-text': 'One click, and you are signed in on this device.',
      'sign-in-do': 'Sign in',
      'change-email': 'Your new email',
      'change-email-text': 'Confirm that this address is yours, and your account uses it from now on.',
      'change-email-do': 'Confirm',
      reset: 'Choose a new password',
      'reset-text': 'You will be signed out everywhere else.',
      'reset-do': 'Set password and sign in',
      password: 'New password',
      'password-use': 'At least 8 characters. A sentence is better than a word.',
      over: 'This link does not work any more',
      'over-text':
        'It works once and for a while only: perhaps it was used already, or a newer mail is in your mailbox. You can have another one sent.',
      'email-taken': 'This email belongs to another account',
      'email-taken-text':
        'Nothing was changed. Sign in with that email, or choose another one in your account.',
      'to-sign-in': 'To the sign-in page',
      optional: '(optional)',
      'problem.password.missing': 'Please choose a password.',
      'problem.password.short': 'Please use at least 8 characters.',
      'problem.password.long': 'Please use at most 200 characters.',
    },
    de: {
      'sign-up': 'Willkommen',
      'sign-up-text': 'Bestätigen Sie, dass diese E-Mail Ihnen gehört, und Ihr Konto ist bereit.',
      'sign-up-do': 'Bestätigen und anmelden',
      'sign-in': 'Anmelden',
      'sign-in-text': 'Ein Klick, und Sie sind auf diesem Gerät angemeldet.',
      'sign-in-do': 'Anmelden',
      'change-email': 'Ihre neue E-Mail',
      'change-email-text': 'Bestätigen Sie, dass diese Adresse Ihnen gehört; von da an nutzt Ihr Konto sie.',
      'change-email-do': 'Bestätigen',
      reset: 'Neues Passwort wählen',
      'reset-text': 'Überall sonst werden Sie dann abgemeldet.',
      'reset-do': 'Passwort setzen und anmelden',
      password: 'Neues Passwort',
      'password-use': 'Mindestens 8 Zeichen. Ein Satz ist besser als ein Wort.',
      over: 'Dieser Link gilt nicht mehr',
      'over-text':
        'Er gilt einmal und nur eine Weile: Vielleicht wurde er schon benutzt, oder eine neuere Mail liegt im Postfach. Sie können sich einen neuen schicken lassen.',
      'email-taken': 'Diese E-Mail gehört zu einem anderen Konto',
      'email-taken-text':
        'Es wurde nichts geändert. Melden Sie sich mit dieser E-Mail an oder wählen Sie in Ihrem Konto eine andere.',
      'to-sign-in': 'Zur Anmeldung',
      optional: '(freiwillig)',
      'problem.password.missing': 'Bitte ein Passwort wählen.',
      'problem.password.short': 'Bitte mindestens 8 Zeichen.',
      'problem.password.long': 'Bitte höchstens 200 Zeichen.',
    },
  },
});
