import { declinedMessages } from '../declined-messages.ts';
import { orderMessages } from '../order-messages.ts';
import { orderProgressMessages } from '../order-progress-messages.ts';

export const orderConfirmationMessages = {
  en: {
    ...orderMessages.en,
    ...orderProgressMessages.en,
    ...declinedMessages.en,
    thanks: 'Thank you, {name}',
    mailed:
      'We mail the confirmation to {email}. You can come back to this page at any time: keep its address to yourself.',
    'not-cleared': 'We get it ready when the money has come.',
    pending: 'Your bank is still deciding',
    'pending-text':
      'That can take a moment. You may stay and look again, or close this page: we will mail you when it is done.',
    again: 'Look again',
    action: 'Your bank is waiting for you',
    'action-text': 'Please confirm the payment there. We hold your order for you until then.',
    'to-bank': 'Go on at the bank',
    'is-placed': 'Your order is placed',
    'is-placed-text': 'It has a page of its own, with how it stands and its papers.',
    'to-order': 'See your order',
    declined: 'The payment did not go through',
    'to-checkout': 'Back to checkout',
    unknown: 'There is no order at this address',
    'unknown-text':
      'Perhaps a part of the address got lost. You find your order with its number and your email.',
    lookup: 'Look up an order',
    shop: 'Look around',
    keep: 'Keep it in an account',
    'keep-text':
      'Choose a password, and this order and your next ones are in your account. We mail you a link to {email} to confirm it.',
    password: 'Password, at least 8 characters',
    'sign-up': 'Create account',
  },
  de: {
    ...orderMessages.de,
    ...orderProgressMessages.de,
    ...declinedMessages.de,
    thanks: 'Danke, {name}',
    mailed:
      'Die Bestätigung schicken wir an {email}. Sie können jederzeit hierher zurückkommen: Behalten Sie die Adresse dieser Seite für sich.',
    'not-cleared': 'Wir machen alles fertig, sobald das Geld da ist.',
    pending: 'Ihre Bank entscheidet noch',
    'pending-text':
      'Das kann einen Moment dauern. Sehen Sie gleich noch einmal nach oder schließen Sie die Seite: Wir schreiben Ihnen, sobald es so weit ist.',
    again: 'Noch einmal nachsehen',
    action: 'Ihre Bank wartet auf Sie',
    'action-text': 'Bitte bestätigen Sie dort die Zahlung. Bis dahin halten wir alles für Sie zurück.',
    'to-bank': 'Bei der Bank weitermachen',
    'is-placed': 'Ihre Bestellung ist da',
    'is-placed-text': 'Sie hat eine eigene Seite, mit ihrem Stand und ihren Belegen.',
    'to-order': 'Bestellung ansehen',
    declined: 'Die Zahlung hat nicht geklappt',
    'to-checkout': 'Zurück zur Kasse',
    unknown: 'Unter dieser Adresse ist keine Bestellung',
    'unknown-text':
      'Vielleicht fehlt ein Stück der Adresse. Mit Nummer und E-Mail finden Sie Ihre Bestellung.',
    lookup: 'Bestellung suchen',
    shop: 'Umsehen',
    keep: 'In einem Konto aufheben',
    'keep-text':
      'Wählen Sie ein Passwort, und diese und die nächsten Bestellungen stehen in Ihrem Konto. Zum Bestätigen schicken wir einen Link an {email}.',
    password: 'Passwort, mindestens 8 Zeichen',
    'sign-up': 'Konto anlegen',
  },
};
