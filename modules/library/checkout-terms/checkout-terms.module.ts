import { getCheckout } from '@vitrine/data-actions/library';
import { boolean, defineHole, link } from '@vitrine/modules';

/** A word to the shop, one to whoever gets the goods, and the terms. */
export const checkoutTerms = defineHole({
  id: 'checkout-terms',
  title: 'Checkout: note and terms',
  kind: 'block',
  isPartOfOne: true,
  version: 1,
  config: {
    terms: link({ label: 'Terms and conditions', help: 'Where shoppers can read them.' }),
    giftMessage: boolean({
      label: 'Ask for a gift message',
      help: 'It is printed on the paper in the parcel.',
      default: true,
    }),
  },
  critical: true,
  data: ({ need }) => ({ page: need(getCheckout, {}) }),
  messages: {
    en: {
      title: 'Anything else?',
      note: 'Note on your order',
      giftMessage: 'A gift? Your message to whoever gets it',
      'gift-hint': 'We print it on the paper in the parcel, which tells no prices.',
      'gift-hint-mailed':
        'It stands in the e-mail with your gift cards, unless you wrote a message with the card itself.',
      optional: '(optional)',
      'agree-before': 'I have read the',
      'agree-link': 'terms and conditions',
      'agree-after': 'and agree to them.',
      'problem.terms': 'Please agree to the terms and conditions.',
      'problem.note': 'This is too long. A thousand characters fit.',
      'problem.giftMessage': 'This is too long. Five hundred characters fit.',
      'problem.long': 'This is too long. Please shorten it.',
    },
    de: {
      title: 'Noch etwas?',
      note: 'Anmerkung zur Bestellung',
      giftMessage: 'Ein Geschenk? Ihre Nachricht an die beschenkte Person',
      'gift-hint': 'Wir drucken sie auf den Lieferschein, auf dem keine Preise stehen.',
      'gift-hint-mailed':
        'Sie steht in der E-Mail mit Ihren Geschenkkarten, wenn Sie bei der Geschenkkarte selbst keine geschrieben haben.',
      optional: '(freiwillig)',
      'agree-before': 'Ich habe die',
      'agree-link': 'Allgemeinen Geschäftsbedingungen',
      'agree-after': 'gelesen und stimme ihnen zu.',
      'problem.terms': 'Bitte stimmen Sie den Geschäftsbedingungen zu.',
      'problem.note': 'Das ist zu lang. Tausend Zeichen passen hinein.',
      'problem.giftMessage': 'Das ist zu lang. Fünfhundert Zeichen passen hinein.',
      'problem.long': 'Das ist zu lang. Bitte kürzer fassen.',
    },
  },
});
