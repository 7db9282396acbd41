import { getCart } from '@vitrine/data-actions/library';
import { defineHole } from '@vitrine/modules';

/** The way to the cart, with the number of pieces in it. */
export const cartBadge = defineHole({
  id: 'cart-badge',
  title: 'Cart badge',
  kind: 'block',
  isPartOfOne: true,
  version: 1,
  config: {},
  // Only a number, so that its HTML is kept for all who have as many. 0 = empty or none yet.
  data: ({ need }) => ({
    count: need(getCart, {})
      .map((cart) => cart?.count ?? 0)
      .optional(),
  }),
  messages: {
    en: {
      empty: 'Cart, empty',
      unknown: 'Cart',
      live: 'Cart: {count}',
      'count.one': 'Cart, 1 item',
      'count.other': 'Cart, {count} items',
    },
    de: {
      empty: 'Warenkorb, leer',
      unknown: 'Warenkorb',
      live: 'Warenkorb: {count}',
      'count.one': 'Warenkorb, 1 Artikel',
      'count.other': 'Warenkorb, {count} Artikel',
    },
  },
});
