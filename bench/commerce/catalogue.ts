import type { CategoryInput, ProductInput } from '@vitrine/commerce-engine/client';

// The shape of data all engines of this bench are measured on: 1,000 products of three sizes, of which 20 are limited to 10 pieces
// a size.

export const PRODUCTS = 1000;
const LIMITED = 20;
const LIMITED_STOCK = 10;
const STOCK = 1_000_000;
const SIZES = ['S', 'M', 'L'] as const;
const CATEGORIES = [
  'Shirts',
  'Trousers',
  'Shoes',
  'Jackets',
  'Hats',
  'Bags',
  'Belts',
  'Socks',
  'Scarves',
  'Gloves',
];
const COLOURS = [
  'Black',
  'White',
  'Red',
  'Blue',
  'Green',
  'Grey',
  'Brown',
  'Navy',
  'Pink',
  'Olive',
  'Yellow',
  'Purple',
];
const LOOKS = [
  'Classic',
  'Modern',
  'Slim',
  'Relaxed',
  'Heavy',
  'Light',
  'Summer',
  'Winter',
  'Urban',
  'Trail',
];

export const slugOf = (index: number) =>
  `${index >= PRODUCTS - LIMITED ? 'limited' : 'product'}-${String(index + 1).padStart(4, '0')}`;

export function benchCategories(): CategoryInput[] {
  return CATEGORIES.map((name, position) => ({ handle: name.toLowerCase(), name: { en: name }, position }));
}

/** The same numbers on every machine. */
export function benchProducts(): ProductInput[] {
  let seed = 42;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const pick = (list: readonly string[]) => list[random(list.length)]!;
  return Array.from({ length: PRODUCTS }, (_, index) => {
    const [category, brand, colour, look] = [
      pick(CATEGORIES),
      `Brand${String.fromCharCode(65 + random(20))}`,
      pick(COLOURS),
      pick(LOOKS),
    ];
    const base = 500 + random(19_500);
    const isLimited = index >= PRODUCTS - LIMITED;
    return {
      handle: slugOf(index),
      name: { en: `${look} ${colour} ${category.replace(/s$/, '')} ${String(index + 1).padStart(4, '0')}` },
      slug: { en: slugOf(index) },
      description: {
        en: `<p>${look} ${category.toLowerCase()} by ${brand}, in ${colour.toLowerCase()}.</p>`,
      },
      brand,
      categories: [category.toLowerCase()],
      options: [
        {
          key: 'size',
          label: { en: 'Size' },
          values: SIZES.map((size) => ({ key: size.toLowerCase(), label: { en: size } })),
        },
      ],
      variants: SIZES.map((size, at) => ({
        options: { size: size.toLowerCase() },
        sku: `SKU-${index + 1}-${size}`,
        prices: [{ price: { amount: base + at * 100, currency: 'EUR' } }],
        stock: { warehouse: isLimited ? LIMITED_STOCK : STOCK },
      })),
    };
  });
}
