import type { Queryable } from '@vitrine/database';
import { sql } from 'kysely';
import type { EngineContext, ReadOptions } from '../engine-context.ts';
import { requireCapability } from '../identity/capability.rules.ts';
import type { Actor } from '../identity/identity.views.ts';
import { storableOnly } from '../storable-text.ts';
import type { Stores } from '../stores/stores.ts';
import type { StoredMedia } from './catalog.tables.ts';
import { localeChain, textIn } from './local-text.rules.ts';
import type { LocalText, OptionInput } from './product-import.ts';
import { chosenOptions, mediaView } from './product-views.ts';
import type { StaffProductRow, StaffProductView, VariantName } from './staff-catalog.views.ts';

export interface StaffProductQuery {
  /** Part of a name or handle, or begin of an article number. */
  readonly q?: string;
  readonly locale?: string;
  /** At most 100. Default 50. */
  readonly limit?: number;
  /** The handle of the last one of the page before. */
  readonly after?: string;
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
    async list(actor, { q = '', locale, limit = 50, after }) {
      requireCapability(actor, 'catalog.read');
      const most = Math.min(100, Math.max(1, limit));
      const { rows } = await sql<Row>`
        select product.id, handle, name, brand, media, published, updated_at, ${variantsOnSale} as variants
        from catalog_product as product
        where ${matches(q)} and ${after === undefined ? sql`true` : sql`handle > ${after}`}
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
          readonly slugs: LocalText;
          readonly categories: readonly LocalText[];
          readonly on_sale: readonly {
            readonly id: string;
            readonly sku: string;
            readonly options: Readonly<Record<string, string>>;
            readonly barcode: string | null;
            readonly weight: number | null;
          }[];
        }
      >`
        select product.id, handle, name, brand, media, published, updated_at, options, tags,
          ${variantsOnSale} as variants,
          (select coalesce(jsonb_object_agg(locale, slug), '{}') from catalog_product_slug
            where product_id = product.id) as slugs,
          (select coalesce(jsonb_agg(category.name order by rank), '[]') from catalog_product_category
            join catalog_category as category on category.id = category_id
            where product_id = product.id) as categories,
          (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'sku', sku, 'options', options,
              'barcode', barcode, 'weight', weight) order by position), '[]')
            from catalog_variant where product_id = product.id and active) as on_sale
        from catalog_product as product where product.id = ${id}`.execute(database.tables());
      const [row] = rows;
      if (!row) return undefined;
      const name = textIn(row.name, chain);
      return {
        ...rowView(row, chain),
        slug: textIn(row.slugs, chain),
        tags: row.tags,
        categories: row.categories.map((category) => textIn(category, chain)),
        media: row.media.map((media) => mediaView(media, chain, name)),
        onSale: row.on_sale.map(({ barcode, weight, ...variant }) => ({
          ...variant,
          options: chosenOptions(row, variant.options, chain),
          ...(barcode !== null && { barcode }),
          ...(weight !== null && { weight }),
        })),
      };
    },
    async variantNames(variantIds, { on = database, locale } = {}) {
      if (variantIds.length === 0) return new Map();
      const { rows } = await sql<{
        readonly id: string;
        readonly product_id: string;
        readonly sku: string;
        readonly chosen: Readonly<Record<string, string>>;
        readonly name: LocalText;
        readonly options: readonly OptionInput[];
      }>`
        select variant.id, product_id, sku, variant.options as chosen, name, product.options
        from catalog_variant as variant join catalog_product as product on product.id = product_id
        where variant.id = any(${storableOnly(variantIds)}::text[]) and active`.execute(on.tables());
      const chain = await chainOf(locale, on);
      return new Map(
        rows.map((row) => {
          const options = chosenOptions(row, row.chosen, chain);
          const name = [textIn(row.name, chain), options].filter(Boolean).join(', ');
          return [row.id, { productId: row.product_id, sku: row.sku, name }];
        }),
      );
    },
  };
}

const variantsOnSale = sql`(select count(*)::int from catalog_variant where product_id = product.id and active)`;

function matches(q: string) {
  const words = storableOnly([q])[0]?.trim().toLowerCase() ?? '';
  if (words === '') return sql`true`;
  const pattern = words.replace(/[\\%_]/g, '\\$&');
  return sql`(handle like ${`%${pattern}%`}
    or lower(name::text) like ${`%${pattern}%`}
    or product.id in (select product_id from catalog_variant
      where active and lower(sku) like ${`${pattern}%`}))`;
}

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
