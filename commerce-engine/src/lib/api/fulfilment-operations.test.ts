import type { OpenAPIHono } from '@hono/zod-openapi';
import { openTestDatabase, type TestDatabase } from '@vitrine/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openSellingShop, pickupAt, type SellingShop } from '../testing/selling-shop.ts';
import { createCommerceApi } from './commerce-api.ts';

describe('orders after they were placed, across HTTP', () => {
  let database: TestDatabase;
  let shop: SellingShop;
  let app: OpenAPIHono;
  let token: string;
  let reader: string;
  const faults: unknown[] = [];

  beforeAll(async () => {
    database = await openTestDatabase({ migrations: [commerceMigrations], engine: 'pglite' });
    shop = await openSellingShop(database);
    app = createCommerceApi(shop.engine, { onFault: (error) => faults.push(error) });
    const make = async (capabilities: ('orders.read' | 'orders.write' | 'settings.write')[]) =>
      (await shop.engine.identity.createApiToken(shop.command(), { name: 'till', capabilities })).token;
    token = await make(['orders.read', 'orders.write', 'settings.write']);
    reader = await make(['orders.read']);
  });
  afterAll(() => database.close());

  async function ask(method: 'GET' | 'POST', path: string, body?: unknown, bearer = token) {
    const response = await app.request(`/api/admin/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${bearer}`,
        ...(method === 'POST' && { 'idempotency-key': crypto.randomUUID() }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  test('[FUL-1] [FUL-11] [ORDER-7] sent, printed, and the rest cancelled', async () => {
    const order = await shop.order([{ variantId: await shop.product(5), quantity: 3 }]);
    const lines = [{ lineId: order.lines[0]!.id, quantity: 1 }];
    const shipping = { lines, locationId: 'warehouse', carrier: 'DHL' };
    expect(await ask('POST', `/orders/${order.id}/shipments`, shipping, reader)).toMatchObject({
      status: 403,
    });
    const shipped = await ask('POST', `/orders/${order.id}/shipments`, shipping);
    expect(shipped).toMatchObject({ status: 200, body: { kind: 'shipped', shipment: { carrier: 'DHL' } } });
    const listed = await ask('GET', `/orders/${order.id}/shipments`, undefined, reader);
    const [shipment] = listed.body.shipments as { id: string }[];
    const slip = await ask('GET', `/shipments/${shipment!.id}/documents/packing-slip?locale=de`);
    expect(slip.body.html).toContain('Lieferschein');
    expect(await ask('GET', `/shipments/${shipment!.id}/documents/pickup-note`)).toMatchObject({
      body: { html: null },
    });
    const cancelled = await ask('POST', `/orders/${order.id}/cancellations`, { reason: 'enough' });
    expect(cancelled).toMatchObject({
      body: { kind: 'cancelled', state: 'placed', amount: { amount: 2000 } },
    });
    expect(await ask('POST', `/orders/${order.id}/shipments`, shipping)).toMatchObject({
      status: 200,
      body: { kind: 'too-many', open: 0 },
    });
    expect(faults).toEqual([]);
  });

  test('[FUL-6] [FUL-7] [FUL-10] ready, rejected, handed over', async () => {
    const variantId = await shop.product(1);
    await shop.stock(variantId, 'store-harbour', 1);
    const order = await shop.order([{ variantId, quantity: 1 }], { patch: pickupAt('store-harbour') });
    const lines = [{ lineId: order.lines[0]!.id, quantity: 1 }];
    const place = { lines, locationId: 'store-harbour' };
    const rejected = await ask('POST', `/orders/${order.id}/fulfilment-rejections`, {
      ...place,
      reason: 'not found',
    });
    expect(rejected.body).toMatchObject({ kind: 'nowhere-else' });
    const ready = await ask('POST', `/orders/${order.id}/pickups`, place);
    const { shipment, code } = ready.body as { shipment: { id: string }; code: string };
    const handedOver = await ask('POST', `/orders/${order.id}/pickups/${shipment.id}/hand-overs`, { code });
    expect(handedOver.body).toMatchObject({ kind: 'handed-over', shipment: { state: 'handed-over' } });
    expect(await ask('POST', '/fulfilment-senders', { senders: [{ locationId: 'x', ships: true }] })).toEqual(
      { status: 200, body: { set: true } },
    );
  });

  test('[PAY-9] [RET-2] [RET-9] paid by transfer, returned step by step and at a till', async () => {
    const order = await shop.order([{ variantId: await shop.product(5), quantity: 3 }], {
      token: 'transfer',
    });
    const lineId = order.lines[0]!.id;
    const paid = await ask('POST', `/payments/${order.payments[0]!.id}/receipts`, { note: 'statement 7' });
    expect(paid.body).toMatchObject({ kind: 'marked', amount: { amount: 3490 } });
    await ask('POST', `/orders/${order.id}/shipments`, {
      lines: [{ lineId, quantity: 3 }],
      locationId: 'warehouse',
    });
    const wanted = { lines: [{ lineId, quantity: 1, reason: 'damaged' }] };
    const asked = await ask('POST', `/orders/${order.id}/returns`, wanted);
    const { id } = asked.body.return as { id: string };
    await ask('POST', `/returns/${id}/approvals`);
    const inspection = { locationId: 'store-north', lines: [{ lineId, damaged: 1 }] };
    expect((await ask('POST', `/returns/${id}/receipts`, inspection)).body).toMatchObject({ kind: 'done' });
    expect((await ask('POST', `/returns/${id}/refunds`, { fee: 100 })).body).toMatchObject({
      return: { state: 'refunded', refund: { amount: 900 } },
    });
    const second = await ask('POST', `/orders/${order.id}/returns`, wanted);
    const { id: other } = second.body.return as { id: string };
    expect((await ask('POST', `/returns/${other}/rejections`, { answer: 'worn' })).body).toMatchObject({
      return: { state: 'rejected' },
    });
    expect((await ask('POST', `/returns/${other}/cancellations`)).body).toMatchObject({ kind: 'not-now' });
    const counter = await ask('POST', '/counter-returns', {
      orderNumber: order.number,
      locationId: 'store-harbour',
      lines: [{ lineId, quantity: 1, reason: 'other', condition: 'resellable' }],
    });
    expect(counter.body).toMatchObject({ kind: 'taken-back', return: { refund: { amount: 1000 } } });
    const listed = await ask('GET', `/returns?orderId=${order.id}`);
    expect(listed.body.returns).toHaveLength(3);
    const policy = { channel: 'online', tenders: { cash: ['original'] } };
    expect(await ask('POST', '/refund-policies', policy)).toMatchObject({ body: { set: true } });
    expect(faults).toEqual([]);
  });
});
