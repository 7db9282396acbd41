import type { ProductInput } from '@vitrine/commerce-engine/client';
import type { PageDocument, PageNode } from '@vitrine/content';
import { createRegistry } from '@vitrine/modules';
import { library } from '@vitrine/modules/library';
import { withoutNonces } from '@vitrine/runtime/testing';
import fc from 'fast-check';
import { type ComponentType, createElement } from 'react';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoStore } from '../seed/index.ts';
import {
  type DemoPlatform,
  type DemoSite,
  keepNothing,
  openDemoPlatform,
  openDemoSite,
  textOf,
} from './demo-shop.ts';

// Random pages of the demo store for random visitors, with changes between: what a site with all its caches answers is what a
// site that was opened a moment ago and keeps nothing renders, byte for byte, nonces aside.

const locales = ['en', 'de'] as const;
const facets: Readonly<Record<string, readonly string[]>> = {
  colour: ['chalk', 'rowan', 'ochre', 'unheard-of'],
  availability: ['in-stock'],
  offer: ['sale'],
};
const sorts = ['relevance', 'newest', 'price-asc', 'price-desc', 'name', 'upside-down'];

const filter = fc
  .constantFrom(...Object.entries(facets).flatMap(([facet, values]) => values.map((each) => [facet, each])))
  .map(([facet, value]) => `f=${facet}.${value}`);
const listQuery = fc
  .tuple(
    fc.uniqueArray(filter, { maxLength: 3 }),
    fc.option(fc.constantFrom(...sorts), { nil: undefined }),
    fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
    fc.option(fc.constantFrom('1000-4000', '-2500', '9000-1000'), { nil: undefined }),
  )
  .map(([filters, sort, page, price]) => [
    ...filters,
    ...(sort === undefined ? [] : [`sort=${sort}`]),
    ...(page === undefined ? [] : [`page=${page}`]),
    ...(price === undefined ? [] : [`price=${price}`]),
  ]);

const words = fc.constantFrom('mug', 'wool', 'wolle', 'lamp', 'blnaket', 'nothing like it', '<b>"', '');

/** Path without locale prefix, with its query. */
const addressIn = (locale: (typeof locales)[number]) =>
  fc.oneof(
    fc.constantFrom(
      ...demoStore.urls
        .filter((url) => url.locale === locale && url.target.kind === 'page')
        .map(({ path }) => path),
    ),
    fc
      .tuple(fc.constantFrom(...demoStore.categories.map(({ slug }) => slug![locale]!)), listQuery)
      .map(([slug, query]) => `/c/${slug}?${query.join('&')}`),
    fc
      .tuple(
        fc.constantFrom(...demoStore.products.map(({ slug }) => slug![locale]!)),
        fc.constantFrom('', '?colour=ochre', '?colour=rowan&size=250ml', '?variant=x&utm_source=letter'),
      )
      .map(([slug, query]) => `/p/${slug}${query}`),
    fc
      .tuple(words, listQuery)
      .map(([text, query]) => `/search?${[`q=${encodeURIComponent(text)}`, ...query].join('&')}`),
    fc.constantFrom('/cart', '/everything', '/nowhere', '/p/nothing', '/c/mugs/', '/p/becher-tide'),
  );

const visit = fc.record({
  address: fc.oneof(
    addressIn('en'),
    addressIn('de').map((path) => (path === '/' ? '/de' : `/de${path}`)),
  ),
  currency: fc.constantFrom('', 'vt_currency=GBP; '),
  hasCart: fc.boolean(),
  encoding: fc.constantFrom('gzip', 'identity'),
});
interface Visit {
  readonly address: string;
  readonly currency: string;
  readonly hasCart: boolean;
  readonly encoding: string;
}

const change = fc.record({
  kind: fc.constantFrom('none', 'price', 'name', 'category', 'home', 'layout'),
  of: fc.nat(demoStore.products.length - 1),
});

let platform: DemoPlatform;
let kept: DemoSite;
let cart: string;
let number = 0;
/** Modules whose views were rendered by the site that keeps nothing. */
const rendered = new Set<string>();
const watched = createRegistry(
  library.map((entry) => ({ ...entry, view: watchedView(entry.module.id, entry.view) })),
);

function watchedView(id: string, view: ComponentType): ComponentType {
  return function Watched(props: object) {
    rendered.add(id);
    return createElement(view, props);
  };
}

beforeAll(async () => {
  platform = await openDemoPlatform();
  kept = openDemoSite(platform);
  cart = await kept.fillCart(await variantsInStock(2), 2);
  await publishEverything();
}, 300_000);
afterAll(async () => {
  kept.close();
  await platform.close();
});

async function variantsInStock(most: number): Promise<string[]> {
  const market = { channel: 'online', locale: 'en', currency: 'EUR', customerGroup: 'anyone' };
  const products = await platform.commerce.catalog.productsBySlug(market, ['tide-mug', 'lull-teapot']);
  const ids = products.flatMap((product) => product?.variants.map(({ id }) => id) ?? []);
  const states = await platform.commerce.inventory.availability(market, ids);
  return states.flatMap((state) => (state?.class === 'in-stock' ? [state.variantId] : [])).slice(0, most);
}

/** A page that holds every preset of every module of the library, and a card of a product there is. */
async function publishEverything(): Promise<void> {
  const market = { channel: 'online', locale: 'en', currency: 'EUR', customerGroup: 'anyone' };
  const [mug] = await platform.commerce.catalog.productsBySlug(market, ['tide-mug']);
  const nodes = library.flatMap(({ module, presets }) =>
    presets.map((preset, index) => nodeOf(module.id, preset.name, `${module.id}-${index}`)),
  );
  const card: PageNode = { id: 'a-card', type: 'product-card', v: 1, props: { product: mug!.id } };
  await platform.pages.publish({
    by: 'proof',
    documents: [
      { schema: 1, id: 'everything', kind: 'page', name: 'Everything', seo: {}, nodes: [card, ...nodes] },
    ],
    urls: locales.map((locale) => ({
      channel: 'online',
      locale,
      path: '/everything',
      target: { kind: 'page', page: 'everything' },
    })),
  });
}

function nodeOf(type: string, presetName: string, id: string): PageNode {
  const { module, presets } = watched.get(type)!;
  const { props, slots = {} } = presets.find(({ name }) => name === presetName)!;
  const inside = Object.entries(slots).map(([name, held]) => [
    name,
    held.map((each, index) => nodeOf(each.type, each.preset, `${id}-${name}-${index}`)),
  ]);
  return {
    id,
    type,
    v: module.version,
    props: props as PageNode['props'],
    slots: Object.fromEntries(inside),
  };
}

/** Everything of an answer that a browser acts on. */
async function seenBy(site: DemoSite, { address, currency, hasCart, encoding }: Visit) {
  const answer = await site.get(address, {
    cookie: currency + (hasCart ? cart : 'x=1'),
    'accept-encoding': encoding,
  });
  const { status, headers } = answer;
  return {
    status,
    location: headers.get('location'),
    type: headers.get('content-type'),
    encoding: headers.get('content-encoding'),
    cache: headers.get('cache-control'),
    policy: headers.get('content-security-policy')?.replace(/'nonce-[\w-]+'/g, "'nonce-#'"),
    // Each rendering of a form that pays has a key of its own.
    html: withoutNonces(await textOf(answer)).replace(/(name="_key" value=")[\w-]+/g, '$1#'),
  };
}

async function compare(visits: readonly Visit[]): Promise<void> {
  const fresh = openDemoSite(platform, {
    pageCacheBytes: 0,
    fragmentCacheBytes: 0,
    processCache: keepNothing(),
    registry: watched,
  });
  try {
    for (const each of visits) {
      const expected = await seenBy(fresh, each);
      expect(await seenBy(kept, each), 'asked now').toEqual(expected);
      expect(await seenBy(kept, each), 'asked again').toEqual(expected);
    }
  } finally {
    fresh.close();
  }
}

/** Changes the shop in a way that shows, never the same way twice. */
async function apply({ kind, of }: { readonly kind: string; readonly of: number }): Promise<void> {
  number++;
  const actor = { kind: 'system' as const, reason: 'proof' };
  const context = { actor, idempotencyKey: `proof-${number}` };
  const product = demoStore.products[of]!;
  const { catalog } = platform.commerce;
  if (kind === 'price') await catalog.importProducts(context, [dearer(product, number)]);
  if (kind === 'name')
    await catalog.importProducts(context, [
      { ...product, name: { en: `Name ${number}`, de: `Name ${number} d` } },
    ]);
  if (kind === 'category') {
    const category = demoStore.categories[of % demoStore.categories.length]!;
    const name = { en: `Category ${number}`, de: `Kategorie ${number}` };
    await catalog.importCategories(context, [{ ...category, name }]);
  }
  if (kind === 'home' || kind === 'layout') {
    const document = demoStore.documents.find(({ id }) => id === (kind === 'home' ? 'home' : 'main'))!;
    await platform.pages.publish({ by: 'proof', documents: [withWords(document, `Words ${number}`)] });
  }
  // The search index says that it is ready in a batch of events of its own.
  await kept.clock.settle();
}

function dearer(product: ProductInput, by: number): ProductInput {
  return {
    ...product,
    variants: product.variants.map((variant) => ({
      ...variant,
      prices: variant.prices?.map(({ price }) => ({
        price: { ...price, amount: price.amount + by },
      })),
    })),
  };
}

function withWords(document: PageDocument, said: string): PageDocument {
  const change = (nodes: readonly PageNode[]): PageNode[] =>
    nodes.map((node) => ({
      ...node,
      props:
        node.type === 'hero'
          ? { ...node.props, title: said, 'title@de': said }
          : node.type === 'announcement'
            ? { ...node.props, text: said, 'text@de': said }
            : node.props,
      ...(node.slots && {
        slots: Object.fromEntries(Object.entries(node.slots).map(([name, held]) => [name, change(held)])),
      }),
    }));
  return { ...document, nodes: change(document.nodes) };
}

describe('kept pages of the demo store', () => {
  it('[PROOF-DIFF-1] hold every module of the library and are the pages an uncached site renders', async () => {
    const guest = { currency: '', hasCart: false, encoding: 'identity' };
    await compare([
      { ...guest, address: '/' },
      { ...guest, address: '/p/tide-mug', hasCart: true },
      { ...guest, address: '/de/c/becher-tassen?page=1', encoding: 'gzip' },
      { ...guest, address: '/cart', hasCart: true },
      { ...guest, address: '/everything', hasCart: true },
      { ...guest, address: '/de/everything', currency: 'vt_currency=GBP; ' },
    ]);
    expect([...rendered].sort()).toEqual(library.map(({ module }) => module.id).sort());
  }, 300_000);

  it('[PROOF-DIFF-2] stay so after random changes, for random visitors', async () => {
    await fc.assert(
      fc.asyncProperty(change, visit, visit, async (changed, first, second) => {
        const touched = { ...second, address: `/p/${demoStore.products[changed.of]!.slug!.en}` };
        const visits = [first, second, touched];
        // Kept before the change, so that the change must reach what is kept.
        for (const each of visits) await seenBy(kept, each);
        await apply(changed);
        await compare([...visits, { ...first, hasCart: !first.hasCart }]);
      }),
      { seed: 1105, numRuns: 14, endOnFailure: true },
    );
    // It was the caches that were compared.
    expect(kept.log.filter((line) => line.includes('"from":"fresh"')).length).toBeGreaterThan(60);
  }, 300_000);
});
