import { getProduct, getProductById } from '@vitrine/data-actions/library';
import { defineModule, list, object, product, richText, text } from '@vitrine/modules';

/** What there is to know about a product: description, attributes, and what the shop says about all of them. */
export const productDetails = defineModule({
  id: 'product-details',
  title: 'Product details',
  kind: 'block',
  version: 1,
  subjects: ['product'],
  config: {
    product: product({ label: 'Product', help: "None: the page's own." }),
    more: list({
      label: 'More to unfold',
      help: 'The same for every product, for example shipping and returns.',
      max: 5,
      of: object({
        label: 'Part',
        fields: { title: text({ label: 'Title' }), body: richText({ label: 'Text' }) },
      }),
    }),
  },
  data: ({ config, subject, need }) => ({
    product: config.product
      ? need(getProductById, { id: config.product })
      : need(getProduct, { slug: subject.slug ?? '' }).orNotFound(),
  }),
  messages: {
    en: { description: 'Description', attributes: 'Details', care: 'Care' },
    de: { description: 'Beschreibung', attributes: 'Einzelheiten', care: 'Pflege' },
  },
});
