import { createHash } from 'node:crypto';
import { canonicalJson } from '../idempotency/canonical-json.ts';
import type { StoredMedia } from './catalog.tables.ts';
import { type ImportReferences, type Owners, skuFromHandle, slugsFromHandle } from './import-references.ts';
import type { MediaInput, ProductInput, VariantInput } from './product-import.ts';
import type { ProductRecord, VariantRecord } from './product-record.ts';

/** What an input would make of a product. */
export type ProductPlan =
  | { readonly kind: 'refused'; readonly problems: readonly string[] }
  | {
      readonly kind: 'planned';
      readonly record: ProductRecord;
      /** Parts that differ from what is kept; empty = nothing to write. */
      readonly parts: ReadonlySet<ProductPart>;
      /** Sentences for the report. */
      readonly changes: readonly string[];
      /** The variants in the order of the input, with their ids. */
      readonly variants: readonly { readonly record: VariantRecord; readonly input: VariantInput }[];
    };

export type ProductPart =
  | 'name'
  | 'description'
  | 'brand'
  | 'tags'
  | 'seoTitle'
  | 'seoDescription'
  | 'options'
  | 'media'
  | 'related'
  | 'published'
  | 'publishedAt'
  | 'slugs'
  | 'categories'
  | 'attributes'
  | 'assortments'
  | 'variants';

export interface PlanFacts {
  readonly stored: ProductRecord | undefined;
  readonly references: ImportReferences;
  readonly owners: Owners;
  readonly newId: () => string;
  readonly now: Date;
}

/** Compares a valid input, its HTML cleaned, with what is kept. Pure but for the ids it is handed. */
export function planProduct(input: ProductInput, facts: PlanFacts): ProductPlan {
  const { stored } = facts;
  const options = input.options ?? stored?.options ?? [];
  const variants = planVariants(input, facts);
  const slugs = planSlugs(input, facts);
  const problems = [
    ...missingNames(input, facts),
    ...referenceProblems(input, facts),
    ...optionProblems(input, options),
    ...skuProblems(input, variants, facts),
    ...slugs.problems,
  ];
  if (problems.length > 0) return { kind: 'refused', problems };
  const record: ProductRecord = {
    id: stored?.id ?? facts.newId(),
    handle: input.handle,
    name: input.name,
    description: input.description ?? stored?.description ?? {},
    brand: input.brand === undefined ? (stored?.brand ?? null) : input.brand || null,
    tags: input.tags ?? stored?.tags ?? [],
    seoTitle: input.seo?.title ?? stored?.seoTitle ?? {},
    seoDescription: input.seo?.description ?? stored?.seoDescription ?? {},
    options,
    media: input.media?.map(storedMedia) ?? stored?.media ?? [],
    related: input.related ?? stored?.related ?? [],
    published: input.published ?? stored?.published ?? true,
    publishedAt: new Date(input.publishedAt ?? stored?.publishedAt ?? facts.now).toISOString(),
    slugs: slugs.slugs,
    categories: input.categories?.map((handle) => categoryId(handle, facts)!) ?? stored?.categories ?? [],
    attributes:
      input.attributes === undefined
        ? (stored?.attributes ?? [])
        : Object.entries(input.attributes).map(([key, value]) => ({ key, value })),
    assortments: assortmentsOf(input) ?? stored?.assortments ?? [],
    variants: variants.map((variant) => variant.record),
    retired: [],
  };
  const parts = PARTS.filter((part) => canonicalJson(record[part]) !== canonicalJson(stored?.[part] ?? null));
  return {
    kind: 'planned',
    record,
    parts: new Set(parts),
    changes: stored ? parts.flatMap((part) => sentencesOf(part, stored, record)) : [],
    variants,
  };
}

const PARTS: readonly ProductPart[] = [
  ...(['name', 'slugs', 'description', 'brand', 'published', 'publishedAt', 'assortments'] as const),
  ...(['categories', 'tags', 'attributes', 'seoTitle', 'seoDescription', 'media'] as const),
  ...(['options', 'variants', 'related'] as const),
];

/** The option values in the order of their keys, so that the order of the input does not matter. */
export function combinationOf(options: Readonly<Record<string, string>>): string {
  return Object.keys(options)
    .sort((a, b) => (a < b ? -1 : 1))
    .map((key) => `${key}=${options[key]}`)
    .join('&');
}

export function storedMedia(media: MediaInput): StoredMedia {
  return { ...media, id: `m-${createHash('sha256').update(media.src).digest('hex').slice(0, 16)}` };
}

function planVariants({ handle, variants }: ProductInput, { stored, newId }: PlanFacts) {
  const known = [...(stored?.variants ?? []), ...(stored?.retired ?? [])];
  return variants.map((input) => {
    const combination = combinationOf(input.options);
    const old = known.find((each) => each.combination === combination);
    const record: VariantRecord = {
      id: old?.id ?? newId(),
      combination,
      options: input.options,
      sku: input.sku ?? old?.sku ?? skuFromHandle(handle, input.options),
      barcode: input.barcode ?? old?.barcode ?? null,
      weight: input.weight ?? old?.weight ?? null,
    };
    return { record, input };
  });
}

function planSlugs(input: ProductInput, { stored, references, owners }: PlanFacts) {
  const locales = new Set([
    ...references.channels.flatMap((channel) => channel.locales),
    ...Object.keys(input.name),
    ...Object.keys(input.slug ?? {}),
  ]);
  const isTaken = (locale: string, slug: string) => {
    const owner = owners.slugs.get(`${locale} ${slug}`);
    return owner !== undefined && owner !== input.handle;
  };
  const problems = Object.entries(input.slug ?? {})
    .filter(([locale, slug]) => isTaken(locale, slug))
    .map(
      ([locale, slug]) =>
        `The slug "${slug}" (${locale}) belongs to product "${owners.slugs.get(`${locale} ${slug}`)}". Choose another one.`,
    );
  const slugs: Record<string, string> = { ...stored?.slugs };
  for (const locale of locales) {
    const free = slugsFromHandle(input.handle).find((slug) => !isTaken(locale, slug));
    const slug = input.slug?.[locale] ?? slugs[locale] ?? free;
    if (slug === undefined) problems.push(`No free slug for "${input.handle}" (${locale}): give one.`);
    else slugs[locale] = slug;
  }
  return { slugs, problems };
}

function missingNames({ name }: ProductInput, { references }: PlanFacts): string[] {
  const firsts = [...new Set(references.channels.map((channel) => channel.locales[0]!))];
  return firsts
    .filter((locale) => !name[locale])
    .map((locale) => `Expected a name in "${locale}", the first locale of a channel; got ${keysOf(name)}.`);
}

function referenceProblems(input: ProductInput, facts: PlanFacts): string[] {
  const { channels, locations, attributeTypes } = facts.references;
  const unknown = (what: string, names: readonly string[], known: readonly string[]) =>
    [...new Set(names)]
      .filter((name) => !known.includes(name))
      .map((name) =>
        `Unknown ${what} "${name}". ${known.length > 20 ? '' : `Known: ${known.join(', ') || 'none'}.`}`.trim(),
      );
  const places = input.variants.flatMap((variant) => Object.keys(variant.stock ?? {}));
  return [
    ...unknown(
      'category',
      input.categories ?? [],
      facts.references.categories.map((category) => category.handle),
    ),
    ...unknown(
      'channel',
      (input.assortments ?? []).map((each) => each.channel),
      channels.map((channel) => channel.id),
    ),
    ...unknown(
      'location',
      places,
      locations.map((location) => location.id),
    ),
    ...Object.entries(input.attributes ?? {}).flatMap(([key, value]) => {
      const type = attributeTypes.get(key) ?? 'text';
      return Object.values(value)
        .filter((each) => !isOfType[type](each))
        .map((each) => `Attribute "${key}" expects a ${type}, got "${each}".`);
    }),
  ];
}

const isOfType = {
  text: () => true,
  number: (value: string) => /^-?\d+(\.\d+)?$/.test(value),
  date: (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)),
};

function optionProblems(input: ProductInput, options: ProductRecord['options']): string[] {
  const keys = options.map((option) => option.key);
  const valuesOf = (key: string) =>
    options.find((option) => option.key === key)?.values.map((each) => each.key);
  const wrongPairs = (pairs: Readonly<Record<string, string>>, where: string) =>
    Object.entries(pairs)
      .filter(([key, value]) => !valuesOf(key)?.includes(value))
      .map(([key, value]) => `${where} names ${key} "${value}", which is not among the options.`);
  const combinations = input.variants.map((variant) => combinationOf(variant.options));
  const twice = combinations.filter((each, index) => combinations.indexOf(each) !== index);
  return [
    ...input.variants.flatMap(({ options: chosen }, index) => [
      ...keys
        .filter((key) => chosen[key] === undefined)
        .map((key) => `Variant ${index + 1} has no value for option "${key}".`),
      ...wrongPairs(chosen, `Variant ${index + 1}`),
    ]),
    ...twice.map((each) => `Two variants have the same options (${each || 'none'}).`),
    ...(input.media ?? []).flatMap((media) => wrongPairs(media.shows ?? {}, `Picture "${media.src}"`)),
  ];
}

function skuProblems(
  input: ProductInput,
  variants: readonly { readonly record: VariantRecord }[],
  { owners }: PlanFacts,
): string[] {
  const skus = variants.map((variant) => variant.record.sku);
  const twice = skus.filter((sku, index) => skus.indexOf(sku) !== index);
  return [
    ...twice.map((sku) => `Two variants have the SKU "${sku}".`),
    ...skus
      .filter((sku) => ![undefined, input.handle].includes(owners.skus.get(sku)))
      .map((sku) => `The SKU "${sku}" belongs to product "${owners.skus.get(sku)}".`),
  ];
}

function assortmentsOf({ assortments }: ProductInput): ProductRecord['assortments'] | undefined {
  const iso = (moment: string | undefined) => (moment ? new Date(moment).toISOString() : null);
  return assortments
    ?.map(({ channel, from, to }) => ({ channel, from: iso(from), to: iso(to) }))
    .sort((a, b) => (a.channel < b.channel ? -1 : 1));
}

function categoryId(handle: string, { references }: PlanFacts): string | undefined {
  return references.categories.find((category) => category.handle === handle)?.id;
}

function sentencesOf(part: ProductPart, before: ProductRecord, after: ProductRecord): string[] {
  if (part === 'variants') return variantSentences(before, after);
  if (part === 'published') return [after.published ? 'Published.' : 'Taken off sale.'];
  if (part === 'slugs') {
    return Object.entries(after.slugs)
      .filter(([locale, slug]) => before.slugs[locale] !== slug)
      .map(([locale, slug]) => `Slug (${locale}): ${before.slugs[locale] ?? 'none'} → ${slug}.`);
  }
  return [`${titles[part]} changed.`];
}

const titles: Readonly<Record<Exclude<ProductPart, 'variants' | 'published' | 'slugs'>, string>> = {
  name: 'Name',
  description: 'Description',
  brand: 'Brand',
  tags: 'Tags',
  seoTitle: 'SEO title',
  seoDescription: 'SEO description',
  options: 'Options',
  media: 'Pictures',
  related: 'Related products',
  publishedAt: 'Publication date',
  categories: 'Categories',
  attributes: 'Attributes',
  assortments: 'Assortments',
};

function variantSentences(before: ProductRecord, after: ProductRecord): string[] {
  const ids = (record: ProductRecord) => new Set(record.variants.map((variant) => variant.id));
  const [old, now] = [ids(before), ids(after)];
  const changed = after.variants.filter((variant) => {
    const was = before.variants.find((each) => each.id === variant.id);
    return was && canonicalJson(was) !== canonicalJson(variant);
  });
  const sentences = [
    ...after.variants.filter(({ id }) => !old.has(id)).map(({ sku }) => `Variant ${sku} added.`),
    ...before.variants.filter(({ id }) => !now.has(id)).map(({ sku }) => `Variant ${sku} retired.`),
    ...changed.map(({ sku }) => `Variant ${sku} changed.`),
  ];
  return sentences.length > 0 ? sentences : ['Order of variants changed.'];
}

function keysOf(text: Readonly<Record<string, string>>): string {
  return Object.keys(text).join(', ') || 'none';
}
