import type { Preset } from '@vitrine/modules';
import { fisherJumper, nameless, type Product, tideMug } from '../ostrand.ts';

const of = (product: Product) => ({
  subject: { kind: 'product', slug: product.slug, path: `/p/${product.slug}` } as const,
  data: { product },
});

export const presets: readonly Preset[] = [
  { name: 'Mosaic', props: {}, ...of(tideMug), query: { colour: 'ochre' } },
  { name: 'Strip with small pictures', props: { layout: 'strip' }, ...of(fisherJumper) },
  {
    name: 'Pictures of one variant',
    isState: true,
    props: {},
    ...of(fisherJumper),
    query: { variant: 'fisher-jumper/moss/m' },
  },
  { name: 'No picture', isState: true, props: {}, ...of(nameless) },
];
