import { getCheckout } from '@vitrine/data-actions/library';
import { defineHole, link } from '@vitrine/modules';

/** Who buys: email, name and telephone. */
export const checkoutContact = defineHole({
  id: 'checkout-contact',
  title: 'Checkout: contact',
  kind: 'block',
  isPartOfOne: true,
  version: 1,
  config: {
    signIn: link({ label: 'Page to sign in', default: { kind: 'page', path: '/account/sign-in' } }),
  },
  critical: true,
  data: ({ need }) => ({ page: need(getCheckout, {}) }),
  messages: {
    en: {
      title: 'Contact',
      email: 'Email',
      name: 'Full name',
      phone: 'Telephone',
      vatId: 'VAT number',
      'vatId-use': 'For companies in the EU, as in DE136695976. It stands on your invoice.',
      optional: '(optional)',
      known: 'You have an account?',
      'sign-in': 'Sign in',
      as: 'You are signed in as {name}.',
      'email-use': 'The confirmation of your order goes there.',
      'problem.contact.email': 'Please enter an email address, such as name@example.com.',
      'problem.contact.name': 'Please enter your name.',
      'problem.contact.phone': 'Please enter a telephone number, or leave it empty.',
      'problem.vatId':
        'Please enter a VAT number that is in use, with its country first as in DE136695976, or leave it empty.',
      'problem.long': 'This is too long.',
    },
    de: {
      title: 'Kontakt',
      email: 'E-Mail',
      name: 'Vor- und Nachname',
      phone: 'Telefon',
      vatId: 'USt-IdNr.',
      'vatId-use': 'Für Firmen in der EU, zum Beispiel DE136695976. Sie steht auf Ihrer Rechnung.',
      optional: '(freiwillig)',
      known: 'Sie haben ein Konto?',
      'sign-in': 'Anmelden',
      as: 'Sie sind als {name} angemeldet.',
      'email-use': 'Dorthin schicken wir die Bestätigung.',
      'problem.contact.email': 'Bitte eine E-Mail-Adresse angeben, zum Beispiel name@example.com.',
      'problem.contact.name': 'Bitte Ihren Namen angeben.',
      'problem.contact.phone': 'Bitte eine Telefonnummer angeben oder das Feld leer lassen.',
      'problem.vatId':
        'Bitte eine gültige USt-IdNr. mit dem Land am Anfang angeben, zum Beispiel DE136695976, oder das Feld leer lassen.',
      'problem.long': 'Das ist zu lang.',
    },
  },
});
