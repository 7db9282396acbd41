import { getCheckout } from '@vitrine/data-actions/library';
import { defineHole } from '@vitrine/modules';
import { declinedMessages } from '../declined-messages.ts';

/** How to pay. Why the last payment did not go through is said here. */
export const checkoutPayment = defineHole({
  id: 'checkout-payment',
  title: 'Checkout: payment',
  kind: 'block',
  isPartOfOne: true,
  version: 1,
  config: {},
  critical: true,
  data: ({ need }) => ({ page: need(getCheckout, {}) }),
  messages: {
    en: {
      ...declinedMessages.en,
      title: 'Payment',
      none: 'There is no way to pay right now. Please try again later.',
      free: 'There is nothing to pay.',
      covered: 'Gift cards and credit cover everything: there is nothing to choose here.',
      optional: '(optional)',
      'problem.payment': 'Please choose how you would like to pay.',
      'problem.long': 'This is too long.',
    },
    de: {
      ...declinedMessages.de,
      title: 'Zahlung',
      none: 'Zurzeit kann man nicht bezahlen. Bitte versuchen Sie es später noch einmal.',
      free: 'Es ist nichts zu bezahlen.',
      covered: 'Geschenkkarten und Guthaben decken alles: Hier ist nichts zu wählen.',
      optional: '(freiwillig)',
      'problem.payment': 'Bitte wählen, wie Sie bezahlen möchten.',
      'problem.long': 'Das ist zu lang.',
    },
  },
});
