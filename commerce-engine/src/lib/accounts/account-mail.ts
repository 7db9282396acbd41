import type { WrittenMail } from '../mail/mail.ts';
import { escapeHtml, mailButton, mailPage } from '../mail/mail-page.ts';

/** What a mail about an account tells. */
export type AccountLetter =
  | 'sign-up'
  /** Somebody signs up with an address that has an account. */
  | 'account-exists'
  | 'sign-in'
  | 'reset'
  | 'change-email'
  /** To the address that was left. */
  | 'email-changed';

interface Words {
  readonly subject: string;
  readonly title: string;
  readonly text: string;
  readonly button?: string;
  readonly end: string;
}

const en: Readonly<Record<AccountLetter, Words>> = {
  'sign-up': {
    subject: 'Confirm your email',
    title: 'Welcome.',
    text: 'One click and your account is ready. Orders you placed with this address before are then in it.',
    button: 'Confirm my email',
    end: 'The link works once, for a day. With it the password holds that was chosen when signing up. If that was not you, leave it: nothing happens then.',
  },
  'account-exists': {
    subject: 'You have an account already',
    title: 'You have an account already.',
    text: 'Somebody, probably you, wanted to sign up with this address. Sign in instead; if you forgot your password, you can set a new one there.',
    button: 'Sign in',
    end: 'If it was not you, there is nothing to do.',
  },
  'sign-in': {
    subject: 'Your link to sign in',
    title: 'Sign in with one click.',
    text: 'You asked for a link to sign in.',
    button: 'Sign in',
    end: 'The link works once, for twenty minutes. If you did not ask for it, leave it: without it nobody comes in.',
  },
  reset: {
    subject: 'Set a new password',
    title: 'Set a new password.',
    text: 'You asked to set a new password. You will be signed out everywhere else.',
    button: 'Choose a new password',
    end: 'The link works once, for an hour. If you did not ask for it, leave it: your password stays as it is.',
  },
  'change-email': {
    subject: 'Confirm your new email',
    title: 'Is this your new email?',
    text: 'Confirm that this address is yours, and your account uses it from then on.',
    button: 'Confirm my email',
    end: 'The link works once, for a day. If you did not ask for it, leave it.',
  },
  'email-changed': {
    subject: 'Your email was changed',
    title: 'Your account has another email now.',
    text: 'From now on we write to your new address, and you sign in with it.',
    end: 'If it was not you, answer this mail at once: we can stop it.',
  },
};

const de: Readonly<Record<AccountLetter, Words>> = {
  'sign-up': {
    subject: 'Bitte bestätigen Sie Ihre E-Mail',
    title: 'Willkommen.',
    text: 'Ein Klick, und Ihr Konto ist bereit. Was Sie mit dieser Adresse schon bestellt haben, steht dann darin.',
    button: 'E-Mail bestätigen',
    end: 'Der Link gilt einmal, einen Tag lang. Mit ihm gilt das Passwort, das beim Anlegen gewählt wurde. Waren Sie das nicht, lassen Sie ihn liegen: Dann geschieht nichts.',
  },
  'account-exists': {
    subject: 'Sie haben schon ein Konto',
    title: 'Sie haben schon ein Konto.',
    text: 'Jemand, vermutlich Sie, wollte mit dieser Adresse ein Konto anlegen. Melden Sie sich stattdessen an; ein vergessenes Passwort lässt sich dort neu setzen.',
    button: 'Anmelden',
    end: 'Waren Sie es nicht, ist nichts zu tun.',
  },
  'sign-in': {
    subject: 'Ihr Link zum Anmelden',
    title: 'Mit einem Klick anmelden.',
    text: 'Sie haben einen Link zum Anmelden angefordert.',
    button: 'Anmelden',
    end: 'Der Link gilt einmal, zwanzig Minuten lang. Haben Sie ihn nicht angefordert, lassen Sie ihn liegen: Ohne ihn kommt niemand hinein.',
  },
  reset: {
    subject: 'Neues Passwort setzen',
    title: 'Neues Passwort setzen.',
    text: 'Sie möchten ein neues Passwort setzen. Überall sonst werden Sie dann abgemeldet.',
    button: 'Neues Passwort wählen',
    end: 'Der Link gilt einmal, eine Stunde lang. Haben Sie ihn nicht angefordert, lassen Sie ihn liegen: Ihr Passwort bleibt, wie es ist.',
  },
  'change-email': {
    subject: 'Bitte bestätigen Sie Ihre neue E-Mail',
    title: 'Ist das Ihre neue E-Mail?',
    text: 'Bestätigen Sie, dass diese Adresse Ihnen gehört; von da an nutzt Ihr Konto sie.',
    button: 'E-Mail bestätigen',
    end: 'Der Link gilt einmal, einen Tag lang. Haben Sie ihn nicht angefordert, lassen Sie ihn liegen.',
  },
  'email-changed': {
    subject: 'Ihre E-Mail wurde geändert',
    title: 'Ihr Konto hat jetzt eine andere E-Mail.',
    text: 'Ab jetzt schreiben wir an Ihre neue Adresse, und Sie melden sich mit ihr an.',
    end: 'Waren Sie es nicht, antworten Sie gleich auf diese Mail: Wir können es aufhalten.',
  },
};

/** A mail about somebody's account, in their language. Pure. */
export function accountMail(
  letter: AccountLetter,
  { to, locale, link }: { readonly to: string; readonly locale: string; readonly link?: string },
): WrittenMail {
  const { subject, title, text, button, end } = (locale.toLowerCase().startsWith('de') ? de : en)[letter];
  const way = link !== undefined && button !== undefined ? { link, button } : undefined;
  return {
    to,
    subject,
    text: [title, '', text, ...(way ? ['', `${way.button}: ${way.link}`] : []), '', end, ''].join('\n'),
    html: mailPage(locale, [
      `<h1 style="font-size:22px;margin:0 0 8px">${escapeHtml(title)}</h1>`,
      `<p style="margin:0">${escapeHtml(text)}</p>`,
      ...(way ? [mailButton(way.link, way.button)] : []),
      `<p style="margin:24px 0 0;color:#5a6466;font-size:14px">${escapeHtml(end)}</p>`,
    ]),
  };
}
