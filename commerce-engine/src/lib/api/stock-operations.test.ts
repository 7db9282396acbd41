import type { OpenAPIHono } from '@hono/zod-openapi';
import { openTestDatabase, type TestDatabase } from '@vitrine/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Capability } from '../identity/identity.views.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openSellingShop, type SellingShop } from '../testing/selling-shop.ts';
import { createCommerceApi } from './commerce-api.ts';

interface Row {
  readonly variantId: string;
  readonly sku: string;
  readonly preorder?: { readonly shipsFrom: string; readonly limit?: number; readonly preordered: number };
  readonly levels: readonly {
    readonly locationId: string;
    readonly onHand: number;
    readonly available: number;
  }[];
}

describe('stock, across HTTP', () => {
  let database: TestDatabase;
  let shop: SellingShop;
  let app: OpenAPIHono;
  let token: string;

  const tokenWith = async (capabilities: Capability[]) =>
    (await shop.engine.identity.createApiToken(shop.command(), { name: 'stock', capabilities })).token;

  beforeAll(async () => {
    database = await openTestDatabase({ migrations: [commerceMigrations], engine: 'pglite' });
    shop = await openSellingShop(database);
    app = createCommerceApi(shop.engine);
    token = await tokenWith(['catalog.read', 'inventory.write']);
  });
  afterAll(() => database.close());

  async function ask<Body>(path: string, body?: unknown, bearer = token) {
    const response = await app.request(`/api/admin/v1${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${bearer}`,
        ...(body !== undefined && {
          'idempotency-key': crypto.randomUUID(),
          'content-type': 'application/json',
        }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Body };
  }

  test('[INV-13] received, promised, written off and transferred: levels are what the ledger sums to', async () => {
    const variantId = await shop.product(0);
    const at = { variantId, locationId: 'warehouse' };
    const came = { ...at, quantity: 10, reason: 'delivery', reference: 'LS 88' };
    expect((await ask('/stock-adjustments', came)).body).toMatchObject({ kind: 'changed', onHand: 10 });
    await shop.order([{ variantId, quantity: 3 }]);
    const gone = { ...at, quantity: -8, reason: 'damaged' };
    expect((await ask('/stock-adjustments', gone)).body).toEqual({ kind: 'not-enough', free: 7 });
    const moved = { variantId, from: 'warehouse', to: 'store-harbour', quantity: 2 };
    expect((await ask('/stock-transfers', moved)).body).toMatchObject({ kind: 'changed', onHand: 8 });
    expect((await ask('/stock-transfers', { ...moved, to: 'warehouse' })).status).toBe(422);
    expect((await ask('/stock-policies', { variantId, buffers: { warehouse: 1 } })).status).toBe(200);

    const { variant } = (await ask<{ variant: Row }>(`/stock/${variantId}`)).body;
    expect(variant.levels.find(({ locationId }) => locationId === 'warehouse')).toEqual({
      locationId: 'warehouse',
      onHand: 8,
      reserved: 3,
      buffer: 1,
      available: 4,
    });
    interface Ledger {
      readonly movements: readonly { id: string; onHand: number; locationId: string; reference?: string }[];
      readonly next?: string;
    }
    const ledger: Ledger['movements'][number][] = [];
    let next: string | undefined;
    do {
      const query = new URLSearchParams({ limit: '2', ...(next !== undefined && { after: next }) });
      const page: Ledger = (await ask<Ledger>(`/stock/${variantId}/movements?${query}`)).body;
      ledger.push(...page.movements);
      next = page.next;
    } while (next !== undefined);
    const ids = ledger.map(({ id }) => Number(id));
    expect(ids).toEqual(ids.toSorted((a, b) => b - a));
    expect(ledger.find(({ reference }) => reference === 'LS 88')).toMatchObject({ onHand: 10 });
    const sumAt = (place: string) =>
      ledger.filter(({ locationId }) => locationId === place).reduce((sum, { onHand }) => sum + onHand, 0);
    expect([sumAt('warehouse'), sumAt('store-harbour')]).toEqual([8, 2]);
  });

  test('[INV-13] everything on sale is listed once, page by page, and found by its number', async () => {
    for (const pieces of [0, 50, 50, 50]) await shop.product(pieces);
    const all: string[] = [];
    let next: string | undefined;
    do {
      const query = new URLSearchParams({ limit: '2', ...(next !== undefined && { after: next }) });
      const page = (await ask<{ variants: Row[]; next?: string }>(`/stock?${query}`)).body;
      all.push(...page.variants.map(({ sku }) => sku));
      next = page.next;
    } while (next !== undefined);
    expect(new Set(all).size).toBe(all.length);
    const whole = (await ask<{ variants: Row[] }>('/stock?limit=99')).body.variants;
    expect(all).toEqual(whole.map(({ sku }) => sku));
    expect(all.length).toBeGreaterThan(4);
    const one = (await ask<{ variants: Row[] }>(`/stock?q=${all[0]}`)).body.variants;
    expect(one.map(({ sku }) => sku)).toContain(all[0]);
    const low = (await ask<{ variants: Row[] }>('/stock?low=yes')).body.variants;
    expect(low.length).toBeGreaterThan(0);
    expect(low.flatMap(({ levels }) => levels).every(({ available }) => available <= 5)).toBe(true);
  });

  test('[PRE-8] what is on preorder is set, listed by its day, and told with how many are promised', async () => {
    const [later, sooner] = [await shop.product(0), await shop.product(0)];
    const set = (variantId: string, preorder: unknown) => ask('/stock-policies', { variantId, preorder });
    expect((await set(later, { shipsFrom: '2027-03-01', limit: 9 })).status).toBe(200);
    expect((await set(sooner, { shipsFrom: '2027-02-01' })).status).toBe(200);
    expect((await set(sooner, { shipsFrom: '1 February' })).status).toBe(422);
    expect((await set(sooner, { shipsFrom: '2027-02-01', limit: -1 })).status).toBe(422);
    await shop.order([{ variantId: later, quantity: 4 }]);
    const list = async () => (await ask<{ variants: Row[] }>('/stock?preorder=yes')).body.variants;
    expect((await list()).map(({ variantId, preorder }) => [variantId, preorder])).toEqual([
      [sooner, { shipsFrom: '2027-02-01', preordered: 0 }],
      [later, { shipsFrom: '2027-03-01', limit: 9, preordered: 4 }],
    ]);
    expect((await set(sooner, null)).status).toBe(200);
    expect((await list()).map(({ variantId }) => variantId)).toEqual([later]);
  });

  test('[INV-13] who may not look after stock learns nothing of it', async () => {
    const other = await tokenWith(['catalog.read']);
    for (const path of ['/stock', '/stock/x', '/stock/x/movements'])
      expect((await ask(path, undefined, other)).status).toBe(403);
    expect((await ask('/stock-adjustments', {}, other)).status).toBe(403);
  });

  test('[OFFICE-5] a place tells by which clock its times are, when that is known', async () => {
    const { stores } = shop.engine;
    const [first, second] = await stores.locations();
    const address = { street: 'Quay 3', postalCode: 'EH6 6QU', city: 'Leith', country: 'GB' };
    await stores.importLocations(shop.command(), [{ ...first!, address }]);
    const { body } = await ask<{ locations: readonly { id: string; timeZone?: string }[] }>('/locations');
    const zoneOf = (id: string) => body.locations.find((place) => place.id === id)!.timeZone;
    expect(zoneOf(first!.id)).toBe('Europe/London');
    expect(zoneOf(second!.id)).toBeUndefined();
  });
});
