import type { PageDocument } from '@vitrine/content';
import { category, instance, page } from './instance.ts';

/** The frame of every page. */
export const mainLayout: PageDocument = {
  schema: 1,
  id: 'main',
  kind: 'layout',
  name: 'Main layout',
  seo: {},
  nodes: [
    instance(
      'frame',
      'page-container',
      {},
      {
        header: [
          instance('announcement', 'announcement', {
            text: 'Winter hours: our three shops are open until seven.',
            'text@de': 'Winterzeit: Unsere drei Läden haben bis sieben geöffnet.',
            link: page('/about'),
            linkLabel: 'Find a shop',
            'linkLabel@de': 'Laden finden',
          }),
          instance(
            'header',
            'header',
            {
              name: 'Ostrand',
              links: [{ label: 'About us', 'label@de': 'Über uns', link: page('/about') }],
            },
            {
              search: [
                instance('search', 'search-box', {
                  placeholder: 'Mugs, blankets, lanterns',
                  'placeholder@de': 'Becher, Decken, Laternen',
                }),
              ],
              account: [instance('account', 'account-badge')],
              cart: [instance('badge', 'cart-badge')],
            },
          ),
        ],
        main: [{ id: 'outlet', type: 'outlet', v: 1, props: {} }],
        footer: [
          instance('footer', 'footer', {
            name: 'Ostrand',
            about:
              '<p>Everyday goods for home and outdoors, made on a northern coast and sent from there. If something breaks, write to us: we would rather mend it than replace it.</p>',
            'about@de':
              '<p>Alltagsdinge für drinnen und draußen, an einer nördlichen Küste gemacht und von dort verschickt. Geht etwas kaputt, schreiben Sie uns: Wir reparieren lieber, als zu ersetzen.</p>',
            columns: [
              {
                title: 'Shop',
                'title@de': 'Einkaufen',
                links: [
                  { label: 'Home', 'label@de': 'Zuhause', link: category('home') },
                  { label: 'Textiles', 'label@de': 'Textilien', link: category('textiles') },
                  { label: 'Wear', 'label@de': 'Kleidung', link: category('wear') },
                  { label: 'Outdoors', 'label@de': 'Draußen', link: category('outdoors') },
                ],
              },
              {
                title: 'Stories',
                'title@de': 'Geschichten',
                links: [
                  { label: 'The winter table', 'label@de': 'Die Wintertafel', link: page('/winter-table') },
                  { label: 'Rain or shine', 'label@de': 'Bei jedem Wetter', link: page('/rain-or-shine') },
                ],
              },
              {
                title: 'Ostrand',
                links: [
                  { label: 'About us', 'label@de': 'Über uns', link: page('/about') },
                  {
                    label: 'Our shops',
                    'label@de': 'Unsere Läden',
                    link: { kind: 'page', path: '/about#stores' },
                  },
                  {
                    label: 'Look up an order',
                    'label@de': 'Bestellung suchen',
                    link: page('/order-lookup'),
                  },
                  { label: 'Terms', 'label@de': 'AGB', link: page('/terms') },
                  {
                    label: 'Write to us',
                    'label@de': 'Schreiben Sie uns',
                    link: { kind: 'url', href: 'mailto:hello@ostrand.example' },
                  },
                ],
              },
            ],
            languages: [
              { locale: 'en', label: 'English', path: '/' },
              { locale: 'de', label: 'Deutsch', path: '/de' },
            ],
            currencies: ['EUR', 'GBP'],
            note: 'Ostrand is a made-up brand for showing what Vitrine does. Nothing here can really be bought.',
            'note@de':
              'Ostrand ist eine erfundene Marke und zeigt, was Vitrine kann. Kaufen lässt sich hier nichts wirklich.',
          }),
        ],
      },
    ),
  ],
};
