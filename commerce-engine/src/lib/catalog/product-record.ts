import type { Queryable } from '@vitrine/database';
import { sql } from 'kysely';
import type { Component } from '../inventory/bundle.rules.ts';
import type { AllowedDiscounts } from './allowed-discounts.rules.ts';
import type { StoredMedia } from './catalog.tables.ts';
import type { OrderQuantities } from './order-quantities.rules.ts';
import type { LocalText, OptionInput } from './product-import.ts';

/** A product as it is kept, in the form an import is compared with. */
export interface ProductRecord {
  readonly id: string;
  readonly handle: string;
  readonly name: LocalText;
  readonly description: LocalText;
  readonly brand: string | null;
  readonly tags: readonly string[];
  readonly seoTitle: LocalText;
  readonly seoDescription: LocalText;
  readonly options: readonly OptionInput[];
  readonly media: readonly StoredMedia[];
  readonly related: readonly string[];
  readonly published: boolean;
  readonly discounts: AllowedDiscounts;
  /** ISO time. */
  readonly publishedAt: string;
  readonly slugs: LocalText;
  /** Category ids, the main one first. */
  readonly categories: readonly string[];
  readonly attributes: readonly { readonly key: string; readonly value: LocalText }[];
  readonly assortments: readonly AssortmentRecord[];
  /** On sale, in order. */
  readonly variants: readonly VariantRecord[];
  readonly retired: readonly VariantRecord[];
}

export interface AssortmentRecord {
  readonly channel: string;
  readonly from: string | null;
  readonly to: string | null;
}

export interface VariantRecord {
  readonly id: string;
  readonly combination: string;
  readonly options: Readonly<Record<string, string>>;
  readonly sku: string;
  readonly barcode: string | null;
  readonly weight: number | null;
  /** What a bundle is made of; null = it is none. */
  readonly components: readonly Component[] | null;
  readonly quantities: OrderQuantities | null;
}

/** By handle; products that do not exist are missing. One statement. */
export async function readRecords(
  on: Queryable,
  handles: readonly string[],
): Promise<ReadonlyMap<string, ProductRecord>> {
  const { rows } = await sql<RecordRow>`
    select id, handle, name, description, brand, tags, seo_title as "seoTitle",
      seo_description as "seoDescription", options, media, related, published, discounts,
      published_at as "publishedAt",
      (select coalesce(jsonb_object_agg(locale, slug), '{}') from catalog_product_slug
        where product_id = product.id) as slugs,
      array(select category_id from catalog_product_category where product_id = product.id order by rank)
        as categories,
      (select coalesce(jsonb_agg(jsonb_build_object('key', attribute_key, 'value', value) order by position), '[]')
        from catalog_product_attribute where product_id = product.id) as attributes,
      (select coalesce(jsonb_agg(jsonb_build_object('channel', channel_id, 'from', active_from, 'to', active_to)
        order by channel_id), '[]') from catalog_assortment where product_id = product.id) as assortments,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'combination', combination, 'options', options,
          'sku', sku, 'barcode', barcode, 'weight', weight, 'components', components,
          'quantities', quantities, 'active', active) order by position), '[]')
        from catalog_variant where product_id = product.id) as variants
    from catalog_product as product where handle = any(${[...handles]}::text[])`.execute(on.tables());
  return new Map(rows.map((row) => [row.handle, recordOf(row)]));
}

type RecordRow = Omit<ProductRecord, 'publishedAt' | 'variants' | 'retired'> & {
  readonly publishedAt: Date;
  readonly variants: readonly (VariantRecord & { readonly active: boolean })[];
};

function recordOf({ variants, publishedAt, assortments, ...row }: RecordRow): ProductRecord {
  const pick = (active: boolean) =>
    variants.filter((each) => each.active === active).map(({ active: _, ...variant }) => variant);
  const iso = (moment: string | null) => moment && new Date(moment).toISOString();
  return {
    ...row,
    publishedAt: publishedAt.toISOString(),
    assortments: assortments.map(({ channel, from, to }) => ({ channel, from: iso(from), to: iso(to) })),
    variants: pick(true),
    retired: pick(false),
  };
}
