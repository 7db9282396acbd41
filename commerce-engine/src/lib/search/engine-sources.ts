import type { Database } from '@vitrine/database';
import { readNextAssortmentChanges } from '../catalog/assortment-changes.queries.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Pricing } from '../pricing/pricing.ts';
import { remember } from '../remember.ts';
import type { Stores } from '../stores/stores.ts';
import type { SearchSources } from './search-sources.ts';

/** The facts of the search index, from the other domains of the same engine. */
export function createSearchSources(doors: {
  readonly clock: () => Date;
  readonly stores: Pick<Stores, 'channels'>;
  readonly catalog: Pick<Catalog, 'forIndex'>;
  readonly database: Database;
  readonly pricing: Pick<Pricing, 'productPrices' | 'customerGroups'>;
  readonly inventory: Pick<Inventory, 'availability'>;
}): SearchSources {
  const { clock, stores, pricing, inventory } = doors;
  const { forIndex } = doors.catalog;
  // A list that nothing is priced in yet changes no price.
  const groups = remember(doors.database, ['price.changed'], (on) => pricing.customerGroups({ on }));
  return {
    ...forIndex,
    channels: (on) => stores.channels({ on }),
    nextChanges: (on, ids) => readNextAssortmentChanges(on, ids, clock()),
    async prices(on, market, productIds) {
      const prices = await pricing.productPrices({ ...market, locale: '' }, productIds, { on });
      return prices.flatMap((price) => {
        if (!price) return [];
        const { productId, from, to, regularFrom, onSale, validUntil } = price;
        return [
          {
            productId,
            from: from.amount,
            to: to.amount,
            regularFrom: regularFrom.amount,
            onSale,
            ...(validUntil !== undefined && { validUntil }),
          },
        ];
      });
    },
    pricedGroups: (on) => groups.read(on),
    async available(on, channel, productIds) {
      const variants = await forIndex.variantsOfProducts(on, productIds);
      const market = { channel, locale: '', currency: '', customerGroup: '' };
      const told = await inventory.availability(market, [...variants.values()].flat(), { on });
      const classes = new Map(told.map((each) => [each?.variantId, each?.class ?? 'sold-out']));
      return new Map(
        [...variants].flatMap(([productId, ids]) => {
          const bought = ids.map((id) => classes.get(id) ?? 'sold-out').filter((each) => each !== 'sold-out');
          if (bought.length === 0) return [];
          const isPreorder = bought.every((each) => each === 'preorder');
          return [[productId, isPreorder ? 'preorder' : 'available'] as const];
        }),
      );
    },
  };
}
