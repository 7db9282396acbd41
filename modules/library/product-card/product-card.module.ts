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
  data: ({ config, need, many }) => {
    const id = config.product ?? '';
    const card = need(getProductCard, { id }).optional();
    return {
      card,
      price: need(getProductPrice, { productId: id }).optional(),
      availability: many(
        getAvailability,
        card.map((found) => (found?.variantIds ?? []).map((variantId) => ({ variantId }))),
      ).optional(),
    };
  },
  messages: cardMessages,
});
