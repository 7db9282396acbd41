import type { Preset } from '@vitrine/modules';
import { picture } from '../ostrand.ts';

const { src, width, height } = picture('tide-mug', 'ochre', 1);

export const presets: readonly Preset[] = [
  {
    name: 'With a picture and stars',
    props: {
      words:
        'I ordered one mug to see. Then four more, because nobody in this house would drink from anything else.',
      'words@de':
        'Erst habe ich einen Becher zur Probe bestellt. Dann vier weitere, weil hier niemand mehr aus etwas anderem trinken wollte.',
      who: 'Henrike B.',
      about: 'Has had the tide mug for three years',
      'about@de': 'Hat den Gezeitenbecher seit drei Jahren',
      image: {
        src,
        width,
        height,
        alt: 'A mug with an ochre glaze',
        'alt@de': 'Ein ockerfarben glasierter Becher',
      },
      stars: 5,
    },
  },
  {
    name: 'In the middle, on accent',
    props: {
      words: 'We make few things and we make them for long. What breaks is mended.',
      'words@de': 'Wir machen wenige Dinge, und die für lange. Was zerbricht, wird repariert.',
      who: 'Ingrid Ostrand',
      about: 'Potter',
      'about@de': 'Töpferin',
      align: 'centre',
      tone: 'accent',
    },
  },
  {
    name: 'Small',
    props: {
      size: 'text',
      stars: 4,
      words: 'Warm, heavy, a little scratchy on the first evening. By the third it was mine.',
      'words@de': 'Warm, schwer, am ersten Abend etwas kratzig. Am dritten war sie meine.',
      who: 'Jonas T.',
    },
  },
  { name: 'Words alone', isState: true, props: { words: 'Made to be used.', stars: 1 } },
];
