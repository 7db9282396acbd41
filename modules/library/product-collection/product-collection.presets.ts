import type { Preset } from '@vitrine/modules';
import { rangesOf, shelf, stockOf } from '../ostrand.ts';

const data = { cards: shelf, prices: rangesOf(shelf), availability: stockOf(shelf) };
const words = {
  title: 'New this week',
  'title@de': 'Neu in dieser Woche',
  link: { kind: 'category', slug: 'home' },
  linkLabel: 'Everything for home',
  'linkLabel@de': 'Alles fürs Zuhause',
};

export const presets: readonly Preset[] = [
  { name: 'Grid', props: words, data },
  {
    name: 'One row',
    props: { title: 'Goes well with it', 'title@de': 'Passt gut dazu', layout: 'row', source: 'related' },
    subject: { kind: 'product', slug: 'tide-mug', path: '/p/tide-mug' },
    data,
  },
  {
    name: 'Recently viewed',
    props: { source: 'viewed', limit: 4 },
    subject: { kind: 'product', slug: 'tide-mug', path: '/p/tide-mug' },
    data: { ...data, cards: shelf.slice(0, 4) },
  },
  {
    name: 'Without prices',
    isState: true,
    props: words,
    data: { cards: shelf.slice(0, 4), prices: undefined, availability: undefined },
  },
  { name: 'Empty', isState: true, props: words, data: { cards: [] } },
];
