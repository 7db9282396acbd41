import type { OpenAPIHono } from '@hono/zod-openapi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCommerceApi } from '../api/commerce-api.ts';
import { openEmbeddedTestShop } from '../testing/embedded-test-shop.ts';
import type { TestShop } from '../testing/test-shop.ts';
import { EVENT_CATALOGUE, PUBLIC_KINDS } from './event-catalogue.ts';

describe('webhooks across HTTP', () => {
  let shop: TestShop;
  let close: () => Promise<void>;
  let app: OpenAPIHono;
  let token: string;
  const faults: unknown[] = [];

  beforeAll(async () => {
    ({ shop, close } = await openEmbeddedTestShop());
    app = createCommerceApi(shop.engine, { onFault: (error) => faults.push(error) });
    const wanted = { name: 'erp', capabilities: ['webhooks.write' as const] };
    ({ token } = await shop.engine.identity.createApiToken(shop.command(), wanted));
  });
  afterAll(() => close());

  const ask = async (method: string, path: string, body?: unknown, bearer = token) => {
    const response = await app.request(`/api/admin/v1${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        authorization: `Bearer ${bearer}`,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  test('[HOOK-1] the admin document has every public kind as a webhook, and nothing that stays in the shop', async () => {
    const { body } = await ask('GET', '/openapi.json');
    const document = body as {
      webhooks: Record<string, { post: { requestBody: { content: Record<string, { schema: object }> } } }>;
    };
    expect(new Set(Object.keys(document.webhooks))).toEqual(new Set([...PUBLIC_KINDS, 'ping']));
    const { schema } = document.webhooks['order.placed']!.post.requestBody.content['application/json']!;
    expect(schema).toMatchObject({
      properties: { type: { enum: ['order.placed'] }, data: { required: ['orderId', 'number'] } },
    });
    const { body: listed } = await ask('GET', '/event-kinds');
    expect((listed.kinds as { kind: string }[]).map(({ kind }) => kind)).toEqual(PUBLIC_KINDS);
    expect((listed.kinds as { example: unknown }[])[0]?.example).toEqual(
      EVENT_CATALOGUE['product.changed'].example,
    );
  });

  test('[HOOK-15] staff make, see, rotate and remove endpoints; others are refused', async () => {
    const made = await ask('POST', '/webhook-endpoints', { url: 'https://example.com/hooks', kinds: 'all' });
    expect(made).toMatchObject({
      status: 200,
      body: { kind: 'created', secret: expect.stringMatching('^whsec_') },
    });
    const { id } = made.body.endpoint as { id: string };
    expect(await ask('GET', '/webhook-endpoints')).toMatchObject({
      body: { endpoints: [{ id, url: 'https://example.com/hooks', kinds: 'all', state: 'active' }] },
    });
    expect(await ask('GET', `/webhook-endpoints/${id}`)).toMatchObject({ body: { endpoint: { id } } });
    expect(await ask('POST', `/webhook-endpoints/${id}/secrets`)).toMatchObject({
      body: { kind: 'rotated' },
    });
    const range = { endpointId: id, from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' };
    expect(await ask('POST', '/webhook-replays', range)).toMatchObject({
      body: { kind: 'replayed', deliveries: 0 },
    });
    expect(await ask('GET', `/webhook-deliveries?endpointId=${id}&limit=10&state=due`)).toEqual({
      status: 200,
      body: { deliveries: [] },
    });
    expect(await ask('DELETE', `/webhook-endpoints/${id}`)).toMatchObject({ body: { removed: true } });
    expect(await ask('GET', `/webhook-endpoints/${id}`)).toMatchObject({ body: { endpoint: null } });
    const wrong = { url: 'http://127.0.0.1/', kinds: ['order.paid'] };
    expect(await ask('POST', '/webhook-endpoints', wrong)).toMatchObject({
      status: 422,
      body: { code: 'bad_input' },
    });
    const other = { name: 'other', capabilities: ['orders.read' as const] };
    const { token: weak } = await shop.engine.identity.createApiToken(shop.command(), other);
    expect(await ask('GET', '/webhook-deliveries', undefined, weak)).toMatchObject({ status: 403 });
    expect(await ask('GET', '/event-kinds', undefined, 'made-up')).toMatchObject({ status: 401 });
    expect(faults).toEqual([]);
  });
});
