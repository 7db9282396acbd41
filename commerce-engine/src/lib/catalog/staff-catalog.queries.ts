import type { Queryable } from '@vitrine/database';
import { sql } from 'kysely';
import type { EngineContext, ReadOptions } from '../engine-context.ts';
import { requireCapability } from '../identity/capability.rules.ts';
import type { Actor } from '../identity/identity.views.ts';
import { storableOnly } from '../storable-text.ts';
import type { Stores } from '../stores/stores.ts';
import type { AllowedDiscounts } from './allowed-discounts.rules.ts';
import type { StoredMedia } from './catalog.tables.ts';
import { type ComponentRow, componentsForStaff } from './catalog-rows.ts';
import { localeChain, textIn } from './local-text.rules.ts';
import type { OrderQuantities } from './order-quantities.rules.ts';
import type { LocalText, OptionInput } from './product-import.ts';
import { chosenOptions, componentView, mediaView } from './product-views.ts';
import { readAttributeValues, readStaffAttributes } from './staff-attributes.queries.ts';
import type {
  AttributeValueView,
  ProductChoices,
  StaffAttributeView,
  StaffCategoryView,
  StaffProductRow,
  StaffProductView,
  StaffVariantChoice,
  VariantName,
} from './staff-catalog.views.ts';
import { readStaffCategories } from './staff-categories.queries.ts';

export interface StaffProductQuery {
  /** Part of a name or handle, or begin of an article number. */
  readonly q?: string;
  readonly locale?: string;
  /** At most 100. Default 50. */
  readonly limit?: number;
  /** The handle of the last one of the page before. */
  readonly after?: string;
  readonly published?: boolean;
  readonly brand?: string;
  /** The id of a category; those below it count too. */
  readonly category?: string;
  /** Only these. */
  readonly ids?: readonly string[];
}

/** Products as staff see them: published or not, in every channel or none. */
export interface StaffCatalog {
  /** By handle. Needs `catalog.read`. One statement. */
  list(
    actor: Actor,
    query: StaffProductQuery,
  ): Promise<{ readonly products: readonly StaffProductRow[]; readonly next?: string }>;
  /** Needs `catalog.read`. */
  get(
    actor: Actor,
    id: string,
    options?: { readonly locale?: string },
  ): Promise<StaffProductView | undefined>;
  /** All of them in the order of the menu, each tree after the other. Needs `catalog.read`. */
  categories(actor: Actor, options?: { readonly locale?: string }): Promise<readonly StaffCategoryView[]>;
  /** All of them in their order. Needs `catalog.read`. */
  attributes(actor: Actor, options?: { readonly locale?: string }): Promise<readonly StaffAttributeView[]>;
  /** What products have of an attribute, the most used first, at most 100. Needs `catalog.read`. */
  attributeValues(actor: Actor, key: string): Promise<readonly AttributeValueView[]>;
  /** By what `list` can be narrowed down. Needs `catalog.read`. */
  choices(actor: Actor, options?: { readonly locale?: string }): Promise<ProductChoices>;
  /**
   * Variants on sale to choose from: by words, by the very number or barcode, by their ids, or those of one product. Needs `catalog.read`. At most 100; `after` is the
   * id of the last one there was.
   */
  findVariants(
    actor: Actor,
    query: {
      readonly q?: string;
      /** An article number or barcode, all of it. */
      readonly code?: string;
      readonly ids?: readonly string[];
      readonly productId?: string;
      readonly after?: string;
      readonly locale?: string;
      readonly limit?: number;
    },
  ): Promise<readonly StaffVariantChoice[]>;
  /** Products that show a picture, for whoever looks after pictures. One statement. */
  showing(
    src: string,
  ): Promise<readonly { readonly id: string; readonly name: string; readonly published: boolean }[]>;
  /** Bundles on sale that hold a variant, by name. Needs `catalog.read`. */
  bundlesWith(
    actor: Actor,
    variantId: string,
  ): Promise<readonly { readonly variantId: string; readonly name: string }[]>;
  /** Variants on sale by id; retired ones are missing. One statement. */
  variantNames(
    variantIds: readonly string[],
    options?: ReadOptions & { readonly locale?: string },
  ): Promise<ReadonlyMap<string, VariantName>>;
}

interface Row {
  readonly id: string;
  readonly handle: string;
  readonly name: LocalText;
  readonly brand: string | null;
  readonly media: readonly StoredMedia[];
  readonly published: boolean;
  readonly variants: number;
  readonly updated_at: Date;
}

export function createStaffCatalog(
  { database }: EngineContext,
  { stores }: { readonly stores: Stores },
): StaffCatalog {
  async function chainOf(locale: string | undefined, on: Queryable = database): Promise<string[]> {
    const [first] = await stores.channels({ on });
    const locales = first?.locales ?? [];
    return localeChain(locale ?? locales[0] ?? 'en', locales);
  }

  return {
    async list(actor, { q = '', locale, limit = 50, after, published, brand, category, ids }) {
      requireCapability(actor, 'catalog.read');
      const most = Math.min(100, Math.max(1, limit));
      const { rows } = await sql<Row>`
        select product.id, handle, name, brand, media, published, updated_at, ${variantsOnSale} as variants
        from catalog_product as product
        where (${matches(q)} or product.id in (select product_id from catalog_variant as variant
          where active and ${isNumbered(q)}))
          and ${after === undefined ? sql`true` : sql`handle > ${after}`}
          and ${published === undefined ? sql`true` : sql`published = ${published}`}
          and ${brand === undefined ? sql`true` : sql`brand = ${storableOnly([brand])[0] ?? ''}`}
          and ${ids === undefined ? sql`true` : sql`product.id = any(${storableOnly(ids)}::text[])`}
          and ${category === undefined ? sql`true` : inCategory(category)}
        order by handle
        limit ${most + 1}`.execute(database.tables());
      const chain = await chainOf(locale);
      const products = rows.slice(0, most).map((row) => rowView(row, chain));
      return { products, ...(rows.length > most && { next: products.at(-1)!.handle }) };
    },
    async get(actor, id, { locale } = {}) {
      requireCapability(actor, 'catalog.read');
      const chain = await chainOf(locale);
      const { rows } = await sql<
        Row & {
          readonly options: readonly OptionInput[];
          readonly tags: readonly string[];
          readonly discounts: AllowedDiscounts;
          readonly version: number;
          readonly description: LocalText;
          readonly seo_title: LocalText;
          readonly seo_description: LocalText;
          readonly slugs: LocalText;
          readonly attributes: StaffProductView['attributes'];
          readonly categories: readonly { readonly handle: string; readonly name: LocalText }[];
          readonly assortments: readonly {
            readonly channel: string;
            readonly from: string | null;
            readonly to: string | null;
          }[];
          readonly all_variants: readonly {
            readonly id: string;
            readonly sku: string;
            readonly options: Readonly<Record<string, string>>;
            readonly barcode: string | null;
            readonly weight: number | null;
            readonly components: readonly ComponentRow[] | null;
            readonly quantities: OrderQuantities | null;
            readonly active: boolean;
          }[];
        }
      >`
        select product.id, handle, name, brand, media, published, updated_at, options, tags, discounts,
          version, description, seo_title, seo_description,
          ${variantsOnSale} as variants,
          (select coalesce(jsonb_object_agg(locale, slug), '{}') from catalog_product_slug
            where product_id = product.id) as slugs,
          (select coalesce(jsonb_agg(jsonb_build_object('handle', category.handle, 'name', category.name)
              order by rank), '[]') from catalog_product_category
            join catalog_category as category on category.id = category_id
            where product_id = product.id) as categories,
          (select coalesce(jsonb_agg(jsonb_build_object('key', attribute_key, 'value', value) order by position), '[]')
            from catalog_product_attribute where product_id = product.id) as attributes,
          (select coalesce(jsonb_agg(jsonb_build_object('channel', channel_id, 'from', active_from, 'to', active_to)
            order by channel_id), '[]') from catalog_assortment where product_id = product.id) as assortments,
          (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'sku', sku, 'options', options,
              'barcode', barcode, 'weight', weight, 'quantities', quantities,
              'components', ${componentsForStaff}, 'active', active)
              order by position), '[]')
            from catalog_variant as variant where product_id = product.id) as all_variants
        from catalog_product as product where product.id = ${id}`.execute(database.tables());
      const [row] = rows;
      if (!row) return undefined;
      const name = textIn(row.name, chain);
      const variants = (isOnSale: boolean) =>
        row.all_variants
          .filter(({ active }) => active === isOnSale)
          .map(({ id, sku, options: chosen, barcode, weight, quantities, components }) => ({
            id,
            sku,
            options: chosenOptions(row, chosen, chain),
            chosen,
            ...(barcode !== null && { barcode }),
            ...(weight !== null && { weight }),
            ...(quantities && { quantities }),
            ...(components && { components: components.map((each) => componentView(each, chain)) }),
          }));
      return {
        ...rowView(row, chain),
        slug: textIn(row.slugs, chain),
        version: row.version,
        texts: {
          name: row.name,
          slug: row.slugs,
          description: row.description,
          seoTitle: row.seo_title,
          seoDescription: row.seo_description,
        },
        tags: row.tags,
        discounts: row.discounts,
        categories: row.categories.map((each) => ({ handle: each.handle, name: textIn(each.name, chain) })),
        options: row.options.map((option) => ({
          key: option.key,
          label: textIn(option.label, chain),
          values: option.values.map(({ label, ...value }) => ({ ...value, label: textIn(label, chain) })),
        })),
        assortments: row.assortments.map(({ channel, from, to }) => ({
          channel,
          ...(from !== null && { from: new Date(from).toISOString() }),
          ...(to !== null && { to: new Date(to).toISOString() }),
        })),
        attributes: row.attributes,
        media: row.media.map((media) => mediaView(media, chain, name)),
        onSale: variants(true),
        ended: variants(false),
        kept: { options: row.options, media: row.media.map(({ id: _, ...media }) => media) },
      };
    },
    async categories(actor, { locale } = {}) {
      requireCapability(actor, 'catalog.read');
      return readStaffCategories(database, await chainOf(locale));
    },
    async attributes(actor, { locale } = {}) {
      requireCapability(actor, 'catalog.read');
      return readStaffAttributes(database, await chainOf(locale));
    },
    async attributeValues(actor, key) {
      requireCapability(actor, 'catalog.read');
      return readAttributeValues(database, key);
    },
    async choices(actor, { locale } = {}) {
      requireCapability(actor, 'catalog.read');
      const chain = await chainOf(locale);
      const brands = await sql<{ brand: string; products: number }>`
        select brand, count(*)::int as products from catalog_product
        where brand is not null group by brand order by lower(brand)`.execute(database.tables());
      const categories = await sql<{
        readonly id: string;
        readonly handle: string;
        readonly name: LocalText;
        readonly depth: number;
        readonly products: number;
      }>`
        with recursive tree as (
          select id, 0 as depth, array[hierarchy, lpad(position::text, 9, '0'), id::text] as place
          from catalog_category where parent_id is null
          union all
          select category.id, depth + 1, place || array[lpad(category.position::text, 9, '0'), category.id::text]
          from catalog_category as category join tree on tree.id = category.parent_id
        ), below as (
          select id, id as top from catalog_category
          union all
          select category.id, top from catalog_category as category join below on below.id = category.parent_id
        ), counts as (
          select top, count(distinct product_id)::int as products
          from below join catalog_product_category on category_id = below.id group by top
        )
        select category.id, handle, name, depth, coalesce(products, 0) as products
        from tree join catalog_category as category on category.id = tree.id
        left join counts on top = category.id order by place`.execute(database.tables());
      return {
        brands: brands.rows,
        categories: categories.rows.map(({ name, ...row }) => ({ ...row, name: textIn(name, chain) })),
      };
    },
    async findVariants(actor, { q = '', code, ids, productId, after, locale, limit = 20 }) {
      requireCapability(actor, 'catalog.read');
      const { rows } = await sql<VariantRow>`
        select variant.id, product_id, sku, variant.options as chosen, name, product.options, media
        from catalog_variant as variant join catalog_product as product on product.id = product_id
        where active and ${q === '' ? sql`true` : sql`(${matches(q)} or ${isNumbered(q)})`}
          and ${code === undefined ? sql`true` : isCalled(code)}
          and ${ids === undefined ? sql`true` : sql`variant.id = any(${storableOnly(ids)}::text[])`}
          and ${productId === undefined ? sql`true` : sql`product_id = ${productId}`}
          and ${
            after === undefined
              ? sql`true`
              : sql`(not ${isCalled(q)}, handle, position, variant.id) > (
            select not ${isCalled(q, 'last')}, handle, position, last.id from catalog_variant as last
            join catalog_product as own on own.id = last.product_id where last.id = ${after})`
          }
        order by not ${isCalled(q)}, handle, position, variant.id
        limit ${Math.min(100, Math.max(1, limit))}`.execute(database.tables());
      const chain = await chainOf(locale);
      return rows.map((row) => {
        const { name } = variantName(row, chain);
        const [picture] = row.media;
        const shown = row.media.find(({ shows }) => fits(shows, row.chosen)) ?? picture;
        return {
          variantId: row.id,
          productId: row.product_id,
          sku: row.sku,
          name,
          ...(shown && { picture: mediaView(shown, chain, name) }),
        };
      });
    },
    async showing(src) {
      const shown = JSON.stringify([{ src: storableOnly([src])[0] ?? '' }]);
      const { rows } = await sql<Pick<Row, 'id' | 'name' | 'published'>>`
        select id, name, published from catalog_product where media @> ${shown}::jsonb order by handle`.execute(
        database.tables(),
      );
      const chain = await chainOf(undefined);
      return rows.map(({ name, ...row }) => ({ ...row, name: textIn(name, chain) }));
    },
    async bundlesWith(actor, variantId) {
      requireCapability(actor, 'catalog.read');
      const part = JSON.stringify([{ variantId: storableOnly([variantId])[0] ?? '' }]);
      const { rows } = await sql<Omit<VariantRow, 'media'>>`
        select variant.id, product_id, sku, variant.options as chosen, name, product.options
        from catalog_variant as variant join catalog_product as product on product.id = product_id
        where active and components @> ${part}::jsonb order by handle, position`.execute(database.tables());
      const chain = await chainOf(undefined);
      return rows.map((row) => ({ variantId: row.id, name: variantName(row, chain).name }));
    },
    async variantNames(variantIds, { on = database, locale } = {}) {
      if (variantIds.length === 0) return new Map();
      const { rows } = await sql<Omit<VariantRow, 'media'>>`
        select variant.id, product_id, sku, variant.options as chosen, name, product.options
        from catalog_variant as variant join catalog_product as product on product.id = product_id
        where variant.id = any(${storableOnly(variantIds)}::text[]) and active`.execute(on.tables());
      const chain = await chainOf(locale, on);
      return new Map(rows.map((row) => [row.id, variantName(row, chain)]));
    },
  };
}

interface VariantRow {
  readonly id: string;
  readonly product_id: string;
  readonly sku: string;
  readonly chosen: Readonly<Record<string, string>>;
  readonly name: LocalText;
  readonly options: readonly OptionInput[];
  readonly media: readonly StoredMedia[];
}

function variantName(row: Omit<VariantRow, 'media'>, chain: readonly string[]): VariantName {
  const options = chosenOptions(row, row.chosen, chain);
  const name = [textIn(row.name, chain), options].filter(Boolean).join(', ');
  return { productId: row.product_id, sku: row.sku, name };
}

/** Whether a picture shows this variant; one that says nothing is of all. */
function fits(shows: StoredMedia['shows'], chosen: Readonly<Record<string, string>>): boolean {
  return shows !== undefined && Object.entries(shows).every(([key, value]) => chosen[key] === value);
}

function inCategory(id: string) {
  return sql`product.id in (
    with recursive below as (
      select id from catalog_category where id = ${storableOnly([id])[0] ?? ''}
      union all
      select category.id from catalog_category as category join below on below.id = category.parent_id
    )
    select product_id from catalog_product_category join below on below.id = category_id)`;
}

const variantsOnSale = sql`(select count(*)::int from catalog_variant where product_id = product.id and active)`;

/** Whether a variant's number or barcode is this one, whatever its case. */
function isCalled(code: string, variant: 'variant' | 'last' | 'other' = 'variant') {
  const wanted = storableOnly([code])[0]?.trim() ?? '';
  const [sku, barcode] = [sql.ref(`${variant}.sku`), sql.ref(`${variant}.barcode`)];
  return sql`(lower(${sku}) = lower(${wanted}) or lower(coalesce(${barcode}, '')) = lower(${wanted}))`;
}

/** Whether a variant has this number or barcode; when none has, whether its number begins so. */
function isNumbered(q: string) {
  const words = wordsOf(q);
  if (words === '') return sql`true`;
  return sql`(${isCalled(q)} or (lower(variant.sku) like ${`${likeOf(words)}%`}
    and not exists (select from catalog_variant as other where active and ${isCalled(q, 'other')})))`;
}

/** Whether a product is called like this. */
function matches(q: string) {
  const words = wordsOf(q);
  if (words === '') return sql`true`;
  return sql`(handle like ${`%${likeOf(words)}%`} or lower(name::text) like ${`%${likeOf(words)}%`})`;
}

const wordsOf = (q: string) => storableOnly([q])[0]?.trim().toLowerCase() ?? '';
const likeOf = (words: string) => words.replace(/[\\%_]/g, '\\$&');

function rowView(row: Row, chain: readonly string[]): StaffProductRow {
  const name = textIn(row.name, chain);
  const [picture] = row.media;
  return {
    id: row.id,
    handle: row.handle,
    name,
    ...(row.brand !== null && { brand: row.brand }),
    ...(picture && { picture: mediaView(picture, chain, name) }),
    published: row.published,
    variants: row.variants,
    changedAt: row.updated_at.toISOString(),
  };
}
