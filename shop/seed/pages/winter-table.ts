import type { PageDocument } from '@vitrine/content';
import { category, instance, photo, scene } from './instance.ts';

export const winterTablePage: PageDocument = {
  schema: 1,
  id: 'winter-table',
  kind: 'page',
  name: 'The winter table',
  seo: {
    title: 'The winter table – Ostrand',
    'title@de': 'Die Wintertafel – Ostrand',
    description: 'Stoneware, candlelight and linen for the evenings that begin at four.',
    'description@de': 'Steinzeug, Kerzenlicht und Leinen für die Abende, die um vier beginnen.',
    image: 'demo/scene-winter-table.svg',
  },
  nodes: [
    instance('hero', 'hero', {
      eyebrow: 'December on the coast',
      'eyebrow@de': 'Dezember an der Küste',
      title: 'The winter table',
      'title@de': 'Die Wintertafel',
      text: 'It is dark at four. So we light what we have, put soup in the deep bowls and move the chairs closer together.',
      'text@de':
        'Um vier ist es dunkel. Also zünden wir an, was da ist, füllen Suppe in die tiefen Schalen und rücken die Stühle zusammen.',
      image: scene('winter-table'),
      layout: 'panel',
      link: category('tableware'),
      linkLabel: 'All tableware',
      'linkLabel@de': 'Alles Geschirr',
    }),
    instance(
      'opening',
      'section',
      { width: 'text', room: 'wide' },
      {
        content: [
          instance('words', 'rich-text', {
            size: 'lead',
            align: 'centre',
            body: '<p>A table does not need to match. It needs enough of everything, one candle more than seems sensible, and a cloth that has been spilled on before.</p>',
            'body@de':
              '<p>Eine Tafel muss nicht zusammenpassen. Sie braucht von allem genug, eine Kerze mehr, als vernünftig scheint, und eine Decke, auf die schon einmal gekleckert wurde.</p>',
          }),
        ],
      },
    ),
    instance('plates', 'product-collection', {
      title: 'To eat from',
      'title@de': 'Zum Essen',
      products: { kind: 'category', slug: 'tableware' },
      limit: 8,
      link: category('tableware'),
      linkLabel: 'All tableware',
      'linkLabel@de': 'Alles Geschirr',
    }),
    instance('light', 'image-text', {
      eyebrow: 'Light',
      'eyebrow@de': 'Licht',
      title: 'Candles burn straighter in iron',
      'title@de': 'In Eisen brennen Kerzen gerader',
      body: '<p>A heavy foot keeps the flame still when the door opens. Ours are cast in a foundry that otherwise makes bollards, in three heights so that nobody sits behind one.</p>',
      'body@de':
        '<p>Ein schwerer Fuß hält die Flamme ruhig, wenn die Tür aufgeht. Unsere gießt eine Gießerei, die sonst Poller macht, in drei Höhen, damit niemand dahinter verschwindet.</p>',
      image: photo('skerry-candle-holder-tar-3'),
      side: 'right',
      ratio: 'square',
      tone: 'sunken',
      link: category('candles'),
      linkLabel: 'Candles & holders',
      'linkLabel@de': 'Kerzen & Leuchter',
    }),
    instance('candles', 'product-collection', {
      title: 'To see by',
      'title@de': 'Zum Leuchten',
      products: { kind: 'category', slug: 'light' },
      limit: 4,
      link: category('light'),
      linkLabel: 'All light',
      'linkLabel@de': 'Alles Licht',
    }),
    instance('linen', 'image-text', {
      eyebrow: 'Table linen',
      'eyebrow@de': 'Tischwäsche',
      title: 'Iron it once, then never again',
      'title@de': 'Einmal bügeln, dann nie wieder',
      body: '<p>Our cloth is washed at the mill until it stops shrinking. It dries with a soft crease that looks better by candlelight than any fold.</p>',
      'body@de':
        '<p>Unser Stoff wird in der Weberei gewaschen, bis er nicht mehr einläuft. Er trocknet mit weichen Falten, die bei Kerzenlicht besser aussehen als jede Bügelkante.</p>',
      image: photo('long-table-cloth-oat-3'),
      side: 'left',
      ratio: 'square',
      link: category('aprons-table-linen'),
      linkLabel: 'Aprons & table linen',
      'linkLabel@de': 'Schürzen & Tischwäsche',
    }),
  ],
};
