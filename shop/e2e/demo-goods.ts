import { demoStore } from '../seed/index.ts';

export type Locale = 'en' | 'de';
export type Currency = 'EUR' | 'GBP';

/** A product of the demo store as the seed has it; the shop must show the same. */
export function demoProduct(handle: string) {
  const product = demoStore.products.find((each) => each.handle === handle);
  if (!product) throw new Error(`The demo store has no product "${handle}".`);
  return product;
}

/** Price now and regular price of a variant in minor units, by its option values: `{ colour: 'ink' }`. */
export function demoPrice(
  handle: string,
  options: Readonly<Record<string, string>>,
  currency: Currency,
): { readonly now: number; readonly regular: number } {
  const variant = demoProduct(handle).variants.find((each) =>
    Object.entries(options).every(([key, value]) => each.options?.[key] === value),
  );
  const found = variant?.prices?.find(({ price }) => price.currency === currency);
  if (!found) throw new Error(`"${handle}" has no ${currency} price for ${JSON.stringify(options)}.`);
  return { now: found.price.amount, regular: (found.regular ?? found.price).amount };
}

/** Words of an option value: `('tide-mug', 'colour', 'rowan', 'de')` → `Vogelbeere`. */
export function optionLabel(handle: string, option: string, value: string, locale: Locale): string {
  const found = demoProduct(handle).options?.find(({ key }) => key === option);
  const label = found?.values.find(({ key }) => key === value)?.label[locale];
  if (!label) throw new Error(`"${handle}" has no ${option} "${value}".`);
  return label;
}

/** Handles of a category and everything below it. */
function categoriesWithin(handle: string): Set<string> {
  const within = new Set([handle]);
  for (const { handle: child, parent } of demoStore.categories)
    if (parent && within.has(parent)) within.add(child);
  return within;
}

/** Products of the demo store in a category, with all the given option and attribute values. */
export function demoProductsIn(category: string) {
  const within = categoriesWithin(category);
  return demoStore.products.filter(({ categories }) => categories?.some((each) => within.has(each)));
}

/** Every page of the demo store that is composed of modules, by what it is, in both languages. */
export const demoPages = {
  home: { en: '/', de: '/de' },
  'winter table': { en: '/winter-table', de: '/de/wintertafel' },
  'rain or shine': { en: '/rain-or-shine', de: '/de/bei-jedem-wetter' },
  about: { en: '/about', de: '/de/ueber-uns' },
  category: { en: '/c/tableware', de: '/de/c/geschirr' },
  product: { en: '/p/tide-mug', de: '/de/p/becher-tide' },
  search: { en: '/search?q=wool', de: '/de/search?q=wolle' },
  cart: { en: '/cart', de: '/de/cart' },
} as const satisfies Readonly<Record<string, Readonly<Record<Locale, string>>>>;
