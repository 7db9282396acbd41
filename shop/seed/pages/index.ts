import type { PageDocument, UrlEntry } from '@vitrine/content';
import { demoCategories, demoProducts } from '../catalog/index.ts';
import { aboutPage } from './about.ts';
import { campaignTemplate } from './campaign-template.ts';
import { homePage } from './home.ts';
import { mainLayout } from './layout.ts';
import { checkoutBackPage, checkoutPage, orderLookupPage, orderPage, termsPage } from './purchase.ts';
import { rainOrShinePage } from './rain-or-shine.ts';
import { templates } from './templates.ts';
import { winterTablePage } from './winter-table.ts';

export const demoDocuments: readonly PageDocument[] = [
  mainLayout,
  homePage,
  winterTablePage,
  rainOrShinePage,
  aboutPage,
  checkoutPage,
  checkoutBackPage,
  orderPage,
  orderLookupPage,
  termsPage,
  campaignTemplate,
  ...templates,
];

const paths = [
  { page: 'home', en: '/', de: '/' },
  { page: 'winter-table', en: '/winter-table', de: '/wintertafel' },
  { page: 'rain-or-shine', en: '/rain-or-shine', de: '/bei-jedem-wetter' },
  { page: 'about', en: '/about', de: '/ueber-uns' },
  { page: 'checkout', en: '/checkout', de: '/kasse' },
  { page: 'checkout-back', en: '/checkout/back', de: '/kasse/zurueck' },
  { page: 'order', en: '/order', de: '/bestellung' },
  { page: 'order-lookup', en: '/order-lookup', de: '/bestellung-suchen' },
  { page: 'terms', en: '/terms', de: '/agb' },
] as const;

/**
 * Addresses of the pages in both languages. Links in page documents name things by their English path or slug: in German
 * these lead on to the German one, and the other way round for those who choose another language.
 */
export const demoUrls: readonly UrlEntry[] = [
  ...paths.flatMap(({ page, en, de }): UrlEntry[] => [
    { channel: 'online', locale: 'en', path: en, target: { kind: 'page', page } },
    { channel: 'online', locale: 'de', path: de, target: { kind: 'page', page } },
    ...onward(en, de),
  ]),
  ...demoCategories.flatMap(({ slug }) => onward(`/c/${slug!.en}`, `/c/${slug!.de}`)),
  ...demoProducts.flatMap(({ slug }) => onward(`/p/${slug!.en}`, `/p/${slug!.de}`)),
];

function onward(english: string, german: string): UrlEntry[] {
  if (english === german) return [];
  return [
    { channel: 'online', locale: 'de', path: english, target: { kind: 'redirect', to: german, status: 301 } },
    { channel: 'online', locale: 'en', path: german, target: { kind: 'redirect', to: english, status: 301 } },
  ];
}
