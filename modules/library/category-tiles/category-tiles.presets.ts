import type { Preset } from '@vitrine/modules';
import { categories } from '../ostrand.ts';

export const presets: readonly Preset[] = [
  {
    name: 'Five ways in',
    props: {
      title: 'Find your way',
      'title@de': 'Hier entlang',
      categories: categories.slice(0, 5).map(({ slug }) => slug),
    },
    data: { categories: categories.slice(0, 5) },
  },
  {
    name: 'Long words, square, one without picture',
    isState: true,
    props: { shape: 'square' },
    data: { categories: [categories[5], { ...categories[0], image: undefined }, categories[1]] },
  },
  { name: 'Empty', isState: true, props: {}, data: { categories: [] } },
];
