import type { Database } from '@vitrine/database';
import type { CommandContext } from '../api/commerce-client.ts';
import type { CategoryInput, ProductInput } from '../catalog/product-import.ts';
import { openTestShop, type TestShop } from './test-shop.ts';

/** A test shop with six products in four categories. */
export interface FilledShop extends TestShop {
  /** A command of a shopper, with a key of its own. */
  asGuest(): CommandContext;
  productId(handle: string): Promise<string>;
  /** The product's variants in their order. */
  variantIds(handle: string): Promise<readonly string[]>;
}

/** Fills a fresh, migrated database and puts an engine over it. */
export async function openFilledShop(
  database: Database,
  makeEngine?: Parameters<typeof openTestShop>[1],
): Promise<FilledShop> {
  const shop = await openTestShop(database, makeEngine);
  const { catalog } = shop.engine;
  await catalog.importAttributes(shop.command(), [
    { key: 'material', label: { en: 'Material', de: 'Material' }, facet: true },
  ]);
  await catalog.importCategories(shop.command(), TEST_CATEGORIES);
  const outcomes = await catalog.importProducts(shop.command(), TEST_PRODUCTS);
  const refused = outcomes.flatMap(({ problems }) => problems);
  if (refused.length > 0) throw new Error(`The test shop could not be filled: ${refused.join('; ')}`);

  async function productOf(handle: string) {
    const [product] = await catalog.productsBySlug(shop.en, [handle]);
    if (!product) throw new Error(`The test shop has no product "${handle}".`);
    return product;
  }
  return Object.assign(shop, {
    asGuest: (): CommandContext => ({ actor: { kind: 'guest' }, idempotencyKey: crypto.randomUUID() }),
    productId: async (handle: string) => (await productOf(handle)).id,
    variantIds: async (handle: string) => (await productOf(handle)).variants.map(({ id }) => id),
  });
}

const COLOUR = {
  key: 'colour',
  label: { en: 'Colour', de: 'Farbe' },
  values: [
    { key: 'ochre', label: { en: 'Ochre', de: 'Ocker' }, swatch: '#c8892b' },
    { key: 'sea', label: { en: 'Sea', de: 'Meer' }, swatch: '#2b6f6a' },
  ],
};

const TEST_CATEGORIES: readonly CategoryInput[] = [
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
