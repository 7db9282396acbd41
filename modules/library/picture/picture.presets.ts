import type { Preset } from '@vitrine/modules';
import { picture as photo } from '../ostrand.ts';

const scene = (name: string, alt: string, german: string) => ({
  src: `demo/scene-${name}.svg`,
  alt,
  'alt@de': german,
  width: 2000,
  height: 1125,
  focalPoint: { x: 0.6, y: 0.6 },
});
const { src, width, height } = photo('harbour-jug', 'chalk', 3);
const jug = {
  src,
  width,
  height,
  alt: 'A chalk-white jug on a linen cloth',
  'alt@de': 'Ein kreideweißer Krug auf einem Leinentuch',
};

export const presets: readonly Preset[] = [
  {
    name: 'Picture with words below',
    props: {
      image: scene(
        'workshop',
        'Shelves of unglazed pots beside a window',
        'Regale mit unglasierten Töpfen neben einem Fenster',
      ),
      caption: 'The ropewalk above the harbour, where the kiln has stood since 1998.',
      'caption@de': 'Die Seilerei über dem Hafen, in der seit 1998 der Ofen steht.',
      ratio: 'wide',
    },
  },
  {
    name: 'Edge to edge',
    props: {
      image: scene('dawn', 'The coast before sunrise', 'Die Küste vor Sonnenaufgang'),
      width: 'full',
      ratio: 'panorama',
    },
  },
  {
    name: 'Upright, leads to the jug',
    props: {
      image: jug,
      width: 'text',
      ratio: 'portrait',
      corners: 'soft',
      link: { kind: 'product', slug: 'harbour-jug' },
      caption: 'Harbour jug, chalk',
      'caption@de': 'Hafenkrug, Kreide',
    },
  },
  {
    name: 'Small and round',
    props: { image: jug, width: 'small', ratio: 'square', corners: 'round' },
  },
  {
    name: 'A link around decoration',
    isState: true,
    props: {
      image: { src, width, height, alt: '' },
      link: { kind: 'page', path: '/about' },
      align: 'end',
      width: 'text',
    },
  },
];
