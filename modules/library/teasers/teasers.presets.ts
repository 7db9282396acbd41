import type { Preset } from '@vitrine/modules';
import { picture } from '../ostrand.ts';

const photo = (handle: string, colour: string, view: number, alt: string) => {
  const { src, width, height } = picture(handle, colour, view);
  return { src, width, height, alt };
};

const [tea, wool, light] = [
  {
    title: 'Mugs for every morning',
    'title@de': 'Becher für jeden Morgen',
    text: 'Thrown by hand, glazed in the colours of the shore.',
    'text@de': 'Von Hand gedreht, glasiert in den Farben der Küste.',
    image: photo('tide-mug', 'ochre', 1, 'A mug with an ochre glaze'),
    link: { kind: 'category', slug: 'mugs' },
  },
  {
    title: 'Wool that stays',
    'title@de': 'Wolle, die bleibt',
    text: 'Woven where the sheep graze, heavy enough for October.',
    'text@de': 'Gewebt, wo die Schafe grasen, schwer genug für Oktober.',
    image: photo('northwind-blanket', 'moss', 1, 'A folded blanket the colour of moss'),
    link: { kind: 'category', slug: 'textiles' },
  },
  {
    title: 'Light for the porch',
    'title@de': 'Licht für die Veranda',
    text: 'Lanterns that do not mind the wind.',
    'text@de': 'Laternen, denen der Wind nichts ausmacht.',
    image: photo('harbour-jug', 'chalk', 3, 'A chalk-white jug on a linen cloth'),
    link: { kind: 'category', slug: 'table-lamps' },
  },
] as const;

export const presets: readonly Preset[] = [
  { name: 'Three', props: { teasers: [tea, wool, light] } },
  {
    name: 'Two, with a title',
    props: {
      eyebrow: 'From the coast',
      'eyebrow@de': 'Von der Küste',
      title: 'Where to begin',
      'title@de': 'Womit anfangen',
      shape: 'landscape',
      teasers: [tea, wool],
    },
  },
  {
    name: 'Words alone',
    props: {
      title: 'How we work',
      'title@de': 'Wie wir arbeiten',
      teasers: [tea, wool, light].map(({ image: _, link: __, ...words }) => words),
    },
  },
  { name: 'Nothing yet', props: {}, isState: true },
];
