import { createHash } from 'node:crypto';
import { BUILT_IN_LABELS } from './facets.ts';
import type { LocalTexts } from './search.tables.ts';
import type { SearchableCategory, SearchableProduct } from './search-sources.ts';
import { foldText, keyOfText, languageOf, wordsOf } from './text-folding.rules.ts';

/** One thing to filter by, as the token table keeps it. */
export interface TokenInput {
  readonly facet: string;
  readonly value: string;
  readonly parent?: string;
  readonly facetPosition: number;
  readonly position: number;
  readonly swatch?: string;
  readonly facetLabels: LocalTexts;
  readonly labels: LocalTexts;
  readonly slugs?: LocalTexts;
}

/** What one product is found by in one locale. `a`, `b` and `c` are the weights of its text. */
export interface TextInput {
  readonly locale: string;
  readonly language: string;
  readonly name: string;
  readonly slug: string;
  readonly sortName: string;
  readonly a: string;
  readonly b: string;
  readonly c: string;
  readonly words: readonly string[];
  readonly hash: string;
}

export interface IndexDocument {
  readonly productId: string;
  readonly publishedAt: Date;
  readonly tokens: readonly TokenInput[];
  readonly texts: readonly TextInput[];
}

const FACET_POSITIONS = { category: 0, option: 100, attribute: 1_000, brand: 10_000, tag: 100_000 };
const MAX_DESCRIPTION = 8_000;

/** The index documents of products in a channel with these locales; texts fall back to the first. */
export function indexDocuments(
  products: readonly SearchableProduct[],
  categories: ReadonlyMap<string, SearchableCategory>,
  locales: readonly string[],
): IndexDocument[] {
  return products.map((product) => {
    const ancestry = product.categoryIds.flatMap((id) => withAncestors(id, categories));
    const own = [...new Map(ancestry.map((category) => [category.id, category])).values()];
    return {
      productId: product.id,
      publishedAt: product.publishedAt,
      tokens: productTokens(product, own, locales),
      texts: locales.map((locale) => productText(product, own, locale, locales[0] ?? locale)),
    };
  });
}

/** The token that stands for a category. */
export function categoryToken(category: SearchableCategory): TokenInput {
  return {
    facet: 'category',
    value: category.id,
    ...(category.parentId !== undefined && { parent: category.parentId }),
    facetPosition: FACET_POSITIONS.category,
    position: category.position,
    facetLabels: BUILT_IN_LABELS.category ?? {},
    labels: category.name,
    slugs: category.slug,
  };
}

function withAncestors(
  id: string,
  categories: ReadonlyMap<string, SearchableCategory>,
): SearchableCategory[] {
  const path: SearchableCategory[] = [];
  let current = categories.get(id);
  while (current && !path.includes(current)) {
    path.push(current);
    current = current.parentId === undefined ? undefined : categories.get(current.parentId);
  }
  return path;
}

function productTokens(
  product: SearchableProduct,
  categories: readonly SearchableCategory[],
  locales: readonly string[],
): TokenInput[] {
  const main = locales[0] ?? 'en';
  const options = product.options.flatMap((option) =>
    option.values.map((value, position) => ({
      facet: option.key,
      value: value.key,
      facetPosition: FACET_POSITIONS.option,
      position,
      ...(value.swatch !== undefined && { swatch: value.swatch }),
      facetLabels: option.label,
      labels: value.label,
    })),
  );
  const attributes = product.attributes
    .filter(({ facet }) => facet)
    .map(({ key, label, value, place }) => ({
      facet: key,
      value: keyOfText(inLocale(value, main, main)),
      // Brands stand behind all of them.
      facetPosition: Math.min(FACET_POSITIONS.attribute + place, FACET_POSITIONS.brand - 1),
      position: 0,
      facetLabels: label,
      labels: value,
    }));
  const brand = product.brand === undefined ? [] : [plainToken('brand', product.brand, main)];
  const tags = product.tags.map((tag) => plainToken('tag', tag, main));
  const all = [...categories.map(categoryToken), ...options, ...attributes, ...brand, ...tags];
  return [...new Map(all.map((token) => [`${token.facet}\n${token.value}`, token])).values()];
}

function plainToken(facet: 'brand' | 'tag', text: string, locale: string): TokenInput {
  return {
    facet,
    value: keyOfText(text),
    facetPosition: FACET_POSITIONS[facet],
    position: 0,
    facetLabels: BUILT_IN_LABELS[facet] ?? {},
    labels: { [locale]: text },
  };
}

function productText(
  product: SearchableProduct,
  categories: readonly SearchableCategory[],
  locale: string,
  fallback: string,
): TextInput {
  const text = (texts: LocalTexts) => inLocale(texts, locale, fallback);
  const name = text(product.name);
  const values = product.options.flatMap(({ values }) => values.map(({ label }) => text(label)));
  const attributes = product.attributes.map(({ value }) => text(value));
  const groups = [product.brand ?? '', ...categories.map((category) => text(category.name)), ...product.tags];
  const a = asSearched([name, ...product.skus].join(' '), locale);
  const b = asSearched([...groups, ...values, ...attributes].join(' '), locale);
  const c = asSearched(plainText(text(product.description)).slice(0, MAX_DESCRIPTION), locale);
  const slug = text(product.slug);
  const words = new Set([...wordsOf(name, locale), ...groups.flatMap((group) => wordsOf(group, locale))]);
  return {
    locale,
    language: languageOf(locale),
    name,
    slug,
    sortName: foldText(name, locale),
    a,
    b,
    c,
    words: [...words].filter((word) => /^\p{L}{3,40}$/u.test(word)),
    hash: createHash('sha256').update([name, slug, a, b, c].join('\u0001')).digest('base64url'),
  };
}

// Cut into words as queries are: left to itself PostgreSQL reads `OS-1108` as a word and a negative number.
function asSearched(text: string, locale: string): string {
  return wordsOf(text, locale).join(' ');
}

function inLocale(texts: LocalTexts, locale: string, fallback: string): string {
  return texts[locale] ?? texts[locale.split('-')[0]!] ?? texts[fallback] ?? Object.values(texts)[0] ?? '';
}

function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&[a-z]+;|&#\d+;/gi, ' ');
}
