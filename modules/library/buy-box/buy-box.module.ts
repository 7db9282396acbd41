import {
  getAvailability,
  getDeliveryWays,
  getProduct,
  getProductById,
  getStoreAvailability,
  getVariantPrice,
} from '@vitrine/data-actions/library';
import { boolean, defineModule, number, product, select } from '@vitrine/modules';
import { z } from 'zod';
import { buyBoxMessages } from './buy-box-messages.ts';

/** What a product is called and costs, the choice of its options, and the way into the cart. */
export const buyBox = defineModule({
  id: 'buy-box',
  title: 'Buy box',
  kind: 'block',
  version: 1,
  subjects: ['product'],
  critical: true,
  island: 'interaction',
  config: {
    product: product({ label: 'Product', help: "None: the page's own." }),
    stores: boolean({ label: 'Show what stores have', default: true }),
    maxQuantity: number({ label: 'Most pieces at once', default: 10, min: 1, max: 99, integer: true }),
    level: select({
      label: 'Heading',
      group: 'For machines',
      options: { h1: 'Title of the page', h2: 'Title of a section' },
    }),
  },
  query: z.object({
    /** Key of the colour on show. */
    colour: z.string().max(80).optional(),
    /** Id of the variant on show. */
    variant: z.string().max(80).optional(),
  }),
  data: ({ config, subject, need, many }) => {
    const found = config.product
      ? need(getProductById, { id: config.product })
      : need(getProduct, { slug: subject.slug ?? '' }).orNotFound();
    const variants = found.map((view) => view.variants.map(({ id }) => ({ variantId: id })));
    return {
      product: found,
      prices: many(getVariantPrice, variants),
      componentPrices: many(
        getVariantPrice,
        found.map((view) =>
          [
            ...new Set(
              view.variants.flatMap(({ components = [] }) => components.map((each) => each.variantId)),
            ),
          ].map((variantId) => ({ variantId })),
        ),
      ).optional(),
      availability: many(getAvailability, variants).optional(),
      ways: need(
        getDeliveryWays,
        found.map(({ id }) => ({ productId: id })),
      ).optional(),
      stores: many(getStoreAvailability, config.stores ? variants : []).optional(),
    };
  },
  messages: buyBoxMessages,
});
