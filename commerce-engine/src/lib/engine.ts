import type { Database } from '@vitrine/database';
import type { AccountUrl } from './accounts/account-letters.ts';
import { type Accounts, createAccounts } from './accounts/accounts.ts';
import type { SignInProvider } from './accounts/oidc/sign-in-provider.ts';
import { type Additions, createAdditions } from './additions/additions.ts';
import { type Carts, createCarts } from './cart/cart.ts';
import { rememberSoldGoods } from './cart/sold-goods.ts';
import { createCatalogQueries } from './catalog/catalog.queries.ts';
import { type Catalog, createCatalog } from './catalog/catalog.ts';
import { createChannelDirectory } from './channel-directory.ts';
import { type Checkouts, createCheckouts } from './checkout/checkout.ts';
import { type Customers, createCustomers } from './customers/customers.ts';
import { createChannelClocks } from './delivery/channel-clocks.ts';
import { copyProductDelivery } from './delivery/copy-product-delivery.ts';
import { createDelivery, type Delivery } from './delivery/delivery.ts';
import { examineShop, type Finding } from './doctor/examine.ts';
import type { EngineContext } from './engine-context.ts';
import { createFulfilment, type Fulfilment } from './fulfilment/fulfilment.ts';
import { giftCardProvider } from './gift-cards/gift-card-provider.ts';
import { createGiftCards, type GiftCards } from './gift-cards/gift-cards.ts';
import { copyGiftCardProduct } from './gift-cards/sold/copy-gift-card-product.ts';
import { rememberGiftCardProducts } from './gift-cards/sold/gift-card-products.ts';
import { createSoldGiftCards, type SoldGiftCards } from './gift-cards/sold/sold-gift-cards.ts';
import { madeCards } from './gift-cards/sold/take-off-cards.ts';
import { forgetAnswers } from './idempotency/claim.ts';
import { createIdentity, type Identity } from './identity/identity.ts';
import { COST_FOR_TESTS } from './identity/password-hash.ts';
import { createInventory, type Inventory } from './inventory/inventory.ts';
import { createInvoices, type Invoices } from './invoices/invoices.ts';
import { type KeptHouse, keepHouse } from './keep-house.ts';
import { joinOrderLetters } from './letters/order-letters.ts';
import { createLoyalty, type Loyalty } from './loyalty/loyalty.ts';
import { pointsProvider } from './loyalty/points-provider.ts';
import { programmesWithCategory } from './loyalty/programmes-with-category.ts';
import { createMail, type Mail } from './mail/mail.ts';
import { createOffice, type Office } from './office/office.ts';
import { createOrders, type Orders } from './orders/orders.ts';
import { manualProvider } from './payments/manual-provider.ts';
import type { PaymentProvider } from './payments/payment-provider.ts';
import { createPayments, type Payments } from './payments/payments.ts';
import { joinPersonalData } from './personal-data.ts';
import { createPricing, type Pricing } from './pricing/pricing.ts';
import { createProgress, type Progress } from './progress/progress.ts';
import { createPromotions, type Promotions } from './promotions/promotions.ts';
import { promotionsWithCategory } from './promotions/promotions-with-category.ts';
import { createRecommendations, type Recommendations } from './recommendations/recommendations.ts';
import { createReturns, type Returns } from './returns/returns.ts';
import { createSearchSources } from './search/engine-sources.ts';
import { createSearch, type Search } from './search/search.ts';
import { createSimulation, type Simulation } from './simulation/simulation.ts';
import { createStaffCarts, type StaffCarts } from './staff-carts/staff-carts.ts';
import { type CartUrl, createStaffCheckouts, type StaffCheckouts } from './staff-carts/staff-checkout.ts';
import { createStoreCredit, type StoreCredit } from './store-credit/store-credit.ts';
import { storeCreditProvider } from './store-credit/store-credit-provider.ts';
import { createStores, type Stores } from './stores/stores.ts';
import type { ChannelView } from './stores/stores.views.ts';
import { createTax, type Tax } from './tax/tax.ts';
import type { TaxProvider } from './tax/tax-provider.ts';
import { askVatRegister, type VatRegister } from './tax/vat-register.ts';
import { createWebhooks, type Webhooks, type WebhooksOptions } from './webhooks/webhooks.ts';

// How the engine is put together
//
// One folder per domain, one maker per folder: `createPricing(context, doors) → Pricing`.
// - `context` (engine-context.ts) is the same for all. `doors` are the other domains it talks to, never their tables.
// - Queries take `(market, ids, { on?, at? })`. `on` is a transaction of the caller.
// - Commands take `({ actor, idempotencyKey }, input)` and run through `runCommand` (idempotency/run-command.ts):
//   capability check, one transaction, one stored answer per key. What another domain does inside its own transaction is
//   offered beside them as a function whose first parameter is the transaction.
// - Each domain lists its migrations in `x.migrations.ts`; `migrations/` joins them.

/** A shop's behaviour over one database. */
export interface CommerceEngine {
  readonly database: Database;
  readonly clock: () => Date;
  /** All channels, in the order they were set up. */
  channels(): Promise<readonly ChannelView[]>;
  readonly stores: Stores;
  readonly catalog: Catalog;
  readonly pricing: Pricing;
  readonly promotions: Promotions;
  readonly inventory: Inventory;
  readonly search: Search;
  readonly cart: Carts;
  readonly identity: Identity;
  readonly customers: Customers;
  readonly accounts: Accounts;
  readonly tax: Tax;
  readonly payments: Payments;
  readonly giftCards: GiftCards;
  readonly soldGiftCards: SoldGiftCards;
  readonly storeCredit: StoreCredit;
  readonly loyalty: Loyalty;
  readonly recommendations: Recommendations;
  readonly mail: Mail;
  readonly orders: Orders;
  readonly additions: Additions;
  readonly fulfilment: Fulfilment;
  readonly invoices: Invoices;
  readonly returns: Returns;
  readonly progress: Progress;
  readonly checkout: Checkouts;
  readonly delivery: Delivery;
  readonly staffCarts: StaffCarts;
  readonly staffCheckouts: StaffCheckouts;
  readonly webhooks: Webhooks;
  readonly simulation: Simulation;
  readonly office: Office;
  readonly idempotency: {
    /** Forgets the answers kept for keys last used before that time. @returns how many. */
    forget(before: Date): Promise<number>;
  };
  /** Holds the whole shop against what must always hold. Reads everything; empty when all is well. */
  examine(): Promise<readonly Finding[]>;
  /**
   * Cancels orders nobody pays, and deletes what nobody needs any more: abandoned carts, ended sessions, answers older than 30 days, events older than
   * seven. For a job that runs every hour or day; harmless when several processes do it. @returns how many of each.
   */
  keepHouse(): Promise<KeptHouse>;
}

export interface EngineOptions {
  readonly database: Database;
  /** Default the system's clock. */
  readonly clock?: () => Date;
  /** At least 32 characters; the same in every process of a shop. */
  readonly secret: string;
  /** Says what tax is due. Default the shop's own tables, which also answer when it cannot. */
  readonly taxProvider?: TaxProvider;
  /** Is asked whether VAT numbers are in use. Absent = staff say so. */
  readonly vatRegister?: VatRegister;
  /** Where a shopper looks at an order, for mails. Absolute. Absent = mails have no link. */
  readonly orderUrl?: (order: {
    readonly id: string;
    readonly key: string;
    readonly locale: string;
    readonly channel: string;
  }) => string;
  /** Where a shopper looks at a cart that staff filled. Absolute. Absent = staff cannot send links. */
  readonly cartUrl?: CartUrl;
  /** Where the shop begins for whoever comes from a mail. */
  readonly shopUrl?: (shopper: { readonly locale: string }) => string;
  /** Where a shopper uses a link that was mailed to them. Absent = such mails have no link. */
  readonly accountUrl?: AccountUrl;
  /** Whom the shop trusts to say who a shopper is. Their verified emails are believed. Default nobody. */
  readonly signInProviders?: readonly SignInProvider[];
  /** Years for which bookkeeping needs names and addresses of orders. Default 10. */
  readonly retentionYears?: number;
  /** Hashes passwords so that anyone can guess them, fast. For tests alone. */
  readonly unsafeFastPasswordsForTests?: boolean;
  /** Ways to pay, in the order shoppers see them. Default bank transfer alone. */
  readonly paymentProviders?: readonly PaymentProvider[];
  /** How other systems are told of events. Default public addresses only. */
  readonly webhooks?: WebhooksOptions;
}

/** Puts the domains together over an open, migrated database. Closing the database stays with its owner. */
export function createEngine(options: EngineOptions): CommerceEngine {
  if (options.secret.length < 32) {
    throw new Error(
      `createEngine expected a secret of at least 32 characters, got ${options.secret.length}. Make one with \`openssl rand -hex 32\`.`,
    );
  }
  const { database, clock = () => new Date(), secret, retentionYears = 10 } = options;
  const passwordCost = options.unsafeFastPasswordsForTests ? COST_FOR_TESTS : undefined;
  const context: EngineContext = { database, clock, secret, ...(passwordCost && { passwordCost }) };
  const stores = createStores(context);
  const giftCardProducts = rememberGiftCardProducts(database);
  const { productsOfVariants } = createCatalogQueries(context, { stores, giftCardProducts });
  const pricing = createPricing(context, { productsOfVariants, stores });
  const clocks = createChannelClocks(database, stores);
  const inventory = createInventory(context, { stores, clocks });
  const tax = createTax(context, { stores, provider: options.taxProvider });
  const catalog = createCatalog(context, {
    stores,
    giftCardProducts,
    pricing,
    inventory,
    tax,
    usesOfCategory: [promotionsWithCategory, programmesWithCategory],
    copiesOfProduct: [copyProductDelivery, copyGiftCardProduct],
  });
  const directory = createChannelDirectory(stores);
  const sources = createSearchSources({ database, clock, stores, catalog, pricing, inventory });
  const promotions = createPromotions(context);
  const goods = rememberSoldGoods(database, { catalog, pricing });
  const cart = createCarts(context, { goods, inventory, promotions, directory });
  const identity = createIdentity(context);
  const delivery = createDelivery(context, { stores, goods, inventory });
  const giftCards = createGiftCards(context);
  const storeCredit = createStoreCredit(context);
  const mail = createMail(context);
  const payments = createPayments(context, {
    providers: [
      giftCardProvider(context),
      storeCreditProvider(context),
      pointsProvider(context),
      ...(options.paymentProviders ?? [manualProvider]),
    ],
  });
  const orders = createOrders(context, {
    payments,
    stores,
    inventory,
    delivery,
    coupons: promotions.inTransaction,
    cards: madeCards,
    costs: { reaches: delivery.inTransaction.reaches, taxesAlike: tax.inTransaction.isAlike },
  });
  const isInUse = askVatRegister(options.vatRegister);
  const customers = createCustomers(context, { isInUse });
  const loyalty = createLoyalty(context, { stores, catalog, giftCards, orders, payments, customers });
  const additions = createAdditions(context, {
    catalog,
    goods,
    inventory,
    stock: inventory.inTransaction,
    promotions,
    tax,
    delivery,
    directory,
    orders,
    payments,
    customers,
  });
  const checkout = createCheckouts(context, {
    goods,
    inventory,
    promotions,
    coupons: promotions.inTransaction,
    tax,
    delivery,
    giftCards,
    storeCredit,
    loyalty,
    stock: inventory.inTransaction,
    payments,
    orders,
    directory,
    later: additions.inTransaction,
    customers,
    isInUse,
  });
  const staffCarts = createStaffCarts(context, {
    cart: { goods, inventory },
    promotions,
    customers,
    directory,
  });
  const staffCheckouts = createStaffCheckouts(context, {
    staffCarts,
    checkout,
    orders,
    payments,
    mail,
    customers,
    url: options.cartUrl,
  });
  const fulfilment = createFulfilment(context, { orders, inventory, stores });
  const soldGiftCards = createSoldGiftCards(context, {
    orders,
    payments,
    fulfilment,
    inventory,
    mail,
    catalog,
    checkout,
    delivery,
    tax,
    products: giftCardProducts,
    clocks,
    shopUrl: options.shopUrl,
  });
  const returns = createReturns(context, {
    orders,
    inventory,
    stores,
    customers,
    checkout,
    cart,
    fulfilment,
    additions,
    linesSold: soldGiftCards.inTransaction.linesSold,
  });
  const invoices = createInvoices(context, { orders, stores });
  joinOrderLetters({
    orders,
    additions,
    fulfilment,
    returns,
    invoices,
    mail,
    stores,
    linkTo: async (order) =>
      options.orderUrl?.({ ...order, key: (await orders.opened(database, order.id)).key }),
  });
  const webhooks = createWebhooks(context, options.webhooks);
  const recommendations = createRecommendations(context, { catalog });
  const accounts = createAccounts(context, {
    customers,
    orders,
    mail,
    url: options.accountUrl,
    providers: options.signInProviders ?? [],
  });
  joinPersonalData({
    customers,
    orders,
    returns,
    cart,
    checkout,
    mail,
    promotions,
    storeCredit,
    loyalty,
    soldGiftCards,
  });
  return {
    database,
    clock,
    channels: () => stores.channels(),
    stores,
    catalog,
    pricing,
    promotions,
    inventory,
    search: createSearch(context, { sources, directory }),
    cart,
    identity,
    customers,
    accounts,
    tax,
    delivery,
    payments,
    giftCards,
    soldGiftCards,
    storeCredit,
    loyalty,
    recommendations,
    mail,
    orders,
    additions,
    fulfilment,
    invoices,
    returns,
    progress: createProgress({ orders, additions, fulfilment, returns, invoices, loyalty }),
    checkout,
    staffCarts,
    staffCheckouts,
    webhooks,
    simulation: createSimulation(context, { catalog, pricing, promotions, directory }),
    office: createOffice({ orders, fulfilment, returns, payments, inventory, catalog, webhooks }),
    idempotency: { forget: (before) => forgetAnswers(database, before) },
    examine: () => examineShop(database),
    keepHouse: () =>
      keepHouse({
        ...context,
        cart,
        checkout,
        identity,
        accounts,
        orders,
        invoices,
        storeCredit,
        loyalty,
        recommendations,
        retentionYears,
      }),
  };
}
