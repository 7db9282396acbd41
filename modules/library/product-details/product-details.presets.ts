import type { Preset } from '@vitrine/modules';
import { nameless, type Product, tideMug } from '../ostrand.ts';

const of = (product: Product) => ({
  subject: { kind: 'product', slug: product.slug, path: `/p/${product.slug}` } as const,
  data: { product },
});

export const presets: readonly Preset[] = [
  {
    name: 'Mug',
    props: {
      more: [
        {
          title: 'Shipping and returns',
          'title@de': 'Versand und Rücksendung',
          body: '<p>Leaves the warehouse within two working days. Free from 80 €. Back within 60 days, to any store or by post.</p>',
          'body@de':
            '<p>Verlässt das Lager innerhalb von zwei Werktagen. Frei ab 80 €. Zurück innerhalb von 60 Tagen, in jeden Laden oder per Post.</p>',
        },
      ],
    },
    ...of(tideMug),
  },
  { name: 'Nothing told', isState: true, props: {}, ...of({ ...nameless, attributes: [] }) },
];
