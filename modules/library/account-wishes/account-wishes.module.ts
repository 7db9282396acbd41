import { getMe, getMyWishes } from '@vitrine/data-actions/library';
import { defineHole } from '@vitrine/modules';
import { cardMessages } from '../product-card/card-messages.ts';

/** The wish list of whoever is signed in. */
export const accountWishes = defineHole({
  id: 'account-wishes',
  title: 'Account: wish list',
  kind: 'block',
  isPartOfOne: true,
  version: 1,
  config: {},
  critical: true,
  data: ({ need }) => ({ me: need(getMe, {}), wishes: need(getMyWishes, {}) }),
  messages: {
    en: {
      ...cardMessages.en,
      title: 'Wish list',
      none: 'Nothing on it yet. On the page of a product you can put it here.',
      look: 'Look around',
      remove: 'Remove {name}',
      removed: 'Remove',
    },
    de: {
      ...cardMessages.de,
      title: 'Merkzettel',
      none: 'Noch nichts darauf. Auf der Seite eines Produkts können Sie es hierher legen.',
      look: 'Umsehen',
      remove: '{name} entfernen',
      removed: 'Entfernen',
    },
  },
});
