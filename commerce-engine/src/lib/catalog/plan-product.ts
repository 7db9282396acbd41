import { createHash } from 'node:crypto';
import { canonicalJson } from '../idempotency/canonical-json.ts';
import type { StoredMedia } from './catalog.tables.ts';
import { type ImportReferences, type Owners, skuFromHandle, slugsFromHandle } from './import-references.ts';
import { mergeTexts } from './local-text.rules.ts';
import { type PlannedVariant, planBundles } from './plan-bundle.ts';
import { changeSentences, type ProductPart } from './product-changes.ts';
import type { MediaInput, OptionInput, ProductInput } from './product-import.ts';
import {
  barcodeProblems,
  identityProblems,
  missingNames,
  optionProblems,
  referenceProblems,
  skuProblems,
} from './product-problems.ts';
import type { ProductRecord, VariantRecord } from './product-record.ts';
import { combinationOf } from './variant-combination.rules.ts';

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
      readonly variants: readonly PlannedVariant[];
    };

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
  const name = mergeTexts(stored?.name, input.name);
  const options = planOptions(input, stored);
  const { variants, problems: bundleProblems } = planBundles(planVariants(input, facts), facts);
  const slugs = planSlugs(input, facts);
  const problems = [
    ...missingNames(name, facts.references),
    ...referenceProblems(input, facts.references),
    ...optionProblems(input, options),
    ...identityProblems(input, stored),
    ...skuProblems(
      input.handle,
      variants.map((variant) => variant.record.sku),
      facts.owners,
    ),
    ...barcodeProblems(
      input.handle,
      variants.flatMap((variant) => variant.record.barcode ?? []),
      facts,
    ),
    ...bundleProblems,
    ...slugs.problems,
  ];
  if (problems.length > 0) return { kind: 'refused', problems };
  const record: ProductRecord = {
    id: stored?.id ?? facts.newId(),
    handle: input.handle,
    name,
    description: mergeTexts(stored?.description, input.description),
    brand: input.brand === undefined ? (stored?.brand ?? null) : input.brand || null,
    tags: input.tags ?? stored?.tags ?? [],
    seoTitle: mergeTexts(stored?.seoTitle, input.seo?.title),
    seoDescription: mergeTexts(stored?.seoDescription, input.seo?.description),
    options,
    media: input.media?.map((media) => storedMedia(media, stored?.media)) ?? stored?.media ?? [],
    related: input.related ?? stored?.related ?? [],
    published: input.published ?? stored?.published ?? true,
    discounts: input.discounts ?? stored?.discounts ?? 'everything',
    publishedAt: new Date(input.publishedAt ?? stored?.publishedAt ?? facts.now).toISOString(),
    slugs: slugs.slugs,
    categories: input.categories?.map((handle) => categoryId(handle, facts)!) ?? stored?.categories ?? [],
    attributes: planAttributes(input, facts),
    assortments: assortmentsOf(input) ?? stored?.assortments ?? [],
    variants: variants.map((variant) => variant.record),
    retired: [],
  };
  const parts = PARTS.filter((part) => canonicalJson(record[part]) !== canonicalJson(stored?.[part] ?? null));
  return {
    kind: 'planned',
    record,
    parts: new Set(parts),
    changes: stored ? parts.flatMap((part) => changeSentences(part, stored, record)) : [],
    variants,
  };
}

const PARTS: readonly ProductPart[] = [
  ...([
    'name',
    'slugs',
    'description',
    'brand',
    'published',
    'discounts',
    'publishedAt',
    'assortments',
  ] as const),
  ...(['categories', 'tags', 'attributes', 'seoTitle', 'seoDescription', 'media'] as const),
  ...(['options', 'variants', 'related'] as const),
];

/** A picture as it is kept; what it was called before in other locales stays. */
export function storedMedia(media: MediaInput, before: readonly StoredMedia[] = []): StoredMedia {
  const id = `m-${createHash('sha256').update(media.src).digest('hex').slice(0, 16)}`;
  const { alt: given, ...rest } = media;
  const alt = mergeTexts(before.find((each) => each.id === id)?.alt, given);
  return { ...rest, ...(Object.keys(alt).length > 0 && { alt }), id };
}

function planOptions({ options }: ProductInput, stored: ProductRecord | undefined): readonly OptionInput[] {
  const before = stored?.options ?? [];
  if (!options) return before;
  return options.map((option) => {
    const old = before.find(({ key }) => key === option.key);
    const values = option.values.map((value) => ({
      ...value,
      label: mergeTexts(old?.values.find(({ key }) => key === value.key)?.label, value.label),
    }));
    return { ...option, label: mergeTexts(old?.label, option.label), values };
  });
}

function planAttributes({ attributes }: ProductInput, { stored, references }: PlanFacts) {
  const before = stored?.attributes ?? [];
  if (!attributes) return before;
  return Object.entries(attributes).map(([key, given]) => {
    // A number or a date is the same in every locale: one that is given in another locale is a correction, no translation.
    const isText = (references.attributeTypes.get(key) ?? 'text') === 'text';
    const old = isText ? before.find((each) => each.key === key)?.value : undefined;
    return { key, value: mergeTexts(old, given) };
  });
}

function planVariants(
  { handle, variants }: ProductInput,
  { stored, newId }: PlanFacts,
): readonly PlannedVariant[] {
  const known = [...(stored?.variants ?? []), ...(stored?.retired ?? [])];
  return variants.map((input) => {
    const combination = combinationOf(input.options);
    const old = known.find((each) =>
      input.id === undefined ? each.combination === combination : each.id === input.id,
    );
    const record: VariantRecord = {
      id: old?.id ?? newId(),
      combination,
      options: input.options,
      sku: input.sku ?? old?.sku ?? skuFromHandle(handle, input.options),
      barcode: input.barcode === undefined ? (old?.barcode ?? null) : input.barcode,
      weight: input.weight === undefined ? (old?.weight ?? null) : input.weight,
      components: old?.components ?? null,
      quantities: input.quantities === undefined ? (old?.quantities ?? null) : input.quantities,
    };
    return { record, input, before: old };
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

function assortmentsOf({ assortments }: ProductInput): ProductRecord['assortments'] | undefined {
  const iso = (moment: string | undefined) => (moment ? new Date(moment).toISOString() : null);
  return assortments
    ?.map(({ channel, from, to }) => ({ channel, from: iso(from), to: iso(to) }))
    .sort((a, b) => (a.channel < b.channel ? -1 : 1));
}

function categoryId(handle: string, { references }: PlanFacts): string | undefined {
  return references.categories.find((category) => category.handle === handle)?.id;
}
