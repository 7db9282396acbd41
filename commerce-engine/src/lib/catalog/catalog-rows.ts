import type { Queryable } from '@vitrine/database';
import { type RawBuilder, sql } from 'kysely';
import type { AllowedDiscounts } from './allowed-discounts.rules.ts';
import type { StoredMedia } from './catalog.tables.ts';
import type { OrderQuantities } from './order-quantities.rules.ts';
import type { AttributeType, LocalText, OptionInput } from './product-import.ts';

/** What lists show of a product, in every locale. */
export interface CardRow {
  readonly id: string;
  readonly name: LocalText;
  readonly brand: string | null;
  readonly options: readonly OptionInput[];
  readonly media: readonly StoredMedia[];
  readonly published_at: Date;
  readonly slugs: LocalText;
  readonly variants: readonly Pick<VariantRow, 'id' | 'options'>[];
}

/** A product with all that shoppers read of it, in every locale. */
export interface ProductRow extends CardRow {
  readonly handle: string;
  readonly description: LocalText;
  readonly tags: readonly string[];
  readonly seo_title: LocalText;
  readonly seo_description: LocalText;
  readonly related: readonly string[];
  readonly discounts: AllowedDiscounts;
  readonly variants: readonly VariantRow[];
  readonly attributes: readonly AttributeRow[];
  /** Its main category first. */
  readonly category_ids: readonly string[];
}

export interface VariantRow {
  readonly id: string;
  readonly sku: string;
  readonly options: Readonly<Record<string, string>>;
  readonly barcode: string | null;
  readonly weight: number | null;
  /** Null = it is no bundle. */
  readonly components: readonly ComponentRow[] | null;
  readonly quantities: OrderQuantities | null;
}

/** A variant that is in a bundle, on sale or not. */
export interface ComponentRow {
  readonly variantId: string;
  readonly quantity: number;
  readonly sku: string;
  readonly weight: number | null;
  readonly chosen: Readonly<Record<string, string>>;
  readonly productId: string;
  readonly name: LocalText;
  readonly options: readonly OptionInput[];
  readonly media: readonly StoredMedia[];
  /** Null = shoppers do not see it by itself. */
  readonly slugs: LocalText | null;
}

export interface AttributeRow {
  readonly key: string;
  readonly label: LocalText;
  readonly type: AttributeType;
  readonly unit: string | null;
  readonly facet: boolean;
  /** Among all attributes. */
  readonly place: number;
  readonly value: LocalText;
}

export interface CategoryRow {
  readonly id: string;
  readonly hierarchy: string;
  readonly handle: string;
  readonly parent_id: string | null;
  readonly name: LocalText;
  readonly description: LocalText;
  readonly seo_title: LocalText;
  readonly seo_description: LocalText;
  readonly image: StoredMedia | null;
  readonly position: number;
  readonly slugs: LocalText;
}

/** Who looks, and when. */
export interface Sight {
  readonly channel: string;
  readonly at: Date;
}

/** Cards of the products with these ids that shoppers of the channel may see, in no order. One statement. */
export async function readVisibleCards(
  on: Queryable,
  { channel, at }: Sight,
  ids: readonly string[],
): Promise<CardRow[]> {
  const { rows } = await sql<CardRow>`
    select product.id, product.name, product.brand, product.options, product.media, product.published_at,
      ${slugsOfProduct} as slugs,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'options', options) order by position), '[]')
        from catalog_variant where product_id = product.id and active) as variants
    from catalog_product as product
    where ${isVisible(channel, at)} and product.id = any(${[...ids]}::text[])`.execute(on.tables());
  return rows;
}

const slugsOfProduct = sql<LocalText>`(select coalesce(jsonb_object_agg(locale, slug), '{}')
  from catalog_product_slug where product_id = product.id)`;

/** Products that shoppers of the channel may see and that are chosen by a condition on `product`. One statement. */
export async function readVisibleProducts(
  on: Queryable,
  { channel, at }: Sight,
  chosen: RawBuilder<boolean>,
): Promise<ProductRow[]> {
  const { rows } = await sql<ProductRow>`
    select product.id, product.handle, product.name, product.description, product.brand, product.tags,
      product.seo_title, product.seo_description, product.options, product.media, product.related,
      product.discounts, product.published_at,
      ${slugsOfProduct} as slugs,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'sku', sku, 'options', options, 'barcode', barcode,
          'weight', weight, 'quantities', quantities, 'components', ${componentsOfVariant({ channel, at })})
          order by position), '[]')
        from catalog_variant as variant where product_id = product.id and active) as variants,
      (select coalesce(jsonb_agg(jsonb_build_object('key', key, 'label', label, 'type', type, 'unit', unit,
          'facet', facet, 'place', attribute.position, 'value', value) order by held.position), '[]')
        from catalog_product_attribute as held join catalog_attribute as attribute on key = attribute_key
        where product_id = product.id) as attributes,
      array(select category_id from catalog_product_category where product_id = product.id order by rank)
        as category_ids
    from catalog_product as product
    where ${isVisible(channel, at)} and ${chosen}`.execute(on.tables());
  return rows;
}

/** What `variant` is made of, in order; null = it is no bundle. */
function componentsOfVariant({ channel, at }: Sight): RawBuilder<unknown> {
  return componentsWhere(sql`part.active and ${isVisible(channel, at)}`);
}

/** The same for those who see all products. */
export const componentsForStaff: RawBuilder<unknown> = componentsWhere(sql`true`);

function componentsWhere(isSeen: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    select jsonb_agg(jsonb_build_object('variantId', part.id, 'quantity', component.value -> 'quantity', 'sku', part.sku,
      'weight', part.weight, 'chosen', part.options, 'productId', product.id, 'name', product.name,
      'options', product.options, 'media', product.media,
      'slugs', case when ${isSeen} then ${slugsOfProduct} end) order by component.place)
    from jsonb_array_elements(variant.components) with ordinality as component (value, place)
    join catalog_variant as part on part.id = component.value ->> 'variantId'
    join catalog_product as product on product.id = part.product_id)`;
}

/** A condition on `product`: shoppers of the channel may see it. */
export function isVisible(channel: string, at: Date): RawBuilder<boolean> {
  return sql<boolean>`(product.published and (
    not exists (select from catalog_assortment where product_id = product.id)
    or exists (select from catalog_assortment where product_id = product.id and channel_id = ${channel}
      and (active_from is null or active_from <= ${at}) and (active_to is null or active_to > ${at}))))`;
}

/** Categories chosen by a condition on `category`, in menu order. One statement. */
export async function readCategoryRows(on: Queryable, chosen: RawBuilder<boolean>): Promise<CategoryRow[]> {
  const { rows } = await sql<CategoryRow>`
    select id, hierarchy, handle, parent_id, name, description, seo_title, seo_description, image, position,
      (select coalesce(jsonb_object_agg(locale, slug), '{}') from catalog_category_slug
        where category_id = category.id) as slugs
    from catalog_category as category where ${chosen} order by position, id`.execute(on.tables());
  return rows;
}
