import { canonicalJson } from '../idempotency/canonical-json.ts';
import type { AllowedDiscounts } from './allowed-discounts.rules.ts';
import type { ProductRecord } from './product-record.ts';

/** A part of a product that is compared and written on its own. */
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
  | 'discounts'
  | 'publishedAt'
  | 'slugs'
  | 'categories'
  | 'attributes'
  | 'assortments'
  | 'variants';

/** What changed of a part, for a report. */
export function changeSentences(part: ProductPart, before: ProductRecord, after: ProductRecord): string[] {
  if (part === 'variants') return variantSentences(before, after);
  if (part === 'published') return [after.published ? 'Published.' : 'Taken off sale.'];
  if (part === 'discounts') return [allowed[after.discounts]];
  if (part === 'slugs') {
    return Object.entries(after.slugs)
      .filter(([locale, slug]) => before.slugs[locale] !== slug)
      .map(([locale, slug]) => `Slug (${locale}): ${before.slugs[locale] ?? 'none'} → ${slug}.`);
  }
  return [`${titles[part]} changed.`];
}

const titles: Readonly<
  Record<Exclude<ProductPart, 'variants' | 'published' | 'discounts' | 'slugs'>, string>
> = {
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

const allowed: Readonly<Record<AllowedDiscounts, string>> = {
  everything: 'Promotions and discounts by hand are allowed.',
  'no-manual': 'Discounts by hand are not allowed, promotions are.',
  'no-discounts': 'Neither promotions nor discounts by hand are allowed.',
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
