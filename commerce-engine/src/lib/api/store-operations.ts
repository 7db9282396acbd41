import { z } from '@hono/zod-openapi';
import { deliveryKinds } from '../delivery/delivery.rules.ts';
import type { CommerceEngine } from '../engine.ts';
import { accountOperations } from './account-operations.ts';
import { additionOperations } from './addition-operations.ts';
import { checkoutOperations } from './checkout-operations.ts';
import { customerStoreOperations } from './customer-operations.ts';
import { deliveryStoreOperations } from './delivery-operations.ts';
import { giftCardStoreOperations } from './gift-card-operations.ts';
import { loyaltyStoreOperations } from './loyalty-operations.ts';
import { type Operation, operation } from './operation.ts';
import { progressOperations } from './progress-operations.ts';
import { recommendationStoreOperations } from './recommendation-operations.ts';
import {
  addLineBody,
  cartLineParams,
  cartParams,
  idsQuery,
  lookupQuery,
  marketOf,
  marketQuery,
  productsQuery,
  searchOf,
  searchQuerySchema,
  setQuantityBody,
} from './request-schemas.ts';
import { storeCreditStoreOperations } from './store-credit-operations.ts';
import {
  availabilitySchema,
  cartOutcomeSchema,
  cartSchema,
  categorySchema,
  categoryTreeNodeSchema,
  orNone,
  productCardSchema,
  productPriceSchema,
  productSchema,
  searchResultSchema,
  storeAvailabilitySchema,
  suggestionSchema,
  variantPriceSchema,
} from './view-schemas.ts';

/** What shoppers may ask. Lists answer in the order of the ids, `null` where there is no such thing. */
export function storeOperations(engine: CommerceEngine): Operation[] {
  const { catalog, pricing, inventory, delivery, search, cart } = engine;
  return [
    operation({
      id: 'getProducts',
      summary: 'Products by id or by slug',
      method: 'get',
      path: '/products',
      query: productsQuery,
      answer: itemsOf(productSchema).extend({
        variantPrices: z.array(orNone(variantPriceSchema)).optional(),
      }),
      handle: async ({ query }) => {
        const market = marketOf(query);
        const products = query.slug
          ? await catalog.productsBySlug(market, query.slug)
          : await catalog.productsById(market, query.id ?? []);
        if (query.prices !== '1') return { items: orNull(products) };
        const variantIds = products.flatMap((product) => product?.variants.map(({ id }) => id) ?? []);
        const variantPrices = orNull(await pricing.variantPrices(market, variantIds));
        return { items: orNull(products), variantPrices };
      },
    }),
    operation({
      id: 'getProductCards',
      summary: 'What lists show of products',
      method: 'get',
      path: '/product-cards',
      query: idsQuery,
      answer: itemsOf(productCardSchema),
      handle: async ({ query }) => ({ items: orNull(await catalog.productCards(marketOf(query), query.id)) }),
    }),
    operation({
      id: 'getCategories',
      summary: 'Categories by id or by slug',
      method: 'get',
      path: '/categories',
      query: lookupQuery,
      answer: itemsOf(categorySchema),
      handle: async ({ query }) => ({
        items: orNull(
          query.slug
            ? await catalog.categoriesBySlug(marketOf(query), query.slug)
            : await catalog.categoriesById(marketOf(query), query.id ?? []),
        ),
      }),
    }),
    operation({
      id: 'getCategoryTree',
      summary: 'The whole category tree in menu order',
      method: 'get',
      path: '/category-tree',
      query: marketQuery,
      answer: z.object({ items: z.array(categoryTreeNodeSchema) }),
      handle: async ({ query }) => ({ items: [...(await catalog.categoryTree(marketOf(query)))] }),
    }),
    operation({
      id: 'getVariantPrices',
      summary: 'What variants cost',
      method: 'get',
      path: '/variant-prices',
      query: idsQuery,
      answer: itemsOf(variantPriceSchema),
      handle: async ({ query }) => ({
        items: orNull(await pricing.variantPrices(marketOf(query), query.id)),
      }),
    }),
    operation({
      id: 'getProductPrices',
      summary: 'The price ranges of products',
      method: 'get',
      path: '/product-prices',
      query: idsQuery,
      answer: itemsOf(productPriceSchema),
      handle: async ({ query }) => ({
        items: orNull(await pricing.productPrices(marketOf(query), query.id)),
      }),
    }),
    operation({
      id: 'getAvailability',
      summary: 'Whether variants can be bought online',
      method: 'get',
      path: '/availability',
      query: idsQuery,
      answer: itemsOf(availabilitySchema),
      handle: async ({ query }) => ({
        items: orNull(await inventory.availability(marketOf(query), query.id)),
      }),
    }),
    operation({
      id: 'getStoreAvailability',
      summary: 'In which stores variants can be had',
      method: 'get',
      path: '/store-availability',
      query: idsQuery,
      answer: z.object({ items: z.array(z.array(storeAvailabilitySchema)) }),
      handle: async ({ query }) => ({
        items: (await inventory.storeAvailability(marketOf(query), query.id)).map((stores) => [...stores]),
      }),
    }),
    operation({
      id: 'getDeliveryWays',
      summary: 'The ways in which products are delivered: shipped, picked up, by e-mail',
      method: 'get',
      path: '/delivery-ways',
      query: idsQuery,
      answer: z.object({ items: z.array(z.array(z.enum(deliveryKinds))) }),
      handle: async ({ query }) => ({
        items: (await delivery.ways(marketOf(query), query.id)).map((ways) => [...ways]),
      }),
    }),
    operation({
      id: 'searchProducts',
      summary: 'Products by text, category and facets',
      method: 'get',
      path: '/search',
      query: searchQuerySchema,
      answer: searchResultSchema,
      handle: ({ query }) => search.search(marketOf(query), searchOf(query)),
    }),
    operation({
      id: 'listProducts',
      summary:
        'A page of products as lists show it: what is found, and its cards and prices in the same order',
      method: 'get',
      path: '/product-lists',
      query: searchQuerySchema,
      answer: z.object({
        found: searchResultSchema,
        cards: z.array(orNone(productCardSchema)),
        prices: z.array(orNone(productPriceSchema)),
      }),
      handle: async ({ query }) => {
        const market = marketOf(query);
        const { found, prices } = await search.list(market, searchOf(query));
        const cards = await catalog.productCards(market, found.productIds);
        return { found, cards: orNull(cards), prices: orNull(prices) };
      },
    }),
    operation({
      id: 'suggest',
      summary: 'What a shopper may be about to type',
      method: 'get',
      path: '/suggestions',
      query: marketQuery.extend({ prefix: z.string().max(20_000) }),
      answer: z.object({ items: z.array(suggestionSchema) }),
      handle: async ({ query }) => ({ items: [...(await search.suggest(marketOf(query), query.prefix))] }),
    }),
    operation({
      id: 'getCart',
      summary: 'A cart at the prices of today',
      method: 'get',
      path: '/carts/{cartId}',
      params: cartParams,
      query: marketQuery,
      answer: z.object({ cart: orNone(cartSchema) }),
      handle: async ({ params, query }) => ({
        cart: (await cart.get(marketOf(query), params.cartId)) ?? null,
      }),
    }),
    operation({
      id: 'addCartLine',
      summary: 'Adds pieces of a variant; makes the cart when there is none',
      method: 'post',
      path: '/carts/{cartId}/lines',
      changes: true,
      params: cartParams,
      query: marketQuery,
      body: addLineBody,
      answer: cartOutcomeSchema,
      handle: ({ command, params, query, body }) =>
        cart.addLine(command, marketOf(query), { ...params, ...body }),
    }),
    operation({
      id: 'setCartLineQuantity',
      summary: 'Sets the pieces of a line; 0 removes it',
      method: 'patch',
      path: '/carts/{cartId}/lines/{lineId}',
      changes: true,
      params: cartLineParams,
      query: marketQuery,
      body: setQuantityBody,
      answer: cartOutcomeSchema,
      handle: ({ command, params, query, body }) =>
        cart.setQuantity(command, marketOf(query), { ...params, ...body }),
    }),
    ...deliveryStoreOperations(engine),
    ...checkoutOperations(engine),
    ...giftCardStoreOperations(engine),
    ...accountOperations(engine),
    ...customerStoreOperations(engine),
    ...storeCreditStoreOperations(engine),
    ...loyaltyStoreOperations(engine),
    ...recommendationStoreOperations(engine),
    ...progressOperations(engine),
    ...additionOperations(engine),
  ];
}

function itemsOf<Item>(schema: z.ZodType<Item>) {
  return z.object({ items: z.array(orNone(schema)) });
}

function orNull<Item>(items: readonly (Item | undefined)[]): (Item | null)[] {
  return items.map((item) => item ?? null);
}
