import { isUuid } from '../is-uuid.ts';
import type { Market } from '../market.ts';
import type { LookedUpOrder } from '../progress/progress.views.ts';
import { createApiCaller, type HttpClientOptions } from './api-caller.ts';
import { CommerceApiError } from './commerce-api-error.ts';
import type { CommandContext, CommerceClient } from './commerce-client.ts';
import { httpAccounts, httpCustomers, httpStoreCredit } from './http-customers-client.ts';
import { httpLoyalty } from './http-loyalty-client.ts';
import { httpProgress } from './http-progress-client.ts';
import { searchParams } from './search-params.ts';

/**
 * The engine across HTTP. Safe in a browser. Who asks is told by the token alone: the actor of a command context stays
 * here. The customer group of a market does too; the store API answers for the group of who is signed in.
 * @throws CommerceApiError for every refusal that is not an expected outcome, and when there is no answer.
 */
export function createHttpClient(options: HttpClientOptions): CommerceClient {
  const call = createApiCaller(options);

  async function manyById<View>(path: string, market: Market, name: 'id' | 'slug', keys: readonly string[]) {
    const answers: (View | undefined)[] = [];
    for (let at = 0; at < keys.length; at += IDS_AT_ONCE) {
      const query = { ...marketParams(market), [name]: keys.slice(at, at + IDS_AT_ONCE) };
      const { items } = await call.get<{ items: (View | null)[] }>(`/api/store/v1${path}`, query);
      answers.push(...items.map((item) => item ?? undefined));
    }
    return answers;
  }

  async function one<Answer>(path: string, market: Market, query: Record<string, string> = {}) {
    return call.get<Answer>(`/api/store/v1${path}`, { ...marketParams(market), ...query });
  }

  const change = (context: CommandContext) => ({ idempotencyKey: context.idempotencyKey });

  function changeCart<Answer>(
    method: 'post' | 'patch',
    cartId: string,
    path: string,
    { context, market, body }: { context: CommandContext; market: Market; body: unknown },
  ): Promise<Answer> {
    return call[method](`/api/store/v1/carts/${encodeURIComponent(cartId)}${path}`, body, {
      ...change(context),
      query: marketParams(market),
    });
  }

  return {
    catalog: {
      productsBySlug: (market, slugs) => manyById('/products', market, 'slug', slugs),
      productsById: (market, ids) => manyById('/products', market, 'id', ids),
      productCards: (market, ids) => manyById('/product-cards', market, 'id', ids),
      categoriesBySlug: (market, slugs) => manyById('/categories', market, 'slug', slugs),
      categoriesById: (market, ids) => manyById('/categories', market, 'id', ids),
      async categoryTree(market) {
        return (
          await one<Items<ReturnType<CommerceClient['catalog']['categoryTree']>>>('/category-tree', market)
        ).items;
      },
      async importProducts(context, products, { dryRun } = {}) {
        const body = { products, dryRun };
        return (await call.post<Outcomes>('/api/admin/v1/product-imports', body, change(context))).outcomes;
      },
      async importCategories(context, categories, { dryRun } = {}) {
        const body = { categories, dryRun };
        return (await call.post<Outcomes>('/api/admin/v1/category-imports', body, change(context))).outcomes;
      },
    },
    pricing: {
      variantPrices: (market, ids) => manyById('/variant-prices', market, 'id', ids),
      productPrices: (market, ids) => manyById('/product-prices', market, 'id', ids),
    },
    inventory: {
      availability: (market, ids) => manyById('/availability', market, 'id', ids),
      async storeAvailability(market, ids) {
        type Stores = Awaited<ReturnType<CommerceClient['inventory']['storeAvailability']>>[number];
        return (await manyById<Stores>('/store-availability', market, 'id', ids)).map(
          (stores) => stores ?? [],
        );
      },
    },
    delivery: {
      async ways(market, ids) {
        type Ways = Awaited<ReturnType<CommerceClient['delivery']['ways']>>[number];
        return (await manyById<Ways>('/delivery-ways', market, 'id', ids)) as Ways[];
      },
    },
    search: {
      search: (market, query) =>
        call.get('/api/store/v1/search', { ...marketParams(market), ...searchParams(query) }),
      async suggest(market, prefix) {
        type Suggestions = Items<ReturnType<CommerceClient['search']['suggest']>>;
        return (await one<Suggestions>('/suggestions', market, { prefix })).items;
      },
    },
    cart: {
      async get(market, cartId) {
        if (!isUuid(cartId)) return undefined;
        type Cart = Awaited<ReturnType<CommerceClient['cart']['get']>>;
        return (await one<{ cart: Cart | null }>(`/carts/${cartId}`, market)).cart ?? undefined;
      },
      addLine: (context, market, { cartId, ...body }) =>
        call.post(`/api/store/v1/carts/${encodeURIComponent(cartId)}/lines`, body, {
          ...change(context),
          query: marketParams(market),
        }),
      setQuantity: (context, market, { cartId, lineId, ...body }) =>
        call.patch(
          `/api/store/v1/carts/${encodeURIComponent(cartId)}/lines/${encodeURIComponent(lineId)}`,
          body,
          { ...change(context), query: marketParams(market) },
        ),
      addCoupon: (context, market, { cartId, code }) =>
        changeCart('post', cartId, '/coupons', { context, market, body: { code } }),
      async ofCustomer(market) {
        return (await one<{ cartId?: string }>('/my/cart', market)).cartId;
      },
      takeOver: (context, market, { cartId }) =>
        call.post('/api/store/v1/my/cart', { cartId }, { ...change(context), query: marketParams(market) }),
      removeCoupon: (context, market, { cartId, code }) =>
        changeCart('post', cartId, '/coupon-removals', { context, market, body: { code } }),
    },
    checkout: {
      async get(market, cartId) {
        if (!isUuid(cartId)) return undefined;
        type Checkout = Awaited<ReturnType<CommerceClient['checkout']['get']>>;
        const path = `/carts/${cartId}/checkout`;
        return (await one<{ checkout: Checkout | null }>(path, market)).checkout ?? undefined;
      },
      update: (context, market, { cartId, patch }) =>
        changeCart('patch', cartId, '/checkout', { context, market, body: patch }),
      addGiftCard: (context, market, { cartId, ...body }) =>
        changeCart('post', cartId, '/gift-cards', { context, market, body }),
      removeGiftCard: (context, market, { cartId, ...body }) =>
        changeCart('post', cartId, '/gift-card-removals', { context, market, body }),
      pay: (context, market, { cartId, ...body }) =>
        changeCart('post', cartId, '/payments', { context, market, body }),
      reopen: (context, market, { cartId }) =>
        changeCart('post', cartId, '/checkout-reopenings', { context, market, body: undefined }),
      comeBack: (market, { cartId, checkoutId }) =>
        call.post(
          `/api/store/v1/carts/${encodeURIComponent(cartId)}/checkout-returns`,
          { checkoutId },
          { query: marketParams(market) },
        ),
    },
    orders: {
      async open(orderId, key) {
        if (!isUuid(orderId)) return undefined;
        const path = `/api/store/v1/orders/${orderId}/openings`;
        return (await call.post<Found>(path, { key }, {})).order ?? undefined;
      },
      async lookUp(which) {
        type Answer = Found & Pick<LookedUpOrder, 'shipments'>;
        const { order, shipments } = await call.post<Answer>('/api/store/v1/order-lookups', which, {});
        return order ? { order, shipments } : undefined;
      },
      ofCustomer: (_, { limit, after }) =>
        call.get('/api/store/v1/my/orders', {
          ...(limit !== undefined && { limit: String(limit) }),
          ...(after !== undefined && { after }),
        }),
      async openOwn(_, orderId) {
        if (!isUuid(orderId)) return undefined;
        return (await call.get<Found>(`/api/store/v1/my/orders/${orderId}`, {})).order ?? undefined;
      },
      ...httpProgress(call),
      requestReturn: (context, { orderId, ...body }) =>
        call.post(
          `/api/store/v1${body.key === undefined ? '/my' : ''}/orders/${encodeURIComponent(orderId)}/returns`,
          body,
          change(context),
        ),
      payAddition: (context, { orderId, additionId, ...body }) => {
        const own = body.key === undefined ? '/my' : '';
        const path = `/api/store/v1${own}/orders/${encodeURIComponent(orderId)}/additions/${encodeURIComponent(additionId)}/payments`;
        return call.post(path, body, change(context));
      },
      callOffReturn: (context, { orderId, returnId, ...body }) => {
        const own = body.key === undefined ? '/my' : '';
        const path = `/api/store/v1${own}/orders/${encodeURIComponent(orderId)}/returns/${encodeURIComponent(returnId)}/cancellations`;
        return call.post(path, body, change(context));
      },
    },
    customers: httpCustomers(call),
    accounts: httpAccounts(call),
    loyalty: httpLoyalty(call),
    recommendations: {
      async lists(market, kind, keys, { limit }) {
        const lists: (readonly string[])[] = [];
        for (let at = 0; at < keys.length; at += IDS_AT_ONCE) {
          const query = { ...marketParams(market), kind, limit: String(limit) };
          const { items } = await call.get<{ items: string[][] }>('/api/store/v1/recommendations', {
            ...query,
            key: keys.slice(at, at + IDS_AT_ONCE),
          });
          lists.push(...items);
        }
        return lists;
      },
      async picks(_, market, { limit }) {
        const query = { limit: String(limit) };
        return (await one<{ items: string[] }>('/my/recommendations', market, query)).items;
      },
    },
    storeCredit: httpStoreCredit(call),
    identity: {
      signIn: ({ email, password }) => call.post('/api/admin/v1/sessions', { email, password }, {}),
      async signOut(token) {
        await asGuestWhenRefused(() => call.delete('/api/admin/v1/sessions/current', { token }), undefined);
      },
      async actorOf(token) {
        if (token === undefined) return { kind: 'guest' };
        return asGuestWhenRefused(() => call.get('/api/admin/v1/me', {}, { token }), { kind: 'guest' });
      },
    },
  };
}

const IDS_AT_ONCE = 100;
type Items<Answer extends Promise<unknown>> = { readonly items: Awaited<Answer> };
type Found = { order: Awaited<ReturnType<CommerceClient['orders']['open']>> | null };
type Outcomes = { outcomes: Awaited<ReturnType<CommerceClient['catalog']['importProducts']>> };

function marketParams({ channel, locale, currency }: Market): Record<string, string> {
  return { channel, locale, currency };
}

async function asGuestWhenRefused<Answer>(ask: () => Promise<Answer>, guest: Answer): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof CommerceApiError && error.code === 'not_signed_in') return guest;
    throw error;
  }
}
