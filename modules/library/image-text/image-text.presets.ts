import type { Preset } from '@vitrine/modules';
import { picture } from '../ostrand.ts';

const { src, width, height } = picture('harbour-jug', 'chalk', 3);

export const presets: readonly Preset[] = [
  {
    name: 'Workshop',
    props: {
      eyebrow: 'From the workshop',
      'eyebrow@de': 'Aus der Werkstatt',
      title: 'A jug takes nine days',
      'title@de': 'Ein Krug braucht neun Tage',
      body: '<p>Two to throw and trim, five to dry where there is no draught, one in the fire and one to cool down. Hurrying it means cracks, so nobody does.</p>',
      'body@de':
        '<p>Zwei zum Drehen, fünf zum Trocknen, wo es nicht zieht, einen im Feuer und einen zum Abkühlen. Wer es eilig hat, bekommt Risse.</p>',
      image: { src, width, height, alt: 'A chalk-white jug on a linen cloth' },
      link: { kind: 'page', path: '/about' },
      linkLabel: 'Visit us',
      'linkLabel@de': 'Besuchen Sie uns',
    },
  },
  {
    name: 'Picture on the right, tinted',
    props: {
      title: 'Square and to the point',
      side: 'right',
      ratio: 'square',
      tone: 'sunken',
      image: { src, width, height, alt: '' },
    },
  },
  { name: 'Without a picture', props: { title: 'Words alone', body: '<p>They must do here.</p>' } },
];
