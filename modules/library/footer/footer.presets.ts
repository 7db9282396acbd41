import type { Preset } from '@vitrine/modules';
import { tideMug } from '../ostrand.ts';

const link = (label: string, german: string, path: string) => ({
  label,
  'label@de': german,
  link: { kind: 'page', path },
});

const everything: Preset = {
  name: 'Everything',
  isState: true,
  props: {
    name: 'Ostrand',
    about:
      '<p>Everyday goods for home and outdoors, from a northern coast. Made to be used, mended and handed on.</p>',
    'about@de':
      '<p>Dinge für drinnen und draußen, von einer Küste im Norden. Gemacht, um benutzt, geflickt und weitergegeben zu werden.</p>',
    columns: [
      {
        title: 'Shop',
        links: [
          link('New in', 'Neu', '/c/new'),
          link('Tableware', 'Geschirr', '/c/tableware'),
          link('Knitwear', 'Strick', '/c/knitwear'),
          link('Sale', 'Reduziert', '/sale'),
        ],
      },
      {
        title: 'Help',
        'title@de': 'Hilfe',
        links: [
          link('Shipping', 'Versand', '/shipping'),
          link('Returns', 'Rücksendungen', '/returns'),
          link('Contact', 'Kontakt', '/contact'),
        ],
      },
      {
        title: 'Ostrand',
        links: [
          link('About', 'Über uns', '/about'),
          link('Stores', 'Läden', '/stores'),
          link('Privacy', 'Datenschutz', '/privacy'),
        ],
      },
    ],
    languages: [
      { locale: 'en', label: 'English', path: '/' },
      { locale: 'de', label: 'Deutsch', path: '/de/' },
    ],
    currencies: ['EUR', 'GBP'],
    note: '© Ostrand. Prices include VAT.',
    'note@de': '© Ostrand. Preise inklusive Mehrwertsteuer.',
  },
};

export const presets: readonly Preset[] = [
  everything,
  {
    ...everything,
    name: 'On a product page',
    subject: { kind: 'product', slug: tideMug.slug, path: `/p/${tideMug.slug}` },
    data: { products: [{ ...tideMug, slugs: { en: 'tide-mug', de: 'becher-tide' } }], categories: [] },
  },
  {
    ...everything,
    name: 'On a page that is not there',
    subject: { kind: 'not-found', path: '/nope' },
  },
  { name: 'Only a name', props: { name: 'Ostrand' } },
];
