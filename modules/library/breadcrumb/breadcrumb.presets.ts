import type { Preset } from '@vitrine/modules';
import { categories, northwindBlanket, tideMug } from '../ostrand.ts';

export const presets: readonly Preset[] = [
  {
    name: 'Of a product',
    props: {},
    subject: { kind: 'product', slug: 'tide-mug', path: '/p/tide-mug' },
    data: { products: [tideMug], categories: [] },
  },
  {
    name: 'Of a category',
    isState: true,
    props: {},
    subject: { kind: 'category', slug: 'tableware', path: '/c/tableware' },
    data: { products: [], categories: [categories[0]] },
  },
  {
    name: 'Long German name',
    isState: true,
    props: {},
    subject: { kind: 'product', slug: northwindBlanket.slug, path: `/p/${northwindBlanket.slug}` },
    data: { products: [northwindBlanket], categories: [] },
  },
  { name: 'Elsewhere', isState: true, props: {}, data: { products: [], categories: [] } },
];
