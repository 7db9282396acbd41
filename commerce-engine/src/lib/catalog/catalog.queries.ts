import type { Queryable } from '@vitrine/database';
import { sql } from 'kysely';
import type { EngineContext, ReadOptions } from '../engine-context.ts';
import type { GiftCardProducts } from '../gift-cards/sold/gift-card-products.ts';
import type { Market } from '../market.ts';
import { storableOnly } from '../storable-text.ts';
import type { Stores } from '../stores/stores.ts';
import type { AllowedDiscounts } from './allowed-discounts.rules.ts';
import { readArrangedProductIds } from './arrange-category.ts';
import type {
  CategoryTreeNode,
  CategoryView,
  ComponentView,
  MediaView,
  ProductCardView,
  ProductView,
} from './catalog.views.ts';
import {
  type CategoryRow,
  isVisible,
  type ProductRow,
  readVisibleCards,
  readVisibleProducts,
} from './catalog-rows.ts';
import { type CategoryBook, createCategoryMemory } from './category-memory.ts';
import { createCategoryParents } from './category-parents.ts';
import { localeChain, textIn } from './local-text.rules.ts';
import type { OrderQuantities } from './order-quantities.rules.ts';
import {
  categoryRef,
  chosenOptions,
  componentView,
  mediaView,
  pathTo,
  pictureOf,
  productCardView,
  productView,
  slugsIn,
  weightOf,
} from './product-views.ts';

/** A variant as a cart line or an order line shows it. */
export interface VariantLineView {
  readonly variantId: string;
  readonly productId: string;
  readonly productSlug: string;
  readonly name: string;
  /** Chosen options as the shopper reads them, `Ochre · M`. */
  readonly options: string;
  readonly sku: string;
  /** Categories of the product and all above them. */
  readonly categoryIds: readonly string[];
  /** Grams of one piece; absent = not known. */
  readonly weight?: number;
  /** The first picture that shows this variant. */
  readonly media?: MediaView;
  /** Of a bundle: what one piece of it holds, in order. */
  readonly components?: readonly ComponentView[];
  /** Absent = it is ordered in any quantity. */
  readonly quantities?: OrderQuantities;
  /** Absent = everything. */
  readonly discounts?: Exclude<AllowedDiscounts, 'everything'>;
  /** Each piece is a gift card. */
  readonly isGiftCard?: true;
}

/** What is asked of the catalogue. Lists come in the order of the inputs; undefined = not there, or not to be seen. */
export interface CatalogQueries {
  productsBySlug(
    market: Market,
    slugs: readonly string[],
    options?: ReadOptions,
  ): Promise<(ProductView | undefined)[]>;
  productsById(
    market: Market,
    ids: readonly string[],
    options?: ReadOptions,
  ): Promise<(ProductView | undefined)[]>;
  productCards(
    market: Market,
    ids: readonly string[],
    options?: ReadOptions,
  ): Promise<(ProductCardView | undefined)[]>;
  /** Variants on sale of products that shoppers may see. */
  variantLines(
    market: Market,
    variantIds: readonly string[],
    options?: ReadOptions,
  ): Promise<(VariantLineView | undefined)[]>;
  categoriesBySlug(
    market: Market,
    slugs: readonly string[],
    options?: ReadOptions,
  ): Promise<(CategoryView | undefined)[]>;
  categoriesById(
    market: Market,
    ids: readonly string[],
    options?: ReadOptions,
  ): Promise<(CategoryView | undefined)[]>;
  /** The tree of the hierarchy `main`, or of another one. */
  categoryTree(
    market: Market,
    options?: ReadOptions & { readonly hierarchy?: string },
  ): Promise<readonly CategoryTreeNode[]>;
  /** A category's own products in the order arranged by hand, then the newest. At most `limit`, default 100. */
  arrangedProductIds(
    market: Market,
    categoryId: string,
    options?: ReadOptions & { readonly limit?: number },
  ): Promise<readonly string[]>;
  /** The product of each variant, retired ones too; variants that never were are missing. */
  productsOfVariants(on: Queryable, variantIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Those of the ids that are products, on sale or not. */
  knownProducts(on: Queryable, productIds: readonly string[]): Promise<ReadonlySet<string>>;
}

export function createCatalogQueries(
  context: EngineContext,
  {
    stores,
    giftCardProducts,
  }: { readonly stores: Stores; readonly giftCardProducts: Pick<GiftCardProducts, 'read'> },
): CatalogQueries {
  const { database, clock } = context;
  const parents = createCategoryParents(database);
  const categoriesOn = createCategoryMemory(database);

  async function readingOf(market: Market, { on = database, at = clock() }: ReadOptions) {
    const { locales } = await stores.channel(market.channel, { on });
    return { on, at, locales, chain: localeChain(market.locale, locales), channel: market.channel };
  }
  type Scope = Awaited<ReturnType<typeof readingOf>>;

  async function viewsOf(scope: Scope, rows: readonly ProductRow[]): Promise<Map<string, ProductView>> {
    if (rows.length === 0) return new Map();
    const { on, chain } = scope;
    const { byId: categories } = await categoriesOn(on);
    const related = await readRelatedIds(scope, rows);
    const giftCards = (await giftCardProducts.read(on)).active;
    return new Map(
      rows.map((row) => [
        row.id,
        productView(row, {
          ...scope,
          breadcrumb: pathTo(mainCategory(row, categories), categories).map((each) =>
            categoryRef(each, chain),
          ),
          relatedIds: row.related.flatMap((handle) => related.get(handle) ?? []),
          isGiftCard: giftCards.has(row.id),
        }),
      ]),
    );
  }

  return {
    async productsBySlug(market, slugs, options = {}) {
      if (slugs.length === 0) return [];
      const scope = await readingOf(market, options);
      const rows = await readVisibleProducts(
        scope.on,
        scope,
        // An array, so that the slugs are looked up first and their products then, whatever the planner believes.
        sql<boolean>`product.id = any(array(select product_id from catalog_product_slug
          where slug = any(${storableOnly(slugs)}::text[]) and locale = any(${scope.chain}::text[])))`,
      );
      const found = bySlug(rows, scope.chain);
      const views = await viewsOf(scope, [...new Set(slugs.flatMap((slug) => found.get(slug) ?? []))]);
      return slugs.map((slug) => views.get(found.get(slug)?.id ?? ''));
    },
    async productsById(market, ids, options = {}) {
      if (ids.length === 0) return [];
      const scope = await readingOf(market, options);
      const views = await viewsOf(scope, await readVisibleProducts(scope.on, scope, hasId(ids)));
      return ids.map((id) => views.get(id));
    },
    async productCards(market, ids, options = {}) {
      if (ids.length === 0) return [];
      const scope = await readingOf(market, options);
      const rows = byId(await readVisibleCards(scope.on, scope, storableOnly(ids)));
      return ids.map((id) => {
        const row = rows.get(id);
        return row && productCardView(row, scope);
      });
    },
    async variantLines(market, variantIds, options = {}) {
      if (variantIds.length === 0) return [];
      const scope = await readingOf(market, options);
      const rows = await readVisibleProducts(
        scope.on,
        scope,
        sql<boolean>`product.id in (select product_id from catalog_variant
          where id = any(${storableOnly(variantIds)}::text[]) and active)`,
      );
      const categories = new Map<string, readonly string[]>();
      for (const { id, category_ids } of rows)
        categories.set(id, await parents.withAncestors(scope.on, category_ids));
      const giftCards = (await giftCardProducts.read(scope.on)).active;
      return variantIds.map((variantId) => lineOf(variantId, rows, { ...scope, categories, giftCards }));
    },
    async categoriesBySlug(market, slugs, options = {}) {
      if (slugs.length === 0) return [];
      const scope = await readingOf(market, options);
      const book = await categoriesOn(scope.on);
      const found = bySlug([...new Set(slugs.flatMap((slug) => book.withSlug(slug)))], scope.chain);
      return slugs.map((slug) => categoryView(found.get(slug), book, scope));
    },
    async categoriesById(market, ids, options = {}) {
      if (ids.length === 0) return [];
      const scope = await readingOf(market, options);
      const book = await categoriesOn(scope.on);
      return ids.map((id) => categoryView(book.byId.get(id), book, scope));
    },
    async categoryTree(market, options = {}) {
      const { on, chain } = await readingOf(market, options);
      const { hierarchy = 'main' } = options;
      const book = await categoriesOn(on);
      const nodes = (rows: readonly CategoryRow[]): CategoryTreeNode[] =>
        rows.map((row) => ({ ...categoryRef(row, chain), children: nodes(book.below(row.id)) }));
      return nodes(book.below(null).filter((row) => row.hierarchy === hierarchy));
    },
    async arrangedProductIds(market, categoryId, options = {}) {
      const { on = database, at = clock(), limit = 100 } = options;
      return readArrangedProductIds(on, { channel: market.channel, at }, categoryId, limit);
    },
    async knownProducts(on, productIds) {
      const { rows } = await sql<{ id: string }>`
        select id from catalog_product where id = any(${storableOnly(productIds)}::text[])`.execute(
        on.tables(),
      );
      return new Set(rows.map(({ id }) => id));
    },
    async productsOfVariants(on, variantIds) {
      const { rows } = await sql<{ id: string; product_id: string }>`
        select id, product_id from catalog_variant where id = any(${storableOnly(variantIds)}::text[])`.execute(
        on.tables(),
      );
      return new Map(rows.map((row) => [row.id, row.product_id]));
    },
  };
}

async function readRelatedIds(
  { on, channel, at }: { on: Queryable; channel: string; at: Date },
  rows: readonly ProductRow[],
): Promise<Map<string, string>> {
  const handles = [...new Set(rows.flatMap((row) => row.related))];
  if (handles.length === 0) return new Map();
  const found = await sql<{ id: string; handle: string }>`
    select id, handle from catalog_product as product
    where handle = any(${handles}::text[]) and ${isVisible(channel, at)}`.execute(on.tables());
  return new Map(found.rows.map(({ id, handle }) => [handle, id]));
}

/**
 * Each slug's owner: the one that has it in the best locale of the chain. A slug of a locale further down finds its owner too,
 * so that what was written down once (a setting, an old address) is found in every language.
 */
function bySlug<Row extends { readonly slugs: Readonly<Record<string, string>> }>(
  rows: readonly Row[],
  chain: readonly string[],
): Map<string, Row> {
  const ranked = rows.flatMap((row) =>
    chain.flatMap((locale, rank) => {
      const slug = row.slugs[locale];
      return slug === undefined ? [] : [{ row, slug, rank }];
    }),
  );
  return new Map(ranked.sort((a, b) => b.rank - a.rank).map(({ row, slug }) => [slug, row]));
}

function lineOf(
  variantId: string,
  rows: readonly ProductRow[],
  {
    chain,
    categories,
    giftCards,
  }: {
    chain: readonly string[];
    categories: ReadonlyMap<string, readonly string[]>;
    giftCards: ReadonlySet<string>;
  },
): VariantLineView | undefined {
  const row = rows.find(({ variants }) => variants.some(({ id }) => id === variantId));
  const variant = row?.variants.find(({ id }) => id === variantId);
  if (!row || !variant) return undefined;
  const name = textIn(row.name, chain);
  const picture = pictureOf(row.media, variant.options);
  const weight = weightOf(variant);
  return {
    variantId,
    productId: row.id,
    productSlug: textIn(row.slugs, chain),
    name,
    options: chosenOptions(row, variant.options, chain),
    sku: variant.sku,
    categoryIds: categories.get(row.id) ?? [],
    ...(weight !== undefined && { weight }),
    ...(variant.quantities && { quantities: variant.quantities }),
    ...(row.discounts !== 'everything' && { discounts: row.discounts }),
    ...(giftCards.has(row.id) && { isGiftCard: true as const }),
    ...(variant.components && {
      components: variant.components.map((component) => componentView(component, chain)),
    }),
    ...(picture && { media: mediaView(picture, chain, name) }),
  };
}

function mainCategory({ category_ids }: ProductRow, categories: CategoryBook['byId']): string | undefined {
  return category_ids.find((id) => categories.get(id)?.hierarchy === 'main');
}

function categoryView(
  row: CategoryRow | undefined,
  book: CategoryBook,
  { chain, locales }: { chain: readonly string[]; locales: readonly string[] },
): CategoryView | undefined {
  if (!row) return undefined;
  const ref = categoryRef(row, chain);
  return {
    ...ref,
    description: textIn(row.description, chain),
    ...(row.image && { image: mediaView(row.image, chain, ref.name) }),
    ...(row.parent_id !== null && { parentId: row.parent_id }),
    breadcrumb: pathTo(row.id, book.byId).map((each) => categoryRef(each, chain)),
    children: book.below(row.id).map((each) => categoryRef(each, chain)),
    seo: {
      title: textIn(row.seo_title, chain) || ref.name,
      description: textIn(row.seo_description, chain),
    },
    slugs: slugsIn(row.slugs, locales),
  };
}

function hasId(ids: readonly string[]) {
  return sql<boolean>`product.id = any(${storableOnly(ids)}::text[])`;
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
