import type { Queryable } from '@vitrine/database';
import { sql } from 'kysely';
import type { EngineContext } from '../engine-context.ts';
import { type AttributeRow, type ProductRow, readCategoryRows, readVisibleProducts } from './catalog-rows.ts';
import type { LocalText } from './product-import.ts';

/** A product with what it is searched, filtered and ordered by, in every locale. */
export interface IndexedProduct {
  readonly id: string;
  readonly publishedAt: Date;
  readonly name: LocalText;
  readonly slug: LocalText;
  /** Sanitised HTML. */
  readonly description: LocalText;
  readonly brand?: string;
  readonly tags: readonly string[];
  readonly skus: readonly string[];
  /** Categories it is in, without their ancestors. */
  readonly categoryIds: readonly string[];
  readonly options: ProductRow['options'];
  readonly attributes: readonly Pick<AttributeRow, 'key' | 'label' | 'value' | 'facet' | 'place'>[];
}

export interface IndexedCategory {
  readonly id: string;
  readonly parentId?: string;
  readonly name: LocalText;
  readonly slug: LocalText;
  readonly position: number;
}

/** The catalogue as a search index reads it. */
export interface CatalogIndexSource {
  /** Those of the products that shoppers of the channel may see now. */
  products(on: Queryable, channel: string, ids: readonly string[]): Promise<readonly IndexedProduct[]>;
  /** The next ids of all products after one, in a fixed order. */
  productIdsAfter(on: Queryable, after: string, limit: number): Promise<readonly string[]>;
  productIdsOfCategories(on: Queryable, categoryIds: readonly string[]): Promise<readonly string[]>;
  /** All of the hierarchy `main`. */
  categories(on: Queryable): Promise<readonly IndexedCategory[]>;
  /** Variants on sale by product. */
  variantsOfProducts(
    on: Queryable,
    productIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>>;
}

export function createCatalogIndexSource({ clock }: EngineContext): CatalogIndexSource {
  return {
    async products(on, channel, ids) {
      const chosen = sql<boolean>`product.id = any(${[...ids]}::text[])`;
      const rows = await readVisibleProducts(on, { channel, at: clock() }, chosen);
      return rows.map((row) => ({
        id: row.id,
        publishedAt: row.published_at,
        name: row.name,
        slug: row.slugs,
        description: row.description,
        ...(row.brand !== null && { brand: row.brand }),
        tags: row.tags,
        skus: row.variants.map((variant) => variant.sku),
        categoryIds: row.category_ids,
        options: row.options.map((option) => ({
          ...option,
          values: option.values.filter((value) =>
            row.variants.some((variant) => variant.options[option.key] === value.key),
          ),
        })),
        attributes: row.attributes.map(({ key, label, value, facet, place }) => ({
          key,
          label,
          value,
          facet,
          place,
        })),
      }));
    },
    async productIdsAfter(on, after, limit) {
      const { rows } = await sql<{ id: string }>`
        select id from catalog_product where id > ${after} order by id limit ${limit}`.execute(on.tables());
      return rows.map((row) => row.id);
    },
    async productIdsOfCategories(on, categoryIds) {
      const { rows } = await sql<{ product_id: string }>`
        select distinct product_id from catalog_product_category
        where category_id = any(${[...categoryIds]}::text[])`.execute(on.tables());
      return rows.map((row) => row.product_id);
    },
    async categories(on) {
      const rows = await readCategoryRows(on, sql<boolean>`category.hierarchy = 'main'`);
      return rows.map((row) => ({
        id: row.id,
        ...(row.parent_id !== null && { parentId: row.parent_id }),
        name: row.name,
        slug: row.slugs,
        position: row.position,
      }));
    },
    async variantsOfProducts(on, productIds) {
      const { rows } = await sql<{ product_id: string; id: string }>`
        select product_id, id from catalog_variant
        where active and product_id = any(${[...productIds]}::text[])`.execute(on.tables());
      const products = Map.groupBy(rows, (row) => row.product_id);
      return new Map([...products].map(([id, own]) => [id, own.map((row) => row.id)]));
    },
  };
}
