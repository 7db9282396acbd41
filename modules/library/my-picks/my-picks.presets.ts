import type { Preset } from '@vitrine/modules';
import { rangesOf, shelf } from '../ostrand.ts';

const products = shelf.slice(0, 4);
const prices = rangesOf(products);
const picks = products.map((product, at) => ({ product, price: prices[at] }));

export const presets: readonly Preset[] = [
  { name: 'Picks', props: {}, data: { picks } },
  {
    name: 'With a title',
    props: { title: 'After the plates', 'title@de': 'Nach den Tellern' },
    data: { picks: picks.slice(0, 2) },
  },
  { name: 'Nobody', isState: true, props: {}, data: { picks: [] } },
];
