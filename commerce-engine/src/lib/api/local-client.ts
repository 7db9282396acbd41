import type { CommerceEngine } from '../engine.ts';
import type { CommerceClient } from './commerce-client.ts';

/** The engine as a client in the same process: no network, no copies. */
export function createLocalClient(engine: CommerceEngine): CommerceClient {
  const { catalog, pricing, inventory, search, cart, identity } = engine;
  return {
    catalog: {
      productsBySlug: (market, slugs) => catalog.productsBySlug(market, slugs),
      productsById: (market, ids) => catalog.productsById(market, ids),
      productCards: (market, ids) => catalog.productCards(market, ids),
      categoriesBySlug: (market, slugs) => catalog.categoriesBySlug(market, slugs),
      categoriesById: (market, ids) => catalog.categoriesById(market, ids),
      categoryTree: (market) => catalog.categoryTree(market),
      importProducts: (context, products, options) => catalog.importProducts(context, products, options),
      importCategories: (context, categories, options) =>
        catalog.importCategories(context, categories, options),
    },
    pricing: {
      variantPrices: (market, ids) => pricing.variantPrices(market, ids),
      productPrices: (market, ids) => pricing.productPrices(market, ids),
    },
    inventory: {
      availability: (market, ids) => inventory.availability(market, ids),
      storeAvailability: (market, ids) => inventory.storeAvailability(market, ids),
    },
    search: {
      search: (market, query) => search.search(market, query),
      suggest: (market, prefix) => search.suggest(market, prefix),
    },
    cart: {
      get: (market, cartId) => cart.get(market, cartId),
      addLine: (context, market, input) => cart.addLine(context, market, input),
      setQuantity: (context, market, input) => cart.setQuantity(context, market, input),
    },
    identity: {
      signIn: (input) => identity.signIn(input),
      signOut: (token) => identity.signOut(token),
      actorOf: (token) => identity.actorOf(token),
    },
  };
}
