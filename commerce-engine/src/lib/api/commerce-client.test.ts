import { describeOnEachEngine } from '@vitrine/database/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openPayingShop, type PayingShop } from '../testing/paying-shop.ts';
import { createCommerceApi } from './commerce-api.ts';
import { describeCommerceClient } from './commerce-client.contract.ts';
import type { CommerceClient } from './commerce-client.ts';
import { createHttpClient } from './http-client.ts';
import { createLocalClient } from './local-client.ts';
import { serveOnLoopback } from './serve-api.ts';

describeOnEachEngine('Local', { migrations: [commerceMigrations] }, (database) => {
  let shop: PayingShop;
  beforeAll(async () => {
    shop = await openPayingShop(database());
  });
  describeCommerceClient('The local client', () => ({
    client: createLocalClient(shop.engine),
    shop,
    asOwner: () => shop.command(),
    ofShopper: () => createLocalClient(shop.engine),
  }));

  it('[API-21] a local client of a moment reads prices as they are then, and all else as now', async () => {
    const hours = (count: number) => new Date(shop.now.getTime() + count * 60 * 60 * 1000);
    const [variantId = ''] = await shop.variantIds('wool-hat');
    const productId = await shop.productId('wool-hat');
    await shop.engine.pricing.scheduleSale(shop.command(), {
      name: 'tomorrow',
      from: hours(24).toISOString(),
      to: hours(48).toISOString(),
      prices: [{ variantId, price: { amount: 50, currency: 'EUR' } }],
    });
    const now = createLocalClient(shop.engine);
    const later = createLocalClient(shop.engine, { at: hours(30) });
    const prices = async ({ pricing }: CommerceClient) => [
      (await pricing.variantPrices(shop.en, [variantId]))[0]?.price.amount,
      (await pricing.productPrices(shop.en, [productId]))[0]?.onSale,
    ];
    expect(await prices(later)).toEqual([50, true]);
    expect(await prices(now)).not.toContain(50);
    expect(await later.search.search(shop.en, {})).toEqual(await now.search.search(shop.en, {}));
  });
});

describeOnEachEngine('HTTP', { migrations: [commerceMigrations] }, (database) => {
  let shop: PayingShop;
  let client: CommerceClient;
  let server: Awaited<ReturnType<typeof serveOnLoopback>>;
  beforeAll(async () => {
    shop = await openPayingShop(database());
    const capabilities = ['catalog.write', 'pricing.write', 'inventory.write'] as const;
    const input = { name: 'contract suite', capabilities: [...capabilities] };
    const { token } = await shop.engine.identity.createApiToken(shop.command(), input);
    server = await serveOnLoopback(createCommerceApi(shop.engine));
    client = createHttpClient({ url: server.url, token });
  });
  afterAll(() => server.close());
  describeCommerceClient('The HTTP client', () => ({
    client,
    shop,
    asOwner: () => shop.asGuest(),
    ofShopper: (token) => createHttpClient({ url: server.url, token }),
  }));
});
