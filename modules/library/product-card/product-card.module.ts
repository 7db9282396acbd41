import { getAvailability, getProductCard, getProductPrice } from '@vitrine/data-actions/library';
import { defineModule, product, select } from '@vitrine/modules';
import { cardMessages } from './card-messages.ts';

/** One product: picture, name, price. */
export const productCard = defineModule({
  id: 'product-card',
  title: 'Product card',
  kind: 'block',
  version: 1,
  config: {
    product: product({ label: 'Product', required: true }),
    level: select({
      label: 'Heading',
      group: 'For machines',
      options: { h3: 'Third level', h2: 'Second level' },
    }),
  },
  data: ({ config: { product: id }, many }) => {
    // A product that is gone, or not chosen yet, leaves an empty list and no card.
    const cards = many(getProductCard, id ? [{ id }] : []);
    return {
      cards,
      prices: many(getProductPrice, id ? [{ productId: id }] : []).optional(),
      availability: many(
        getAvailability,
        cards.map((found) => found.flatMap((card) => card.variantIds.map((variantId) => ({ variantId })))),
      ).optional(),
    };
  },
  messages: cardMessages,
});
