import { getCheckout } from '@vitrine/data-actions/library';
import { defineHole, link } from '@vitrine/modules';

/** A word to the shop, and the terms. */
export const checkoutTerms = defineHole({
  id: 'checkout-terms',
  title: 'Checkout: note and terms',
  kind: 'block',
  version: 1,
  config: { terms: link({ label: 'Terms and conditions', help: 'Where shoppers can read them.' }) },
  critical: true,
  data: ({ need }) => ({ page: need(getCheckout, {}) }),
  messages: {
    en: {
      title: 'Anything else?',
      note: 'Note on your order',
      optional: '(optional)',
      'agree-before': 'I have read the',
      'agree-link': 'terms and conditions',
      'agree-after': 'and agree to them.',
      'problem.terms': 'Please agree to the terms and conditions.',
      'problem.note': 'This is too long. A thousand characters fit.',
      'problem.long': 'This is too long. A thousand characters fit.',
    },
    de: {
      title: 'Noch etwas?',
      note: 'Anmerkung zur Bestellung',
      optional: '(freiwillig)',
      'agree-before': 'Ich habe die',
      'agree-link': 'Allgemeinen Geschäftsbedingungen',
      'agree-after': 'gelesen und stimme ihnen zu.',
      'problem.terms': 'Bitte stimmen Sie den Geschäftsbedingungen zu.',
      'problem.note': 'Das ist zu lang. Tausend Zeichen passen hinein.',
      'problem.long': 'Das ist zu lang. Tausend Zeichen passen hinein.',
    },
  },
});
