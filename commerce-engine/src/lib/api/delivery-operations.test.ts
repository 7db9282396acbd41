import type { OpenAPIHono } from '@hono/zod-openapi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultTaxTables } from '../tax/default-tax-tables.ts';
import { openEmbeddedTestShop } from '../testing/embedded-test-shop.ts';
import { testVariant } from '../testing/filled-shop.ts';
import type { TestShop } from '../testing/test-shop.ts';
import { createCommerceApi } from './commerce-api.ts';

describe('delivery and tax across HTTP', () => {
  let shop: TestShop;
  let close: () => Promise<void>;
  let app: OpenAPIHono;
  let token: string;
  const faults: unknown[] = [];

  beforeAll(async () => {
    ({ shop, close } = await openEmbeddedTestShop());
    app = createCommerceApi(shop.engine, { onFault: (error) => faults.push(error) });
    const wanted = { name: 'import', capabilities: ['settings.write' as const] };
    ({ token } = await shop.engine.identity.createApiToken(shop.command(), wanted));
    await shop.engine.catalog.importProducts(shop.command(), [
      { handle: 'jar', name: { en: 'Jar' }, variants: [testVariant({}, { EUR: 1_500 }, 20)] },
    ]);
  });
  afterAll(() => close());

  const post = async (path: string, body: unknown, bearer?: string) => {
    const response = await app.request(`/api/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        ...(bearer && { authorization: `Bearer ${bearer}` }),
      },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  test('[DELIV-15] staff import methods, shoppers choose among them', async () => {
    const time = { minDays: 1, maxDays: 2, days: 'business' };
    const prices = [{ currency: 'EUR', tiers: [{ price: 490 }] }];
    const slots = { minLeadDays: 0, maxLeadDays: 1, interval: 30, capacity: 2 };
    const methods = [
      { id: 'standard', kind: 'ship', name: { en: 'Standard' }, zones: [{ country: 'DE' }], prices, time },
      { id: 'in-store', kind: 'pickup', name: { en: 'In store' }, prices, time, slots },
    ];
    expect(await post('admin/v1/delivery-method-imports', { methods }, token)).toEqual({
      status: 200,
      body: { outcomes: methods.map(({ id }) => ({ id, kind: 'created' })) },
    });
    const [product] = await shop.engine.catalog.productsBySlug(shop.en, ['jar']);
    const lines = [{ id: 'a', variantId: product!.variantIds[0], quantity: 1 }];
    const path = 'store/v1/delivery-options?channel=online&locale=en&currency=EUR';
    expect(await post(path, { place: { country: 'DE' }, subtotal: 1_500, lines })).toMatchObject({
      status: 200,
      body: {
        offered: [{ methodId: 'standard', price: { amount: 490, currency: 'EUR' } }],
        refused: [{ methodId: 'in-store', reason: 'no-store' }],
      },
    });
    const wrong = await post(path, { place: { country: 'Germany' }, subtotal: -1, lines: [] });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'bad_input' } });
    const asked = await post('store/v1/pickup-slots', { methodId: 'in-store', storeId: 'store-north' });
    expect((asked.body.slots as unknown[]).length).toBeGreaterThan(48);
    const none = await post('store/v1/pickup-slots', { methodId: 'standard', storeId: 'store-north' });
    expect(none.body).toEqual({ slots: null });
    expect(faults).toEqual([]);
  });

  const read = async (path: string) =>
    (
      await app.request(`/api/admin/v1/${path}`, { headers: { authorization: `Bearer ${token}` } })
    ).json() as Promise<Record<string, unknown>>;

  test('[TAX-18] staff import tax tables, set classes and channels', async () => {
    const imported = await post('admin/v1/tax-table-imports', defaultTaxTables, token);
    expect(imported).toMatchObject({ status: 200, body: { changed: 1, unchanged: 0 } });
    const products = [{ productId: 'jar', class: 'reduced' }];
    expect(await post('admin/v1/product-tax-classes', { products }, token)).toMatchObject({
      body: { changed: 1 },
    });
    const settings = { ...(await shop.engine.tax.settings('online')), channel: 'online', basedOn: 'origin' };
    expect(await post('admin/v1/channel-tax', settings, token)).toMatchObject({ body: { set: true } });
    const calendar = { channel: 'online', timeZone: 'Europe/Berlin', holidays: ['2026-12-25'] };
    expect(await post('admin/v1/channel-delivery', calendar, token)).toMatchObject({ body: { set: true } });
    const ways = { products: [{ productId: 'jar', ship: true, pickup: false, electronic: false }] };
    expect(await post('admin/v1/product-delivery', ways, token)).toMatchObject({ body: { changed: 1 } });
  });

  test('[TAX-29] [DELIV-17] [FUL-17] staff read taxes, clocks, methods and senders as they stand', async () => {
    const { rates } = await read('tax-tables');
    expect(rates).toContainEqual(expect.objectContaining({ zone: 'DE', class: 'standard', rate: '19' }));
    const channels = await shop.engine.stores.channels();
    const taxes = (await read('channel-tax')).channels;
    expect(taxes).toHaveLength(channels.length);
    expect(taxes).toContainEqual({ channel: 'harbour', ...(await shop.engine.tax.settings('harbour')) });
    expect(await read('channel-delivery')).toMatchObject({
      channels: [
        { channel: 'online', timeZone: 'Europe/Berlin', holidays: ['2026-12-25'] },
        { holidays: [] },
      ],
    });
    expect(await read('delivery-methods')).toMatchObject({
      methods: [{ id: 'standard' }, { id: 'in-store' }],
    });
    await shop.engine.fulfilment.setSenders(shop.command(), [{ locationId: 'store-north', ships: false }]);
    expect(await read('fulfilment-senders')).toEqual({
      senders: [
        { locationId: 'warehouse', ships: true },
        { locationId: 'store-harbour', ships: true },
        { locationId: 'store-north', ships: false },
      ],
    });
    expect(faults).toEqual([]);
  });
});
