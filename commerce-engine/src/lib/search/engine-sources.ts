import { sql } from 'kysely';
import {
  type AttributeRow,
  type ProductRow,
  readCategoryRows,
  readVisibleProducts,
} from '../catalog/catalog-rows.ts';
import {
  readActiveVariants,
  readNextAssortmentChanges,
  readProductIdsAfter,
  readProductIdsBelow,
} from '../catalog/index-feed.queries.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Pricing } from '../pricing/pricing.ts';
import type { Stores } from '../stores/stores.ts';
import type { SearchableProduct, SearchSources } from './search-sources.ts';

/** The facts of the search index, from the other domains of the same engine. */
export function createSearchSources(doors: {
  readonly clock: () => Date;
  readonly stores: Pick<Stores, 'channels'>;
  readonly pricing: Pick<Pricing, 'productPrices'>;
  readonly inventory: Pick<Inventory, 'availability'>;
}): SearchSources {
  const { clock, stores, pricing, inventory } = doors;
  return {
    channels: (on) => stores.channels({ on }),
    async products(on, channel, ids) {
      const chosen = sql<boolean>`product.id = any(${[...ids]}::text[])`;
      return (await readVisibleProducts(on, { channel, at: clock() }, chosen)).map(searchable);
    },
    productIdsAfter: readProductIdsAfter,
    productIdsOfCategories: readProductIdsBelow,
    nextChanges: (on, ids) => readNextAssortmentChanges(on, ids, clock()),
    async categories(on) {
      const rows = await readCategoryRows(on, sql<boolean>`true`);
      return rows.map(({ id, parent_id, name, slugs, position }) => ({
        id,
        ...(parent_id !== null && { parentId: parent_id }),
        name,
        slug: slugs,
        position,
      }));
    },
    async prices(on, market, productIds) {
      const prices = await pricing.productPrices({ ...market, locale: '' }, productIds, { on });
      return prices.flatMap((price) =>
        price
          ? [
              {
                productId: price.productId,
                from: price.from.amount,
                to: price.to.amount,
                onSale: price.onSale,
                ...(price.validUntil !== undefined && { validUntil: price.validUntil }),
              },
            ]
          : [],
      );
    },
    async available(on, channel, productIds) {
      const variants = await readActiveVariants(on, productIds);
      const market = { channel, locale: '', currency: '', customerGroup: '' };
      const told = await inventory.availability(market, [...variants.keys()], { on });
      const bought = told.filter((each) => each !== undefined && each.class !== 'sold-out');
      return [...new Set(bought.map((each) => variants.get(each!.variantId)!))];
    },
  };
}

function searchable(row: ProductRow): SearchableProduct {
  const used = new Set(
    row.variants.flatMap(({ options }) => Object.entries(options).map(([key, value]) => `${key}\n${value}`)),
  );
  return {
    id: row.id,
    publishedAt: row.published_at,
    name: row.name,
    slug: row.slugs,
    description: row.description,
    ...(row.brand !== null && { brand: row.brand }),
    tags: row.tags,
    skus: row.variants.map(({ sku }) => sku),
    categoryIds: row.category_ids,
    options: row.options.map(({ key, label, values }) => ({
      key,
      label,
      values: values.filter((value) => used.has(`${key}\n${value.key}`)),
    })),
    attributes: row.attributes.map(attribute),
  };
}

function attribute({
  key,
  label,
  value,
  facet,
  unit,
}: AttributeRow): SearchableProduct['attributes'][number] {
  const shown = Object.fromEntries(
    Object.entries(value).map(([locale, text]) => [locale, unit === null ? text : `${text} ${unit}`]),
  );
  return { key, label, value: shown, facet };
}
