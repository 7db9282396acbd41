import type { PageDocument, UrlEntry } from '@vitrine/content';
import { demoCategories, demoProducts } from '../catalog/index.ts';
import { aboutPage } from './about.ts';
import { accountPages } from './account.ts';
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
  ...accountPages,
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
  { page: 'sign-in', en: '/account/sign-in', de: '/konto/anmelden' },
  { page: 'sign-up', en: '/account/sign-up', de: '/konto/anlegen' },
  { page: 'account-link', en: '/account/link', de: '/konto/link' },
  { page: 'account', en: '/account', de: '/konto' },
  { page: 'account-orders', en: '/account/orders', de: '/konto/bestellungen' },
  { page: 'account-addresses', en: '/account/addresses', de: '/konto/adressen' },
  { page: 'account-details', en: '/account/details', de: '/konto/daten' },
  { page: 'account-credit', en: '/account/credit', de: '/konto/guthaben' },
  { page: 'account-points', en: '/account/points', de: '/konto/punkte' },
  { page: 'account-wishes', en: '/account/wishes', de: '/konto/merkzettel' },
  { page: 'account-privacy', en: '/account/privacy', de: '/konto/datenschutz' },
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
