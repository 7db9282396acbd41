import type { PageDocument } from '@vitrine/content';
import { category, instance, page, photo, scene } from './instance.ts';

export const homePage: PageDocument = {
  schema: 1,
  id: 'home',
  kind: 'page',
  name: 'Home',
  seo: {
    title: 'Ostrand – everyday goods for home and outdoors',
    'title@de': 'Ostrand – Alltagsdinge für drinnen und draußen',
    description:
      'Stoneware, lamps, blankets, knitwear and bags from a northern coast. Made to be used every day and mended when needed.',
    'description@de':
      'Steinzeug, Leuchten, Decken, Strick und Taschen von einer nördlichen Küste. Gemacht für jeden Tag, repariert, wenn es sein muss.',
    image: 'demo/scene-dawn.svg',
  },
  nodes: [
    instance('hero', 'hero', {
      eyebrow: 'From the northern coast',
      'eyebrow@de': 'Von der nördlichen Küste',
      title: 'Good things for grey mornings',
      'title@de': 'Gute Dinge für graue Morgen',
      text: 'We make and choose what a household by the sea needs: heavy mugs, warm light, wool that forgives. Few things, made to stay.',
      'text@de':
        'Wir machen und finden, was ein Haushalt am Meer braucht: schwere Becher, warmes Licht, Wolle, die verzeiht. Wenige Dinge, gemacht zum Bleiben.',
      image: scene('dawn', { x: 0.6, y: 0.6 }),
      layout: 'split',
      link: page('/winter-table'),
      linkLabel: 'See the winter table',
      'linkLabel@de': 'Zur Wintertafel',
      secondLink: category('home'),
      secondLabel: 'Shop for home',
      'secondLabel@de': 'Für zuhause',
    }),
    instance('departments', 'category-tiles', {
      title: 'Where would you like to begin?',
      'title@de': 'Womit möchten Sie anfangen?',
      categories: ['home', 'textiles', 'wear', 'outdoors'],
      shape: 'portrait',
    }),
    instance('new', 'product-collection', {
      title: 'Just in',
      'title@de': 'Neu eingetroffen',
      intro: 'What came off the wheel, the loom and the needles this season.',
      'intro@de': 'Was in dieser Saison von der Scheibe, vom Webstuhl und von den Nadeln kam.',
      products: { kind: 'newest' },
      limit: 8,
    }),
    instance('mugs', 'image-text', {
      eyebrow: 'From our pottery',
      'eyebrow@de': 'Aus unserer Töpferei',
      title: 'A mug takes eleven days',
      'title@de': 'Ein Becher braucht elf Tage',
      body: '<p>One to dig and wedge the clay, one to throw, five to dry beside the window that never quite closes. Then two firings, two days of cooling, and Ingrid’s thumb, which finds every flaw.</p><p>We make two hundred a month. When a colour is gone, it is gone until the kiln is full again.</p>',
      'body@de':
        '<p>Einen Tag, um den Ton zu graben und zu schlagen, einen zum Drehen, fünf zum Trocknen neben dem Fenster, das nie ganz schließt. Dann zwei Brände, zwei Tage Abkühlen und Ingrids Daumen, der jeden Fehler findet.</p><p>Zweihundert im Monat schaffen wir. Ist eine Farbe aus, dann so lange, bis der Ofen wieder voll ist.</p>',
      image: photo('tide-mug-ochre-3'),
      side: 'left',
      ratio: 'portrait',
      link: category('mugs'),
      linkLabel: 'All mugs & cups',
      'linkLabel@de': 'Alle Becher & Tassen',
    }),
    instance('knitwear', 'product-collection', {
      title: 'Knitted in the next village',
      'title@de': 'Im Nachbardorf gestrickt',
      products: { kind: 'category', slug: 'knitwear', sort: 'newest' },
      limit: 4,
      link: category('knitwear'),
      linkLabel: 'All knitwear',
      'linkLabel@de': 'Alles aus Strick',
    }),
    instance('rain', 'hero', {
      eyebrow: 'Outdoors',
      'eyebrow@de': 'Draußen',
      title: 'It will rain. Go anyway.',
      'title@de': 'Es wird regnen. Gehen Sie trotzdem.',
      text: 'Jackets that keep the weather out, bags that keep the sandwiches dry, and a flask that is still hot at the lighthouse.',
      'text@de':
        'Jacken, die das Wetter draußen lassen, Taschen, in denen die Brote trocken bleiben, und eine Flasche, die am Leuchtturm noch heiß ist.',
      image: scene('rain-walk', { x: 0.68, y: 0.6 }),
      layout: 'panel',
      level: 'h2',
      priority: false,
      link: page('/rain-or-shine'),
      linkLabel: 'Dress for it',
      'linkLabel@de': 'Passend anziehen',
    }),
    instance('sale', 'product-collection', {
      title: 'Last of the season',
      'title@de': 'Letzte ihrer Saison',
      intro: 'End of a glaze, end of a yarn. Reduced until they are gone.',
      'intro@de': 'Das Ende einer Glasur, das Ende eines Garns. Reduziert, bis sie weg sind.',
      products: { kind: 'sale' },
      limit: 4,
    }),
  ],
};
