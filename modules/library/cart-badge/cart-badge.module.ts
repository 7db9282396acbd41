import { getCart } from '@vitrine/data-actions/library';
import { defineHole } from '@vitrine/modules';

/** The way to the cart, with the number of pieces in it. */
export const cartBadge = defineHole({
  id: 'cart-badge',
  title: 'Cart badge',
  kind: 'block',
  version: 1,
  config: {},
  data: ({ need }) => ({ cart: need(getCart, {}).optional() }),
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
