import type { Preset } from '@vitrine/modules';

const scene = (name: string, alt: string, focalPoint = { x: 0.5, y: 0.55 }) => ({
  src: `demo/scene-${name}.svg`,
  alt,
  width: 2000,
  height: 1125,
  focalPoint,
});

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
      image: scene('dawn', 'A laid table by the window at dawn', { x: 0.6, y: 0.6 }),
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
      image: scene('workshop', 'The workshop, shelves full of pots'),
    },
  },
  {
    name: 'On the picture',
    props: {
      ...words,
      layout: 'panel',
      image: scene('winter-table', 'A long table in candlelight', { x: 0.75, y: 0.5 }),
    },
  },
  {
    name: 'Above the picture',
    props: {
      ...words,
      ...second,
      layout: 'stacked',
      image: scene('headland', 'A headland above the sea'),
    },
  },
  {
    name: 'Long German words, no picture',
    isState: true,
    props: {
      title: 'Geschirrspülmaschinenfeste Frühstücksgeschirrzusammenstellungen für Küstenbewohner',
      text: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenaufbewahrungsschachteln inbegriffen.',
      level: 'h2',
    },
  },
];
