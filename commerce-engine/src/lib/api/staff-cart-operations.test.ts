import type { OpenAPIHono } from '@hono/zod-openapi';
import { openTestDatabase, type TestDatabase } from '@vitrine/database/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openPayingShop, type PayingShop } from '../testing/paying-shop.ts';
import { createCommerceApi } from './commerce-api.ts';
import { storeOperations } from './store-operations.ts';

describe('prices and discounts by hand, across HTTP', () => {
  let database: TestDatabase;
  let shop: PayingShop;
  let app: OpenAPIHono;
  let token: string;
  let filler: string;
  let chair: string;
  const faults: unknown[] = [];
  const market = 'channel=online&locale=en&currency=EUR';

  beforeAll(async () => {
    database = await openTestDatabase({ migrations: [commerceMigrations], engine: 'pglite' });
    shop = await openPayingShop(database);
    app = createCommerceApi(shop.engine, { onFault: (error) => faults.push(error) });
    const make = async (capabilities: ('orders.write' | 'discounts.give')[]) =>
      (await shop.engine.identity.createApiToken(shop.command(), { name: 'calls', capabilities })).token;
    token = await make(['orders.write', 'discounts.give']);
    filler = await make(['orders.write']);
    chair = await shop.product(100, 10_000);
  });
  afterAll(() => database.close());

  async function ask(method: string, path: string, body?: unknown, bearer?: string) {
    const response = await app.request(`/api${path}`, {
      method,
      headers: {
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
        ...(method !== 'GET' && { 'idempotency-key': crypto.randomUUID() }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    // biome-ignore lint/suspicious/noExplicitAny: what is asserted says what is in it
    return { status: response.status, body: (await response.json()) as any };
  }
  const admin = (method: string, path: string, body?: unknown, bearer = token) =>
    ask(method, `/admin/v1${path}`, body, bearer);

  test('[STAFFCART-2] [STAFFCART-7] a cart is opened, filled, given something, and placed', async () => {
    const cartId = crypto.randomUUID();
    const opened = { cartId, channel: 'online', locale: 'en', currency: 'EUR' };
    expect(await ask('POST', '/admin/v1/carts', opened)).toMatchObject({ status: 401 });
    expect(await admin('POST', '/carts', opened)).toMatchObject({ status: 200, body: { kind: 'opened' } });
    const added = await admin('POST', `/carts/${cartId}/lines`, { variantId: chair, quantity: 2 });
    const { lineId } = added.body.cart.lines[0];
    const given = { price: 9_500, reason: 'agreed' };
    expect(await admin('POST', `/carts/${cartId}/lines/${lineId}/by-hand`, given, filler)).toMatchObject({
      status: 403,
    });
    expect(await admin('POST', `/carts/${cartId}/lines/${lineId}/by-hand`, { price: 1 })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'reason' }] },
    });
    expect(await admin('POST', `/carts/${cartId}/lines/${lineId}/by-hand`, given)).toMatchObject({
      body: { kind: 'changed', cart: { cart: { total: { amount: 19_000 } }, limit: 1_000 } },
    });
    const half = { discount: { kind: 'percent', basisPoints: 5_000 }, reason: 'goodwill' };
    expect(await admin('POST', `/carts/${cartId}/by-hand`, half)).toMatchObject({
      body: { kind: 'beyond-limit', limit: 1_000 },
    });
    const patch = {
      contact: { email: 'ada@example.com' },
      address: { name: 'Ada', street: 'Weg 1', postalCode: '24103', city: 'Kiel', country: 'DE' },
      delivery: { methodId: 'parcel' },
      terms: true,
    };
    const filled = await admin('PATCH', `/carts/${cartId}/checkout`, patch);
    const { id: checkoutId, seen } = filled.body.checkout;
    const order = await admin('POST', `/carts/${cartId}/orders`, {
      checkoutId,
      seen,
      method: 'bank-transfer',
    });
    expect(order).toMatchObject({ status: 200, body: { kind: 'placed' } });
    expect(await admin('GET', `/carts/${cartId}`)).toMatchObject({ body: { cart: null } });
    expect(faults).toEqual([]);
  });

  test('[CART-35] no shopper can set a price or a discount, whatever they send', async () => {
    const names = [
      'price',
      'unitPrice',
      'discount',
      'byHand',
      'by_hand',
      'manual',
      'manualTotal',
      'basisPoints',
    ];
    const cartId = crypto.randomUUID();
    const lines = `/store/v1/carts/${cartId}/lines`;
    await ask('POST', `${lines}?${market}`, { variantId: chair, quantity: 1 });
    const cart = (await shop.engine.cart.get(shop.en, cartId))!;
    const changes = [
      ['POST', `${lines}?${market}`, { variantId: chair, quantity: 1 }],
      ['PATCH', `${lines}/${cart.lines[0]!.id}?${market}`, { quantity: 1 }],
      ['PATCH', `/store/v1/carts/${cartId}/checkout?${market}`, { terms: true }],
    ] as const;
    const value = fc.oneof(
      fc.integer({ min: 0, max: 100 }),
      fc.constant({ kind: 'percent', basisPoints: 10_000 }),
      fc.constant({ price: { amount: 0, currency: 'EUR' }, pieces: 99 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...changes),
        fc.constantFrom(...names),
        value,
        async (change, name, it) => {
          const [method, path, body] = change;
          expect(await ask(method, path, { ...body, [name]: it })).toMatchObject({ status: 422 });
        },
      ),
      { numRuns: 40 },
    );
    expect((await shop.engine.cart.get(shop.en, cartId))!.total).toMatchObject({ amount: 10_000 });
    const document = await ask('GET', '/store/v1/openapi.json');
    const asked = JSON.stringify(
      Object.values(document.body.paths).flatMap((path) =>
        Object.values(path as object).map(({ requestBody, parameters }) => ({ requestBody, parameters })),
      ),
    );
    for (const name of names) expect(asked).not.toContain(`"${name}"`);
    expect(storeOperations(shop.engine).filter(({ needs }) => needs === 'discounts.give')).toEqual([]);
  });
});
