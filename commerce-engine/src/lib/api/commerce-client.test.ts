import { describeOnEachEngine } from '@vitrine/database/testing';
import { afterAll, beforeAll } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { type FilledShop, openFilledShop } from '../testing/filled-shop.ts';
import { createCommerceApi } from './commerce-api.ts';
import { describeCommerceClient } from './commerce-client.contract.ts';
import type { CommerceClient } from './commerce-client.ts';
import { createHttpClient } from './http-client.ts';
import { createLocalClient } from './local-client.ts';
import { serveOnLoopback } from './serve-api.ts';

describeOnEachEngine('Local', { migrations: [commerceMigrations] }, (database) => {
  let shop: FilledShop;
  beforeAll(async () => {
    shop = await openFilledShop(database());
  });
  describeCommerceClient('The local client', () => ({
    client: createLocalClient(shop.engine),
    shop,
    asOwner: () => shop.command(),
  }));
});

describeOnEachEngine('HTTP', { migrations: [commerceMigrations] }, (database) => {
  let shop: FilledShop;
  let client: CommerceClient;
  let server: Awaited<ReturnType<typeof serveOnLoopback>>;
  beforeAll(async () => {
    shop = await openFilledShop(database());
    const capabilities = ['catalog.write', 'pricing.write', 'inventory.write'] as const;
    const input = { name: 'contract suite', capabilities: [...capabilities] };
    const { token } = await shop.engine.identity.createApiToken(shop.command(), input);
    server = await serveOnLoopback(createCommerceApi(shop.engine));
    client = createHttpClient({ url: server.url, token });
  });
  afterAll(() => server.close());
  describeCommerceClient('The HTTP client', () => ({ client, shop, asOwner: () => shop.asGuest() }));
});
