import type { Preset } from '@vitrine/modules';
import { picture } from '../ostrand.ts';

const image = (handle: string, colour: string, alt: string) => {
  const { src, width, height } = picture(handle, colour, 3);
  return { src, width, height, alt };
};

const words = {
  eyebrow: 'Autumn on the coast',
  'eyebrow@de': 'Herbst an der Küste',
  title: 'For long evenings and early boats',
  'title@de': 'Für lange Abende und frühe Boote',
  text: 'Stoneware, wool and light for the months when the day is short and the kettle is always on.',
  'text@de':
    'Steinzeug, Wolle und Licht für die Monate, in denen der Tag kurz ist und der Kessel immer summt.',
  link: { kind: 'category', slug: 'home' },
  linkLabel: 'See the collection',
  'linkLabel@de': 'Zur Kollektion',
};
const second = {
  secondLink: { kind: 'page', path: '/about' },
  secondLabel: 'How it is made',
  'secondLabel@de': 'Wie es entsteht',
};

export const presets: readonly Preset[] = [
  {
    name: 'Beside the picture',
    props: {
      ...words,
      ...second,
      image: image('tide-mug', 'ochre', 'A mug on a table by the window'),
      tone: 'sunken',
    },
  },
  {
    name: 'Picture on the left, accent',
    props: {
      ...words,
      layout: 'split',
      side: 'left',
      tone: 'accent',
      image: image('beacon-lamp', 'ochre', 'A lamp at dusk'),
    },
  },
  {
    name: 'On the picture',
    props: { ...words, layout: 'panel', image: image('harbour-jug', 'deep-sea', 'A jug on a linen cloth') },
  },
  {
    name: 'Above the picture',
    props: {
      ...words,
      ...second,
      layout: 'stacked',
      image: image('squall-jacket', 'ochre', 'A rain jacket on its peg'),
    },
  },
  {
    name: 'Long German words, no picture',
    props: {
      title: 'Geschirrspülmaschinenfeste Frühstücksgeschirrzusammenstellungen für Küstenbewohner',
      text: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenaufbewahrungsschachteln inbegriffen.',
      level: 'h2',
    },
  },
];
