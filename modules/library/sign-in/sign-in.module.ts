import { getAccountForm, getMe, getSignInProviders } from '@vitrine/data-actions/library';
import { defineHole, link, text } from '@vitrine/modules';
import { z } from 'zod';

/** Signing in by password or by a mailed link, and the way to a new password. */
export const signIn = defineHole({
  id: 'sign-in',
  title: 'Sign in',
  kind: 'section',
  isPartOfOne: true,
  version: 1,
  config: {
    title: text({ label: 'Title', maxLength: 60 }),
    account: link({ label: 'Page of the account', default: { kind: 'page', path: '/account' } }),
    signUp: link({ label: 'Page to sign up', default: { kind: 'page', path: '/account/sign-up' } }),
  },
  query: z.object({
    /** Where the shopper goes afterwards. */
    next: z.string().max(500).optional(),
    /** Slug of a product that is to be on the wish list then. */
    wish: z.string().max(200).optional(),
  }),
  critical: true,
  data: ({ need }) => ({
    me: need(getMe, {}),
    form: need(getAccountForm, {}),
    providers: need(getSignInProviders, {}).optional(),
  }),
  messages: {
    en: {
      title: 'Sign in',
      'wish-hint': 'Sign in with your password, and what you chose is on your wish list.',
      email: 'Email',
      password: 'Password',
      submit: 'Sign in',
      'without-password': 'Without a password',
      'link-text': 'We mail you a link that signs you in. It works once, for twenty minutes.',
      'mail-link': 'Mail me a link',
      with: 'Continue with {name}',
      forgotten: 'I forgot my password',
      new: 'New here?',
      'sign-up': 'Create an account',
      'reason.orders': 'See how your orders stand, also those you placed before as a guest',
      'reason.checkout': 'Check out without typing your address again',
      'reason.wishes': 'Keep a wish list and find your cart on every device',
      mailed: 'Look into your mailbox',
      'mailed-link':
        'If there is an account with {email}, a link that signs you in is on its way. It works once, for twenty minutes.',
      'mailed-reset':
        'If there is an account with {email}, a link to set a new password is on its way. It works once, for an hour.',
      'no-mail': 'Nothing there? Look among the unwanted mails, or check the address.',
      again: 'Try again',
      here: 'You are signed in',
      'here-text': 'as {name}.',
      'to-account': 'To your account',
      optional: '(optional)',
      'problem.email.missing': 'Please enter your email.',
      'problem.email.bad': 'Please enter an email address, such as name@example.com.',
      'problem.email.long': 'This is too long for an email address.',
      'problem.password.missing': 'Please enter your password, or have a link mailed to you.',
      'problem.password.refused': 'Email and password do not belong together. Please check both.',
    },
    de: {
      title: 'Anmelden',
      'wish-hint':
        'Melden Sie sich mit Ihrem Passwort an, dann steht auf Ihrem Merkzettel, was Sie gewählt haben.',
      email: 'E-Mail',
      password: 'Passwort',
      submit: 'Anmelden',
      'without-password': 'Ohne Passwort',
      'link-text': 'Wir schicken Ihnen einen Link, der Sie anmeldet. Er gilt einmal, zwanzig Minuten lang.',
      'mail-link': 'Link schicken',
      with: 'Weiter mit {name}',
      forgotten: 'Passwort vergessen',
      new: 'Neu hier?',
      'sign-up': 'Konto anlegen',
      'reason.orders': 'Sehen, wie es um Ihre Bestellungen steht, auch um frühere als Gast',
      'reason.checkout': 'Bestellen, ohne die Adresse noch einmal zu tippen',
      'reason.wishes': 'Merkzettel und Warenkorb auf jedem Gerät',
      mailed: 'Sehen Sie in Ihr Postfach',
      'mailed-link':
        'Gibt es ein Konto mit {email}, ist ein Link unterwegs, der Sie anmeldet. Er gilt einmal, zwanzig Minuten lang.',
      'mailed-reset':
        'Gibt es ein Konto mit {email}, ist ein Link für ein neues Passwort unterwegs. Er gilt einmal, eine Stunde lang.',
      'no-mail': 'Nichts da? Sehen Sie bei den unerwünschten Mails nach oder prüfen Sie die Adresse.',
      again: 'Noch einmal versuchen',
      here: 'Sie sind angemeldet',
      'here-text': 'als {name}.',
      'to-account': 'Zu Ihrem Konto',
      optional: '(freiwillig)',
      'problem.email.missing': 'Bitte Ihre E-Mail angeben.',
      'problem.email.bad': 'Bitte eine E-Mail-Adresse angeben, zum Beispiel name@example.com.',
      'problem.email.long': 'Das ist zu lang für eine E-Mail-Adresse.',
      'problem.password.missing': 'Bitte Ihr Passwort angeben oder einen Link schicken lassen.',
      'problem.password.refused': 'E-Mail und Passwort gehören nicht zusammen. Bitte beides prüfen.',
    },
  },
});
