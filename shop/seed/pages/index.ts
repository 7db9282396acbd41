import type { PageDocument, UrlEntry } from '@vitrine/content';
import { aboutPage } from './about.ts';
import { homePage } from './home.ts';
import { mainLayout } from './layout.ts';
import { rainOrShinePage } from './rain-or-shine.ts';
import { templates } from './templates.ts';
import { winterTablePage } from './winter-table.ts';

export const demoDocuments: readonly PageDocument[] = [
  mainLayout,
  homePage,
  winterTablePage,
  rainOrShinePage,
  aboutPage,
  ...templates,
];

const paths = [
  { page: 'home', en: '/', de: '/' },
  { page: 'winter-table', en: '/winter-table', de: '/wintertafel' },
  { page: 'rain-or-shine', en: '/rain-or-shine', de: '/bei-jedem-wetter' },
  { page: 'about', en: '/about', de: '/ueber-uns' },
] as const;

/** Addresses of the pages in both languages; the English path leads on to the German one where they differ. */
export const demoUrls: readonly UrlEntry[] = paths.flatMap(({ page, en, de }): UrlEntry[] => [
  { channel: 'online', locale: 'en', path: en, target: { kind: 'page', page } },
  { channel: 'online', locale: 'de', path: de, target: { kind: 'page', page } },
  ...(en === de
    ? []
    : [
        {
          channel: 'online',
          locale: 'de',
          path: en,
          target: { kind: 'redirect', to: de, status: 301 },
        } as const,
      ]),
]);
