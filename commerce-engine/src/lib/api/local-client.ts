import type { CommerceEngine } from '../engine.ts';
import type { CommerceClient } from './commerce-client.ts';
import { localAccounts, localCustomers } from './local-customers-client.ts';
import { localLoyalty } from './local-loyalty-client.ts';

/**
 * The engine as a client in the same process: no network, no copies. With `at`, catalogue and prices are read as they are at that
 * moment; all else, and every change, is of now.
 */
export function createLocalClient(
  engine: CommerceEngine,
  { at }: { readonly at?: Date } = {},
): CommerceClient {
  const {
    catalog,
    pricing,
    inventory,
    search,
    cart,
    checkout,
    orders,
    returns,
    identity,
    customers,
    accounts,
    storeCredit,
    delivery,
  } = engine;
  const when = at && { at };
  return {
    catalog: {
      productsBySlug: (market, slugs) => catalog.productsBySlug(market, slugs, when),
      productsById: (market, ids) => catalog.productsById(market, ids, when),
      productCards: (market, ids) => catalog.productCards(market, ids, when),
      categoriesBySlug: (market, slugs) => catalog.categoriesBySlug(market, slugs, when),
      categoriesById: (market, ids) => catalog.categoriesById(market, ids, when),
      categoryTree: (market) => catalog.categoryTree(market, when),
      importProducts: (context, products, options) => catalog.importProducts(context, products, options),
      importCategories: (context, categories, options) =>
        catalog.importCategories(context, categories, options),
    },
    pricing: {
      variantPrices: (market, ids) => pricing.variantPrices(market, ids, when),
      productPrices: (market, ids) => pricing.productPrices(market, ids, when),
    },
    inventory: {
      availability: (market, ids) => inventory.availability(market, ids),
      storeAvailability: (market, ids) => inventory.storeAvailability(market, ids),
    },
    delivery: { ways: (market, ids) => delivery.ways(market, ids, when) },
    search: {
      search: (market, query) => search.search(market, query),
      suggest: (market, prefix) => search.suggest(market, prefix),
    },
    cart: {
      get: (market, cartId) => cart.get(market, cartId),
      addLine: (context, market, input) => cart.addLine(context, market, input),
      setQuantity: (context, market, input) => cart.setQuantity(context, market, input),
      addCoupon: (context, market, input) => cart.addCoupon(context, market, input),
      removeCoupon: (context, market, input) => cart.removeCoupon(context, market, input),
      ofCustomer: (market, actor) => cart.ofCustomer(market, actor),
      takeOver: (context, market, input) => cart.takeOver(context, market, input),
    },
    checkout: {
      get: (market, cartId, options) => checkout.get(market, cartId, options),
      update: (context, market, input) => checkout.update(context, market, input),
      addGiftCard: (context, market, input) => checkout.addGiftCard(context, market, input),
      removeGiftCard: (context, market, input) => checkout.removeGiftCard(context, market, input),
      pay: (context, market, input) => checkout.pay(context, market, input),
      reopen: (context, market, input) => checkout.reopen(context, market, input),
      comeBack: (market, input) => checkout.comeBack(market, input),
    },
    orders: {
      open: (orderId, key) => orders.open(orderId, key),
      lookUp: (which) => engine.progress.lookUp(which),
      ofCustomer: (actor, query) => orders.ofCustomer(actor, query),
      openOwn: (actor, orderId) => orders.openOwn(actor, orderId),
      progress: (opening) => engine.progress.of(opening),
      insteadChoices: (opening) => engine.progress.instead(opening),
      paper: (opening, id) => engine.progress.paper(opening, id),
      requestReturn: (context, input) => returns.request(context, input),
      callOffReturn: (context, input) => returns.callOff(context, input),
      payAddition: (context, input) => engine.additions.pay(context, input),
    },
    customers: localCustomers(customers),
    accounts: localAccounts(accounts),
    loyalty: localLoyalty(engine.loyalty),
    recommendations: {
      lists: (market, kind, keys, options) => engine.recommendations.lists(market, kind, keys, options),
      picks: (actor, market, options) => engine.recommendations.picks(actor, market, options),
    },
    storeCredit: {
      balances: (actor) => storeCredit.balances(actor),
      history: (actor, query) => storeCredit.history(actor, query),
    },
    identity: {
      signIn: (input) => identity.signIn(input),
      signOut: (token) => identity.signOut(token),
      actorOf: (token) => identity.actorOf(token),
    },
  };
}
