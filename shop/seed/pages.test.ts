import {
  checkUrlMap,
  type Json,
  type PageNode,
  parsePageDocument,
  validateDocument,
  walk,
} from '@vitrine/content';
import { moduleCatalogue } from '@vitrine/modules';
import { library } from '@vitrine/modules/library';
import { describe, expect, it } from 'vitest';
import { demoCategories } from './catalog/index.ts';
import { demoDocuments, demoUrls } from './pages/index.ts';
import { pictureIds } from './pictures/index.ts';
import { demoChannels, demoLocations } from './stores.ts';

const modules = moduleCatalogue(library.map(({ module }) => module));
const documents = (id: string) => demoDocuments.find((document) => document.id === id);
const nodes = demoDocuments.flatMap((document) => [...walk(document.nodes)].map(({ node }) => node));

describe('the demo pages', () => {
  it('are well-formed documents with ids of their own', () => {
    const refused = demoDocuments
      .map((document) => parsePageDocument(document))
      .filter(({ kind }) => kind !== 'ok');
    expect(refused).toEqual([]);
    expect(new Set(demoDocuments.map(({ id }) => id)).size).toBe(demoDocuments.length);
  });

  it('are valid with the module library, every text in English and German', () => {
    const problems = demoDocuments.flatMap((document) =>
      validateDocument(document, { modules, documents, locales: { base: 'en', required: ['en', 'de'] } }),
    );
    expect(problems.map(({ message }) => message)).toEqual([]);
  });

  it('compose home, two landing pages, about, the purchase, the account, and every kind of template', () => {
    expect(demoDocuments.filter(({ kind }) => kind === 'page').map(({ id }) => id)).toEqual([
      'home',
      'winter-table',
      'rain-or-shine',
      'about',
      'checkout',
      'checkout-back',
      'order',
      'order-lookup',
      'terms',
      'sign-in',
      'sign-up',
      'account-link',
      'account',
      'account-orders',
      'account-addresses',
      'account-details',
      'account-credit',
      'account-points',
      'account-wishes',
      'account-privacy',
    ]);
    expect(demoDocuments.flatMap(({ composes }) => composes ?? [])).toEqual([
      'product',
      'category',
      'search',
      'cart',
      'not-found',
      'error',
    ]);
  });

  it('have titles and descriptions for search engines in both languages', () => {
    const pages = demoDocuments.filter(({ kind }) => kind === 'page');
    const keys = ['title', 'title@de', 'description', 'description@de'];
    expect(pages.filter(({ seo }) => !keys.every((key) => seo[key]))).toEqual([]);
  });

  it('name the shop in every title', () => {
    const titles = demoDocuments.flatMap(({ seo }) => [seo.title, seo['title@de']]).filter(Boolean);
    expect(titles.length).toBeGreaterThan(10);
    expect(titles.filter((title) => !/Ostrand/.test(String(title)))).toEqual([]);
  });

  it('show pictures there are', () => {
    const known = new Set(pictureIds().map((id) => `demo/${id}.svg`));
    const shown = [...strings(nodes), ...strings(demoDocuments.map(({ seo }) => seo))].filter((text) =>
      text.endsWith('.svg'),
    );
    expect(shown.length).toBeGreaterThan(8);
    expect(shown.filter((src) => !known.has(src))).toEqual([]);
  });

  it('lead to categories and pages there are', () => {
    const slugs = new Set(demoCategories.map(({ slug }) => slug!.en));
    const paths = new Set(demoUrls.filter(({ locale }) => locale === 'en').map(({ path }) => path));
    const links = objects(nodes);
    const categories = links.filter(({ kind, slug }) => kind === 'category' && slug).map(({ slug }) => slug);
    const tiles = nodes.flatMap(({ props }) => (props.categories as string[] | undefined) ?? []);
    expect([...categories, ...tiles].filter((slug) => !slugs.has(slug as string))).toEqual([]);
    const targets = links
      .filter(({ kind }) => kind === 'page')
      .map(({ path }) => String(path).split('#')[0]!);
    expect(targets.filter((path) => !paths.has(path))).toEqual([]);
  });

  it('have addresses in both languages, German ones of their own', () => {
    expect(checkUrlMap(demoUrls, (id) => documents(id)?.kind === 'page')).toEqual([]);
    expect(
      demoUrls
        .filter(({ locale, target }) => locale === 'de' && target.kind === 'page')
        .map(({ path }) => path),
    ).toEqual([
      '/',
      '/wintertafel',
      '/bei-jedem-wetter',
      '/ueber-uns',
      '/kasse',
      '/kasse/zurueck',
      '/bestellung',
      '/bestellung-suchen',
      '/agb',
      '/konto/anmelden',
      '/konto/anlegen',
      '/konto/link',
      '/konto',
      '/konto/bestellungen',
      '/konto/adressen',
      '/konto/daten',
      '/konto/guthaben',
      '/konto/punkte',
      '/konto/merkzettel',
      '/konto/datenschutz',
    ]);
  });

  it('write German with umlauts', () => {
    const german = nodes.flatMap(({ props }) => germanTexts(props));
    expect(german.length).toBeGreaterThan(60);
    expect(
      german.filter((text) => /\b(fuer|ueber|koennen|schoen|kueche|tuer|laeden)\w*/i.test(text)),
    ).toEqual([]);
  });
});

describe('what authors are offered', () => {
  const offered = library.flatMap(({ presets }) => presets.filter(({ isState }) => !isState));

  it('shows pictures there are, and leads to categories and pages there are', () => {
    const pictures = new Set(pictureIds().map((id) => `demo/${id}.svg`));
    const slugs = new Set(demoCategories.map(({ slug }) => slug!.en));
    const paths = new Set(demoUrls.map(({ path }) => path));
    const props = offered.map(({ props }) => props);
    const shown = strings(props).filter((text) => text.endsWith('.svg'));
    expect(shown.length).toBeGreaterThan(8);
    expect(shown.filter((src) => !pictures.has(src))).toEqual([]);
    const links = objects(props);
    const categories = links.filter(({ kind, slug }) => kind === 'category' && slug).map(({ slug }) => slug);
    const tiles = props.flatMap(({ categories }) => (categories as string[] | undefined) ?? []);
    expect([...categories, ...tiles].filter((slug) => !slugs.has(slug as string))).toEqual([]);
    const pages = links.filter(({ kind }) => kind === 'page').map(({ path }) => path as string);
    const inTexts = strings(props).flatMap((text) =>
      [...text.matchAll(/href="(\/[^"]*)"/g)].map(([, path]) => path!),
    );
    expect([...pages, ...inTexts].filter((path) => !paths.has(path))).toEqual([]);
  });
});

describe('the demo channel', () => {
  it('sells from locations there are', () => {
    const known = new Set<string>(demoLocations.map(({ id }) => id));
    expect(demoChannels.flatMap(({ locations }) => locations).filter((id) => !known.has(id))).toEqual([]);
    expect(demoLocations.filter(({ kind }) => kind === 'store')).toHaveLength(3);
  });
});

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(strings) : [];
}

function objects(value: unknown): Record<string, unknown>[] {
  if (!value || typeof value !== 'object') return [];
  const own = Array.isArray(value) ? [] : [value as Record<string, unknown>];
  return [...own, ...Object.values(value).flatMap(objects)];
}

function germanTexts(props: PageNode['props'] | Json): string[] {
  if (!props || typeof props !== 'object') return [];
  return Object.entries(props).flatMap(([key, value]) =>
    key.endsWith('@de') && typeof value === 'string' ? [value] : germanTexts(value as Json),
  );
}
