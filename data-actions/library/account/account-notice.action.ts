import type { FormAnswer } from '@vitrine/data-actions';
import type { DeleteFormOutcome, OwnFormOutcome, SignedIn, TooManyTries } from './account-outcome.ts';

type Notice = NonNullable<FormAnswer['notice']>;

const texts = {
  en: {
    'signed-in': (name: string) => `Hello ${name}, you are signed in.`,
    'signed-out': 'You are signed out.',
    'everywhere-out': 'You are signed out on every device.',
    'session-over':
      'You were signed out meanwhile, so nothing was changed. Please sign in and send it again.',
    'too-many-tries': (minutes: number) =>
      minutes === 1
        ? 'That were too many tries. Please wait a minute, then try again.'
        : `That were too many tries. Please wait ${minutes} minutes, then try again.`,
    saved: 'Saved.',
    problems: 'Nothing was changed yet. What is missing is marked below.',
    'password-changed': 'Your new password holds. Everywhere else you are signed out.',
    'email-mailed': (email: string) =>
      `We wrote to ${email}. Your new email holds as soon as you have used the link in that mail.`,
    'too-many': (max: number) => `There is room for ${max}. Please remove one first.`,
    removed: 'Removed.',
    joined: 'You are a member now.',
    wished: 'It is on your wish list.',
    unwished: 'It is no longer on your wish list.',
    erased: 'Your account is deleted. We wish you well.',
    'orders-open': (numbers: string) =>
      `Your account stays for now: of ${numbers} goods or money are still under way. Please try again when it is done.`,
    'being-paid':
      'Your account stays for now: an order of yours is being paid. Please finish or stop the payment, then try again.',
  },
  de: {
    'signed-in': (name: string) => `Hallo ${name}, Sie sind angemeldet.`,
    'signed-out': 'Sie sind abgemeldet.',
    'everywhere-out': 'Sie sind auf allen Geräten abgemeldet.',
    'session-over':
      'Sie wurden inzwischen abgemeldet, es wurde nichts geändert. Bitte melden Sie sich an und senden Sie es noch einmal.',
    'too-many-tries': (minutes: number) =>
      minutes === 1
        ? 'Das waren zu viele Versuche. Bitte warten Sie eine Minute.'
        : `Das waren zu viele Versuche. Bitte warten Sie ${minutes} Minuten.`,
    saved: 'Gespeichert.',
    problems: 'Es wurde noch nichts geändert. Was fehlt, ist unten markiert.',
    'password-changed': 'Ihr neues Passwort gilt. Überall sonst sind Sie abgemeldet.',
    'email-mailed': (email: string) =>
      `Wir haben an ${email} geschrieben. Die neue E-Mail gilt, sobald Sie den Link darin benutzt haben.`,
    'too-many': (max: number) => `Es ist Platz für ${max}. Bitte entfernen Sie zuerst etwas.`,
    removed: 'Entfernt.',
    joined: 'Sie sind jetzt Mitglied.',
    wished: 'Steht auf Ihrem Merkzettel.',
    unwished: 'Steht nicht mehr auf Ihrem Merkzettel.',
    erased: 'Ihr Konto ist gelöscht. Alles Gute!',
    'orders-open': (numbers: string) =>
      `Ihr Konto bleibt vorerst: Zu ${numbers} sind Ware oder Geld noch unterwegs. Bitte versuchen Sie es danach noch einmal.`,
    'being-paid':
      'Ihr Konto bleibt vorerst: Eine Bestellung von Ihnen wird gerade bezahlt. Bitte schließen Sie die Zahlung ab oder brechen Sie sie ab und versuchen Sie es dann noch einmal.',
  },
};

/** What is said once on the page after a sign-in. */
export function signedInNotice({ name, wished }: Pick<SignedIn, 'name' | 'wished'>, locale: string): Notice {
  const words = wordsOf(locale);
  const text = words['signed-in'](name);
  return { tone: 'good', text: wished ? `${text} ${words.wished}` : text };
}

type Plain =
  | 'signed-out'
  | 'everywhere-out'
  | 'saved'
  | 'password-changed'
  | 'removed'
  | 'joined'
  | 'wished'
  | 'unwished';

export function doneNotice(kind: Plain, locale: string): Notice {
  return { tone: 'good', text: wordsOf(locale)[kind] };
}

/** How long whoever tried too often waits. */
export function triesNotice({ retryAfterSeconds }: TooManyTries, locale: string): Notice {
  const minutes = Math.max(1, Math.ceil(retryAfterSeconds / 60));
  return { tone: 'bad', text: wordsOf(locale)['too-many-tries'](minutes) };
}

/** What came of a change; `done` says it where it was made. */
export function ownNotice(
  outcome: OwnFormOutcome,
  locale: string,
  done: Plain = 'saved',
): Notice | undefined {
  const words = wordsOf(locale);
  switch (outcome.kind) {
    case 'saved':
      return doneNotice(done, locale);
    case 'problems':
      return { tone: 'bad', text: words.problems };
    case 'signed-out':
      return { tone: 'bad', text: words['session-over'] };
    case 'too-many-tries':
      return triesNotice(outcome, locale);
    case 'too-many':
      return { tone: 'bad', text: words['too-many'](outcome.max) };
    case 'mailed':
      return undefined;
  }
}

export function emailMailedNotice(email: string, locale: string): Notice {
  return { tone: 'good', text: wordsOf(locale)['email-mailed'](email) };
}

export function deletedNotice(outcome: DeleteFormOutcome, locale: string): Notice {
  const words = wordsOf(locale);
  switch (outcome.kind) {
    case 'erased':
      return { tone: 'good', text: words.erased };
    case 'orders-open':
      return { tone: 'bad', text: words['orders-open'](outcome.numbers.join(', ')) };
    case 'being-paid':
      return { tone: 'bad', text: words['being-paid'] };
    case 'signed-out':
      return { tone: 'bad', text: words['session-over'] };
    case 'problems':
      return { tone: 'bad', text: words.problems };
  }
}

/** English where there are no words of the locale's language. */
function wordsOf(locale: string) {
  return locale.toLowerCase().split('-')[0] === 'de' ? texts.de : texts.en;
}
