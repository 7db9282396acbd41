import type { OpenAPIHono } from '@hono/zod-openapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Capability } from '../identity/identity.views.ts';
import { percent, simple } from '../promotions/promotion-fixtures.ts';
import { openEmbeddedTestShop } from '../testing/embedded-test-shop.ts';
import type { TestShop } from '../testing/test-shop.ts';
import { createCommerceApi } from './commerce-api.ts';
import { promotionAdminOperations } from './promotion-operations.ts';

describe('promotions over HTTP', () => {
  let shop: TestShop;
  let app: OpenAPIHono;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ shop, close } = await openEmbeddedTestShop());
    app = createCommerceApi(shop.engine, { onFault: (error) => console.error(error) });
  });
  afterAll(() => close());

  const tokenFor = async (...capabilities: Capability[]) =>
    (await shop.engine.identity.createApiToken(shop.command(), { name: 'test', capabilities })).token;
  const ask = async (token: string, path: string, body?: unknown, method = body ? 'POST' : 'GET') => {
    const response = await app.request(`/api/admin/v1${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        authorization: `Bearer ${token}`,
      },
      body: body ? JSON.stringify(body) : undefined,
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  it('[PROMO-37] every operation needs `promotions.write`', async () => {
    const token = await tokenFor('pricing.write', 'catalog.write');
    const answers = await Promise.all(
      promotionAdminOperations(shop.engine).map(({ path, method }) =>
        ask(token, path.replace('{id}', 'x'), method === 'get' ? undefined : {}, method.toUpperCase()),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403));
  });

  it('[PROMO-29] a promotion with a coupon is made, enabled, listed and disabled', async () => {
    const token = await tokenFor('promotions.write');
    const spring = { ...simple('spring', percent(10), { coupon: true }), name: { en: 'Spring' } };
    expect((await ask(token, '/promotions', spring)).body).toEqual({ kind: 'saved' });
    expect((await ask(token, '/coupons', { id: 'spring', promotionId: 'spring', limit: 9 })).body).toEqual({
      kind: 'saved',
    });
    expect((await ask(token, '/coupons/spring/codes', { codes: [{ code: 'MAY' }] })).body).toEqual({
      kind: 'added',
      added: 1,
      taken: [],
    });
    expect((await ask(token, '/promotions/spring/enable', undefined, 'POST')).body).toEqual({
      kind: 'enabled',
    });
    expect((await ask(token, '/promotions')).body).toMatchObject({
      promotions: [{ id: 'spring', enabled: true }],
    });
    expect((await ask(token, '/promotions/spring')).body).toMatchObject({ promotion: { coupon: true } });
    expect((await ask(token, '/promotions/nobody')).body).toEqual({ promotion: null });
    expect((await ask(token, '/coupons')).body).toMatchObject({ coupons: [{ id: 'spring', codes: 1 }] });
    expect((await ask(token, '/coupons/spring/codes?limit=5')).body).toMatchObject({
      codes: [{ code: 'MAY' }],
    });
    const off = { codes: ['may'], enabled: false };
    expect((await ask(token, '/coupon-code-changes', off)).body).toEqual({ changed: 1 });
    expect((await ask(token, '/promotions/spring/disable', undefined, 'POST')).body).toEqual({
      kind: 'disabled',
    });
  });

  it('[PROMO-31] settings are read and changed', async () => {
    const token = await tokenFor('promotions.write');
    const { body } = await ask(token, '/promotion-settings');
    expect((await ask(token, '/promotion-settings', { ...body, manual: 'compounds' })).body).toEqual({
      set: true,
    });
    expect((await ask(token, '/promotion-settings')).body).toMatchObject({ manual: 'compounds' });
  });
});
