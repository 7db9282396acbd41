import { getCategory, getProduct } from '@vitrine/data-actions/library';
import { defineModule } from '@vitrine/modules';

/** Where in the catalogue the page stands. */
export const breadcrumb = defineModule({
  id: 'breadcrumb',
  title: 'Breadcrumb',
  kind: 'block',
  version: 1,
  subjects: ['product', 'category'],
  config: {},
  data: ({ subject, many }) => {
    const slug = subject.slug ?? '';
    const product = subject.kind === 'product' ? [{ slug }] : [];
    const category = subject.kind === 'category' ? [{ slug }] : [];
    return { products: many(getProduct, product), categories: many(getCategory, category) };
  },
  messages: {
    en: { label: 'You are here', home: 'Start' },
    de: { label: 'Sie sind hier', home: 'Start' },
  },
});
