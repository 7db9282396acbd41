import { getOrderLookedUp } from '@vitrine/data-actions/library';
import { defineHole, text, timeZone } from '@vitrine/modules';
import { orderMessages } from '../order-messages.ts';
import { parcelMessages } from '../parcel-messages.ts';

/** Finds an order by its number and the email it was placed with. */
export const orderLookup = defineHole({
  id: 'order-lookup',
  title: 'Look up an order',
  kind: 'section',
  isPartOfOne: true,
  version: 1,
  config: {
    title: text({ label: 'Title', maxLength: 60 }),
    intro: text({ label: 'Introduction', multiline: true, maxLength: 320 }),
    timeZone: timeZone({ label: 'Time zone of the stores' }),
  },
  critical: true,
  data: ({ need }) => ({ looked: need(getOrderLookedUp, {}) }),
  messages: {
    en: {
      ...orderMessages.en,
      ...parcelMessages.en,
      title: 'Look up an order',
      number: 'Order number',
      email: 'Email',
      submit: 'Look up',
      another: 'Look up another order',
      more: 'Papers, returns and codes for picking up are behind the link in our mail, and in your account.',
      missing: 'Please enter the number and your email.',
      unknown:
        'We find no order with this number and this email. Both stand in the confirmation we mailed you. After many tries, wait a quarter of an hour.',
    },
    de: {
      ...orderMessages.de,
      ...parcelMessages.de,
      title: 'Bestellung suchen',
      number: 'Bestellnummer',
      email: 'E-Mail',
      submit: 'Suchen',
      more: 'Belege, Rückgaben und Abholcodes finden Sie über den Link in unserer Mail und in Ihrem Konto.',
      another: 'Eine andere Bestellung suchen',
      missing: 'Bitte Nummer und E-Mail angeben.',
      unknown:
        'Mit dieser Nummer und dieser E-Mail finden wir keine Bestellung. Beide stehen in unserer Bestätigung. Nach vielen Versuchen bitte eine Viertelstunde warten.',
    },
  },
});
