import type { Database } from '@vitrine/database';
import type { CategoryInput, ProductInput } from '../catalog/product-import.ts';
import { type CommerceEngine, createEngine } from '../engine.ts';
import type { Market } from '../market.ts';
import type { CommandContext } from './commerce-client.ts';

/** A small shop for tests: one online channel with two locales and two currencies, a warehouse, a store, six products. */
export interface TestShop {
  readonly engine: CommerceEngine;
  /** English, euro, a guest. */
  readonly market: Market;
  /** A command of the process itself, with a key of its own. */
  asSystem(): CommandContext;
  /** A command of a shopper, with a key of its own. */
  asGuest(): CommandContext;
  productId(handle: string): Promise<string>;
  /** The product's variants in their order. */
  variantIds(handle: string): Promise<readonly string[]>;
}

export const TEST_OWNER = { email: 'owner@example.com', password: 'correct horse battery' } as const;

/** Fills a fresh, migrated database and puts an engine over it. */
export async function openTestShop(
  database: Database,
  options: { readonly clock?: () => Date } = {},
): Promise<TestShop> {
  const engine = createEngine({
    database,
    secret: 'a secret of the tests, long enough for anyone',
    ...(options.clock && { clock: options.clock }),
  });
  const market = { channel: 'online', locale: 'en', currency: 'EUR', customerGroup: 'anyone' };
  const asSystem = (): CommandContext => ({
    actor: { kind: 'system', reason: 'test shop' },
    idempotencyKey: crypto.randomUUID(),
  });
  await engine.stores.importLocations(asSystem(), [
    { id: 'warehouse', kind: 'warehouse', name: 'Warehouse', city: 'Husum' },
    { id: 'store-harbour', kind: 'store', name: 'Harbour', city: 'Husum' },
  ]);
  await engine.stores.importChannels(asSystem(), [
    {
      id: 'online',
      kind: 'online',
      name: 'Online',
      locales: ['en', 'de'],
      currencies: ['EUR', 'GBP'],
      country: 'DE',
      taxDisplay: 'inclusive',
      locations: ['warehouse'],
    },
  ]);
  await engine.catalog.importAttributes(asSystem(), [
    { key: 'material', label: { en: 'Material', de: 'Material' }, facet: true },
  ]);
  await engine.catalog.importCategories(asSystem(), TEST_CATEGORIES);
  const outcomes = await engine.catalog.importProducts(asSystem(), TEST_PRODUCTS);
  const refused = outcomes.flatMap(({ problems }) => problems);
  if (refused.length > 0) throw new Error(`The test shop could not be filled: ${refused.join('; ')}`);

  async function productOf(handle: string) {
    const [product] = await engine.catalog.productsBySlug(market, [handle]);
    if (!product) throw new Error(`The test shop has no product "${handle}".`);
    return product;
  }
  return {
    engine,
    market,
    asSystem,
    asGuest: () => ({ actor: { kind: 'guest' }, idempotencyKey: crypto.randomUUID() }),
    productId: async (handle) => (await productOf(handle)).id,
    variantIds: async (handle) => (await productOf(handle)).variants.map(({ id }) => id),
  };
}

const COLOUR = {
  key: 'colour',
  label: { en: 'Colour', de: 'Farbe' },
  values: [
    { key: 'ochre', label: { en: 'Ochre', de: 'Ocker' }, swatch: '#c8892b' },
    { key: 'sea', label: { en: 'Sea', de: 'Meer' }, swatch: '#2b6f6a' },
  ],
};

export const TEST_CATEGORIES: readonly CategoryInput[] = [
  { handle: 'home', name: { en: 'Home', de: 'Zuhause' }, position: 0 },
  { handle: 'tableware', parent: 'home', name: { en: 'Tableware', de: 'Geschirr' }, position: 0 },
  { handle: 'lamps', parent: 'home', name: { en: 'Lamps', de: 'Lampen' }, position: 1 },
  { handle: 'knitwear', name: { en: 'Knitwear', de: 'Strick' }, position: 1 },
];

export const TEST_PRODUCTS: readonly ProductInput[] = [
  {
    handle: 'stoneware-mug',
    name: { en: 'Stoneware mug', de: 'Becher aus Steinzeug' },
    slug: { en: 'stoneware-mug', de: 'steinzeug-becher' },
    description: { en: '<p>For tea and coffee.</p>', de: '<p>Für Tee und große Kaffees.</p>' },
    brand: 'Ostrand',
    categories: ['tableware'],
    tags: ['gift'],
    attributes: { material: { en: 'Stoneware', de: 'Steinzeug' } },
    options: [COLOUR],
    variants: [
      testVariant({ colour: 'ochre' }, { EUR: 1800, GBP: 1600 }, 20),
      testVariant({ colour: 'sea' }, { EUR: 1800, GBP: 1600 }, 3),
    ],
    publishedAt: '2026-01-01',
  },
  {
    handle: 'stoneware-bowl',
    name: { en: 'Stoneware bowl', de: 'Schale aus Steinzeug' },
    brand: 'Ostrand',
    categories: ['tableware'],
    attributes: { material: { en: 'Stoneware', de: 'Steinzeug' } },
    options: [COLOUR],
    variants: [testVariant({ colour: 'sea' }, { EUR: 2400, GBP: 2100 }, 200)],
    publishedAt: '2026-02-01',
  },
  {
    handle: 'reading-lamp',
    name: { en: 'Reading lamp', de: 'Leselampe' },
    description: { en: '<p>Warm light for long evenings.</p>' },
    brand: 'Café Nord',
    categories: ['lamps'],
    variants: [testVariant({}, { EUR: 9900, GBP: 8900 }, 0)],
    publishedAt: '2026-03-01',
  },
  {
    handle: 'desk-lamp',
    name: { en: 'Desk lamp', de: 'Schreibtischlampe' },
    brand: 'Café Nord',
    categories: ['lamps'],
    variants: [
      {
        options: {},
        prices: [
          { price: { amount: 5900, currency: 'EUR' }, regular: { amount: 7900, currency: 'EUR' } },
          { price: { amount: 7100, currency: 'GBP' } },
        ],
        stock: { warehouse: 50 },
      },
    ],
    publishedAt: '2026-04-01',
  },
  {
    handle: 'wool-sweater',
    name: { en: 'Wool sweater', de: 'Wollpullover' },
    brand: 'Ostrand',
    categories: ['knitwear'],
    options: [COLOUR],
    variants: [
      testVariant({ colour: 'ochre' }, { EUR: 12900, GBP: 11500 }, 80),
      testVariant({ colour: 'sea' }, { EUR: 12900, GBP: 11500 }, 80),
    ],
    publishedAt: '2026-05-01',
  },
  {
    handle: 'wool-hat',
    name: { en: 'Wool hat', de: 'Wollmütze' },
    brand: 'Ostrand',
    categories: ['knitwear'],
    variants: [{ ...testVariant({}, { EUR: 3900, GBP: 3500 }, 0), backorder: true }],
    publishedAt: '2026-06-01',
  },
];

/** A variant with prices in minor units and pieces in the warehouse. */
export function testVariant(
  options: Readonly<Record<string, string>>,
  prices: Readonly<Record<string, number>>,
  stock: number,
): ProductInput['variants'][number] {
  return {
    options,
    prices: Object.entries(prices).map(([currency, amount]) => ({ price: { amount, currency } })),
    stock: { warehouse: stock },
  };
}
