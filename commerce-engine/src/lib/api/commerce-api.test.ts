import type { OpenAPIHono } from '@hono/zod-openapi';
import { openTestDatabase, type TestDatabase } from '@vitrine/database/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAPABILITIES } from '../identity/capability.rules.ts';
import type { Capability } from '../identity/identity.views.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { type FilledShop, openFilledShop, testVariant } from '../testing/filled-shop.ts';
import { signUpShopper } from '../testing/shopper-account.ts';
import { adminOperations } from './admin-operations.ts';
import { createCommerceApi } from './commerce-api.ts';
import type { Operation } from './operation.ts';
import { storeOperations } from './store-operations.ts';

const MEGABYTE = 1024 * 1024;

describe('commerce API', () => {
  let database: TestDatabase;
  let shop: FilledShop;
  let app: OpenAPIHono;
  let admin: readonly Operation[];
  const faults: unknown[] = [];
  beforeAll(async () => {
    database = await openTestDatabase({ migrations: [commerceMigrations] });
    shop = await openFilledShop(database);
    app = createCommerceApi(shop.engine, { onFault: (error) => faults.push(error) });
    admin = adminOperations(shop.engine);
  });
  afterAll(() => database.close());

  const market = 'channel=online&locale=en&currency=EUR';
  const tokenFor = async (capabilities: readonly Capability[]) =>
    (
      await shop.engine.identity.createApiToken(shop.command(), {
        name: 'test',
        capabilities: [...capabilities],
      })
    ).token;
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await app.request(path, init);
    const body = (await response.json()) as Record<string, unknown>;
    return { status: response.status, headers: response.headers, body };
  };
  const send = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const pathOf = (operation: Operation) =>
    `/api/admin/v1${operation.path.replace(/\{[^}]+\}/g, () => crypto.randomUUID())}`;
  const call = (operation: Operation, headers: Record<string, string>) =>
    ask(pathOf(operation), { method: operation.method.toUpperCase(), headers });

  it('[API-11] refuses guests at every admin operation but signing in', async () => {
    const guarded = admin.filter(({ id }) => id !== 'signIn');
    const answers = await Promise.all(
      guarded.flatMap((each) => [
        call(each, {}),
        call(each, { authorization: 'Bearer made-up' }),
        call(each, { authorization: `Bearer vta_${'a'.repeat(43)}` }),
      ]),
    );
    expect(guarded.length).toBeGreaterThan(10);
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      answers.map(() => [401, 'not_signed_in']),
    );
  });

  it('[API-12] refuses a token that has every capability but the one that is needed', async () => {
    const guarded = admin.filter(({ needs }) => needs !== undefined && needs !== 'signed-in');
    const answers = await Promise.all(
      guarded.map(async (each) => {
        const others = CAPABILITIES.filter((capability) => capability !== each.needs);
        return call(each, { authorization: `Bearer ${await tokenFor(others)}` });
      }),
    );
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      guarded.map(() => [403, 'not_allowed']),
    );
  });

  it('[API-12] a token with the capability gets past the gate, to the checks of the request', async () => {
    const guarded = admin.filter(({ needs, changes }) => needs !== 'signed-in' && changes);
    const authorization = `Bearer ${await tokenFor(CAPABILITIES)}`;
    const answers = await Promise.all(guarded.map((each) => call(each, { authorization })));
    expect(answers.map(({ body }) => body.code)).toEqual(guarded.map(() => 'bad_input'));
  });

  it('[API-24] what is for customers refuses guests and staff; what is for staff refuses customers', async () => {
    const own = storeOperations(shop.engine).filter(({ needs }) => needs === 'customer');
    const { token } = await signUpShopper(shop);
    const staff = { authorization: `Bearer ${await tokenFor(CAPABILITIES)}` };
    const customer = { authorization: `Bearer ${token}` };
    const at = (each: Operation, headers: Record<string, string>) =>
      ask(pathOf(each).replace('/admin/', '/store/'), { method: each.method.toUpperCase(), headers });
    const codes = async (answers: Promise<{ status: number; body: Record<string, unknown> }>[]) =>
      (await Promise.all(answers)).map(({ status, body }) => [status, body.code]);
    const guarded = admin.filter(({ id }) => id !== 'signIn');
    expect(own.length).toBeGreaterThan(15);
    expect(await codes(own.map((each) => at(each, {})))).toEqual(own.map(() => [401, 'not_signed_in']));
    expect(await codes(own.map((each) => at(each, staff)))).toEqual(own.map(() => [403, 'not_allowed']));
    expect(await codes(guarded.map((each) => call(each, customer)))).toEqual(
      guarded.map(() => [403, 'not_allowed']),
    );
    const changes = own.filter((each) => each.changes);
    const passed = await Promise.all(changes.map((each) => at(each, customer)));
    expect(passed.map(({ body }) => body.code)).toEqual(changes.map(() => 'bad_input'));
    expect(own.flatMap(({ params }) => Object.keys(params?.shape ?? {}))).not.toContain('customerId');
  });

  it('[API-20] prices are for the group of who is signed in, whatever is said', async () => {
    const [variantId = ''] = await shop.variantIds('stoneware-bowl');
    await shop.engine.pricing.importPriceLists(shop.command(), [
      { id: 'trade-eur', name: 'Trade', currency: 'EUR', customerGroup: 'trade' },
    ]);
    await shop.engine.pricing.setPrices(shop.command(), [
      { variantId, list: 'trade-eur', price: { amount: 1000, currency: 'EUR' } },
    ]);
    const { token } = await signUpShopper(shop, { group: 'trade' });
    const price = async (headers: Record<string, string>) => {
      const path = `/api/store/v1/variant-prices?${market}&customerGroup=trade&id=${variantId}`;
      const { body } = await ask(path, { headers });
      return (body as { items: [{ price: { amount: number } }] }).items[0].price.amount;
    };
    expect(await price({})).toBe(2400);
    expect(await price({ authorization: `Bearer ${token}` })).toBe(1000);
  });

  it('[API-13] every change wants an idempotency key', async () => {
    const changing = [...admin, ...storeOperations(shop.engine)].filter(({ changes }) => changes);
    expect(changing.every(({ method }) => method !== 'get')).toBe(true);
    const [variantId] = await shop.variantIds('stoneware-bowl');
    const path = `/api/store/v1/carts/${crypto.randomUUID()}/lines?${market}`;
    const answer = await ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ variantId, quantity: 1 }),
    });
    expect(answer).toMatchObject({ status: 422, body: { code: 'bad_input' } });
    expect(JSON.stringify(answer.body)).toContain('Idempotency-Key');
  });

  it('[API-14] documents itself in OpenAPI 3.1, operation by operation', async () => {
    const documents = await Promise.all(
      ['store', 'admin'].map((part) => ask(`/api/${part}/v1/openapi.json`)),
    );
    for (const { status, body } of documents) {
      expect(status).toBe(200);
      expect(body.openapi).toBe('3.1.0');
    }
    const idsIn = (document: unknown) =>
      new Set(
        Object.values(
          (document as { paths: Record<string, Record<string, { operationId: string }>> }).paths,
        ).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId)),
      );
    const ids = (operations: readonly Operation[]) => new Set(operations.map(({ id }) => id));
    expect(idsIn(documents[0]?.body)).toEqual(ids(storeOperations(shop.engine)));
    expect(idsIn(documents[1]?.body)).toEqual(ids(admin));
    const text = JSON.stringify(documents[1]?.body);
    expect(text).toContain('ProductInput');
    expect(text).toContain('"bearer"');
  });

  it('[API-15] answers as its document says', async () => {
    const [product, category] = [
      await shop.productId('stoneware-mug'),
      (await shop.engine.catalog.categoriesBySlug(shop.en, ['home']))[0]!.id,
    ];
    const [variant] = await shop.variantIds('desk-lamp');
    const cartId = crypto.randomUUID();
    await send(`/api/store/v1/carts/${cartId}/lines?${market}`, { variantId: variant, quantity: 2 });
    const queries: Readonly<Record<string, string>> = {
      getProducts: `&id=${product}&id=nobody&prices=1`,
      getProductCards: `&id=${product}`,
      getCategories: `&id=${category}`,
      getCategoryTree: '',
      getVariantPrices: `&id=${variant}`,
      getProductPrices: `&id=${product}&id=nobody`,
      getAvailability: `&id=${variant}`,
      getStoreAvailability: `&id=${variant}`,
      getDeliveryWays: `&id=${product}`,
      searchProducts: '&text=lamp&filter=brand:cafe-nord&priceFrom=1&page=1',
      listProducts: '&facets=0&pageSize=2',
      suggest: '&prefix=st',
      getCart: '',
      getCheckout: '',
      listLoyaltyProgrammes: '',
      listRecommendations: '&kind=new',
    };
    // What is somebody's own has tests of its own.
    const reads = storeOperations(shop.engine).filter(
      ({ method, path }) => method === 'get' && !path.startsWith('/my/'),
    );
    expect(new Set(Object.keys(queries))).toEqual(new Set(reads.map(({ id }) => id)));
    for (const { id, path, answer } of reads) {
      const url = `/api/store/v1${path.replace('{cartId}', cartId)}?${market}${queries[id]}`;
      const { status, body } = await ask(url);
      expect({ id, status }).toEqual({ id, status: 200 });
      expect(answer.safeParse(body).error?.issues, id).toBeUndefined();
    }
  });

  it('[API-23] a list and a product with prices say what the single questions say', async () => {
    const store = (path: string) => ask(`/api/store/v1${path}`);
    const { body: list } = await store(`/product-lists?${market}&facets=0&sort=price-asc&pageSize=3`);
    const { body: found } = await store(`/search?${market}&facets=0&sort=price-asc&pageSize=3`);
    expect(list.found).toEqual(found);
    const ids = (found.productIds as string[]).map((id) => `id=${id}`).join('&');
    expect(list.cards).toEqual((await store(`/product-cards?${market}&${ids}`)).body.items);
    expect(list.prices).toEqual((await store(`/product-prices?${market}&${ids}`)).body.items);
    const { body: products } = await store(`/products?${market}&slug=desk-lamp&slug=nothing&prices=1`);
    expect(products.items).toEqual(
      (await store(`/products?${market}&slug=desk-lamp&slug=nothing`)).body.items,
    );
    const variants = (await shop.variantIds('desk-lamp')).map((id) => `id=${id}`).join('&');
    expect(products.variantPrices).toEqual((await store(`/variant-prices?${market}&${variants}`)).body.items);
  });

  it('[API-16] unknown addresses and methods are problems', async () => {
    const paths = ['/', '/api', '/api/store/v1/nothing', '/api/store/v2/search', '/api/admin/v1/'];
    const answers = await Promise.all(paths.map((path) => ask(path)));
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      paths.map(() => [404, 'no_such_route']),
    );
    expect(answers[0]?.headers.get('content-type')).toBe('application/problem+json');
    expect(await ask('/api/store/v1/search', { method: 'DELETE' })).toMatchObject({ status: 404 });
  });

  it('[API-17] what is not JSON, too large or another type is refused, and changes nothing', async () => {
    const cartId = crypto.randomUUID();
    const path = `/api/store/v1/carts/${cartId}/lines?${market}`;
    expect(await send(path, '{"variantId": ')).toMatchObject({
      status: 400,
      body: { code: 'malformed_json' },
    });
    const huge = { variantId: 'x'.repeat(MEGABYTE), quantity: 1 };
    expect(await send(path, huge)).toMatchObject({ status: 413, body: { code: 'body_too_large' } });
    const form = await send(path, 'variantId=x', { 'content-type': 'application/x-www-form-urlencoded' });
    expect(form).toMatchObject({ status: 415, body: { code: 'unsupported_media_type' } });
    const wrong = await send(path, { variantId: 7, quantity: 'many', total: 1 });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'bad_input' } });
    expect((wrong.body.errors as { path: string }[]).map((error) => error.path)).toContain('json.quantity');
    const absurd = await send(path.replace(cartId, 'not-a-uuid'), { variantId: 'x', quantity: 1 });
    expect(absurd).toMatchObject({ status: 422, body: { code: 'bad_input' } });
    expect(await ask(`/api/store/v1/carts/${cartId}?${market}`)).toMatchObject({ body: { cart: null } });
  });

  it('[API-17] imports may be large, up to 20 MB', async () => {
    const authorization = `Bearer ${await tokenFor(['catalog.write', 'pricing.write', 'inventory.write'])}`;
    const product = (size: number) => ({
      handle: 'long-story',
      name: { en: 'Long story' },
      description: { en: '<p>word</p>'.repeat(size) },
      variants: [testVariant({}, { EUR: 1 }, 1)],
    });
    const path = '/api/admin/v1/product-imports';
    const large = await send(path, { products: [product(200_000)] }, { authorization });
    expect(large).toMatchObject({ status: 200, body: { outcomes: [{ kind: 'refused' }] } });
    const larger = await send(path, { products: [product(2_100_000)] }, { authorization });
    expect(larger).toMatchObject({ status: 413, body: { code: 'body_too_large' } });
  });

  it('[API-18] malformed queries name what was expected', async () => {
    const answer = await ask('/api/store/v1/search?channel=online&currency=euro&priceFrom=abc&sort=best');
    expect(answer).toMatchObject({ status: 422, body: { code: 'bad_input', status: 422 } });
    const paths = (answer.body.errors as { path: string }[]).map((error) => error.path);
    expect(new Set(paths)).toEqual(
      new Set(['query.currency', 'query.locale', 'query.priceFrom', 'query.sort']),
    );
    const many = Array.from({ length: 101 }, () => 'id=x').join('&');
    expect(await ask(`/api/store/v1/availability?${market}&${many}`)).toMatchObject({ status: 422 });
    expect(await ask('/api/store/v1/availability?channel=nowhere&locale=en&currency=EUR&id=x')).toMatchObject(
      { status: 404, body: { code: 'unknown_channel' } },
    );
  });

  it('[API-19] a fault of ours tells the caller nothing', async () => {
    const broken = createCommerceApi(
      {
        ...shop.engine,
        search: { ...shop.engine.search, search: () => Promise.reject(new Error('password=hunter2')) },
      },
      { onFault: (error) => faults.push(error) },
    );
    const response = await broken.request(`/api/store/v1/search?${market}`);
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(JSON.parse(text)).toMatchObject({ code: 'internal' });
    expect(text).not.toContain('hunter2');
    expect(faults).toHaveLength(1);
  });

  it('[API-20] shoppers cannot choose their customer group', async () => {
    const answer = await ask(`/api/store/v1/search?${market}&customerGroup=staff`);
    expect(answer.status).toBe(200);
    const groups = await database.execute('select distinct customer_group from search_market');
    expect(groups.rows).toEqual([{ customer_group: 'anyone' }]);
  });
});
