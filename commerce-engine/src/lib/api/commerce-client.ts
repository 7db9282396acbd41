import type { InsteadChoices, PayAdditionOutcome } from '../additions/additions.views.ts';
import type { PayAdditionInput } from '../additions/additions-input.ts';
import type { CartOutcome, CartView } from '../cart/cart.views.ts';
import type {
  CategoryTreeNode,
  CategoryView,
  ProductCardView,
  ProductView,
} from '../catalog/catalog.views.ts';
import type { CategoryInput, ImportOutcome, ProductInput } from '../catalog/product-import.ts';
import type {
  BringGiftCardOutcome,
  CheckoutOutcome,
  CheckoutView,
  PayOutcome,
} from '../checkout/checkout.views.ts';
import type { BringGiftCardInput, CheckoutPatch, PayInput } from '../checkout/checkout-input.ts';
import type { DeliveryKind } from '../delivery/delivery.rules.ts';
import type { Actor, SignInOutcome } from '../identity/identity.views.ts';
import type { AvailabilityView, StoreAvailabilityView } from '../inventory/inventory.views.ts';
import type { Market } from '../market.ts';
import type { OrderPage, OrderView } from '../orders/orders.views.ts';
import type { ProductPriceView, VariantPriceView } from '../pricing/pricing.views.ts';
import type { LookedUpOrder, OrderOpening, OrderProgressView } from '../progress/progress.views.ts';
import type { CallOffOutcome, RequestOutcome } from '../returns/returns.views.ts';
import type { CallOffInput, RequestInput } from '../returns/returns-input.ts';
import type { SearchQuery, SearchResultView, SuggestionView } from '../search/search.views.ts';
import type { CommandContext } from './command-context.ts';
import type { AccountsClient, CustomersClient, StoreCreditClient } from './customers-client.ts';
import type { LoyaltyClient } from './loyalty-client.ts';
import type { RecommendationsClient } from './recommendations-client.ts';

export type { CommandContext } from './command-context.ts';

type Customer = Actor & { kind: 'customer' };

/**
 * The commerce engine as its callers see it, in this process or across HTTP. Reads take many inputs and answer in their
 * order; `undefined` = there is no such thing in this market. Two makers, one contract suite.
 */
export interface CommerceClient {
  readonly catalog: {
    productsBySlug(market: Market, slugs: readonly string[]): Promise<(ProductView | undefined)[]>;
    productsById(market: Market, ids: readonly string[]): Promise<(ProductView | undefined)[]>;
    productCards(market: Market, ids: readonly string[]): Promise<(ProductCardView | undefined)[]>;
    categoriesBySlug(market: Market, slugs: readonly string[]): Promise<(CategoryView | undefined)[]>;
    categoriesById(market: Market, ids: readonly string[]): Promise<(CategoryView | undefined)[]>;
    categoryTree(market: Market): Promise<readonly CategoryTreeNode[]>;
    importProducts(
      context: CommandContext,
      products: readonly ProductInput[],
      options?: { dryRun?: boolean },
    ): Promise<ImportOutcome[]>;
    importCategories(
      context: CommandContext,
      categories: readonly CategoryInput[],
      options?: { dryRun?: boolean },
    ): Promise<ImportOutcome[]>;
  };
  readonly pricing: {
    variantPrices(market: Market, variantIds: readonly string[]): Promise<(VariantPriceView | undefined)[]>;
    productPrices(market: Market, productIds: readonly string[]): Promise<(ProductPriceView | undefined)[]>;
  };
  readonly inventory: {
    availability(market: Market, variantIds: readonly string[]): Promise<(AvailabilityView | undefined)[]>;
    storeAvailability(
      market: Market,
      variantIds: readonly string[],
    ): Promise<(readonly StoreAvailabilityView[])[]>;
  };
  readonly delivery: {
    /** The ways in which each product is delivered in the channel, in the order of the ids. */
    ways(market: Market, productIds: readonly string[]): Promise<readonly (readonly DeliveryKind[])[]>;
  };
  readonly search: {
    search(market: Market, query: SearchQuery): Promise<SearchResultView>;
    suggest(market: Market, prefix: string): Promise<readonly SuggestionView[]>;
  };
  readonly cart: {
    /** @returns undefined when there is no such cart (any more). */
    get(market: Market, cartId: string): Promise<CartView | undefined>;
    /** Adds pieces; makes the cart when there is none with that id. */
    addLine(
      context: CommandContext,
      market: Market,
      input: { cartId: string; variantId: string; quantity: number; place?: number | undefined },
    ): Promise<CartOutcome>;
    /** Quantity 0 removes the line. */
    setQuantity(
      context: CommandContext,
      market: Market,
      input: { cartId: string; lineId: string; quantity: number },
    ): Promise<CartOutcome>;
    addCoupon(
      context: CommandContext,
      market: Market,
      input: { cartId: string; code: string },
    ): Promise<CartOutcome>;
    /** The customer's cart, on whatever device they filled it. */
    ofCustomer(market: Market, actor: Customer): Promise<string | undefined>;
    /** After signing in: the cart that was filled before becomes the customer's, joined with the one they have. */
    takeOver(
      context: CommandContext,
      market: Market,
      input: { cartId?: string },
    ): Promise<{ cartId?: string }>;
    removeCoupon(
      context: CommandContext,
      market: Market,
      input: { cartId: string; code: string },
    ): Promise<CartOutcome>;
  };
  readonly checkout: {
    /** @returns undefined when there is no such cart, or nothing in it. */
    get(
      market: Market,
      cartId: string,
      options?: { readonly actor?: Actor },
    ): Promise<CheckoutView | undefined>;
    update(
      context: CommandContext,
      market: Market,
      input: { cartId: string; patch: CheckoutPatch },
    ): Promise<CheckoutOutcome>;
    addGiftCard(
      context: CommandContext,
      market: Market,
      input: BringGiftCardInput,
    ): Promise<BringGiftCardOutcome>;
    removeGiftCard(
      context: CommandContext,
      market: Market,
      input: { cartId: string; id: string },
    ): Promise<CheckoutOutcome>;
    pay(context: CommandContext, market: Market, input: PayInput): Promise<PayOutcome>;
    reopen(context: CommandContext, market: Market, input: { cartId: string }): Promise<CheckoutOutcome>;
    comeBack(market: Market, input: { cartId: string; checkoutId: string }): Promise<PayOutcome>;
  };
  readonly customers: CustomersClient;
  readonly accounts: AccountsClient;
  readonly loyalty: LoyaltyClient;
  readonly recommendations: RecommendationsClient;
  readonly storeCredit: StoreCreditClient;
  readonly orders: {
    /** @returns undefined when there is no such order, or the key is not its key. */
    open(orderId: string, key: string): Promise<OrderView | undefined>;
    /** With where its parcels are. */
    lookUp(which: { number: string; email: string }): Promise<LookedUpOrder | undefined>;
    /** The customer's own, newest first. */
    ofCustomer(actor: Customer, query: { limit?: number; after?: string }): Promise<OrderPage>;
    /** @returns undefined when there is no such order, or it is somebody else's. */
    openOwn(actor: Customer, orderId: string): Promise<OrderView | undefined>;
    /** What became of an order. @returns undefined as {@link open} and {@link openOwn} do. */
    progress(opening: OrderOpening): Promise<OrderProgressView | undefined>;
    /** What can be had instead of pieces of an order that may come back, by line. Empty as {@link progress} is undefined. */
    insteadChoices(opening: OrderOpening): Promise<readonly InsteadChoices[]>;
    /** A document of an order by its id, or `receipt`, as a whole HTML page for printing. */
    paper(opening: OrderOpening, id: string): Promise<string | undefined>;
    /** Announces pieces that will come back, of their own order or of one whose key comes along. */
    requestReturn(context: CommandContext, input: RequestInput): Promise<RequestOutcome>;
    /** Pays goods that staff have offered with an order, of their own or of one whose key comes along. */
    payAddition(context: CommandContext, input: PayAdditionInput): Promise<PayAdditionOutcome>;
    /** Gives up a return nothing of which has arrived, of their own order or of one whose key comes along. */
    callOffReturn(context: CommandContext, input: CallOffInput): Promise<CallOffOutcome>;
  };
  readonly identity: {
    signIn(input: { email: string; password: string; from: string }): Promise<SignInOutcome>;
    signOut(token: string): Promise<void>;
    /** Guest when the token is unknown, ended or absent. */
    actorOf(token: string | undefined): Promise<Actor>;
  };
}
