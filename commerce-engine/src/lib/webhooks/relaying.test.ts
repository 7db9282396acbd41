import { openDatabase } from '@vitrine/database';
import { describeOnEachEngine } from '@vitrine/database/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openWebhookShop, type WebhookShop } from './testing/webhook-shop.ts';

describeOnEachEngine('relaying events', { migrations: [commerceMigrations] }, (open) => {
  let shop: WebhookShop;

  beforeAll(async () => {
    shop = await openWebhookShop(open());
  });
  beforeEach(() => shop.begin());
  afterEach(() => shop.end());
  afterAll(() => shop.receiver.close());

  test('[HOOK-1] an endpoint gets the kinds it asked for, or all public ones', async () => {
    await shop.make('/paid');
    await shop.make('/all', 'all');
    await shop.tell('a', 'cart.changed');
    await shop.tell('b', 'order.refunded');
    await shop.tell('c');
    await shop.relayAndDeliver();
    const seen = shop.receiver.received.map(({ path, body }) => `${path} ${JSON.parse(body).type}`);
    expect(seen.toSorted((a, b) => a.localeCompare(b))).toEqual([
      '/all order.paid',
      '/all order.refunded',
      '/paid order.paid',
    ]);
    const wrong = { url: 'https://example.com/', kinds: ['cart.changed'] };
    await expect(shop.webhooks.saveEndpoint(shop.command(), wrong)).rejects.toThrow(
      'public kinds of events, not "cart.changed"',
    );
  });

  test('[HOOK-6] one endpoint gets events in commit order', async () => {
    await shop.make();
    const orders = Array.from({ length: 40 }, (_, at) => `order-${at}`);
    await shop.tellAll(orders.slice(0, 20));
    await shop.relayAll();
    await shop.tellAll(orders.slice(20));
    await shop.relayAll();
    const both = await Promise.all([shop.webhooks.deliver(), shop.webhooks.deliver()]);
    expect(both.map(({ taken }) => taken).sort((a, b) => a - b)).toEqual([0, 40]);
    expect(shop.told()).toEqual(orders);
  });

  test('[HOOK-5] two processes that relay and deliver at once send each event once to each endpoint', async () => {
    const url = open().url;
    const second = url ? await openDatabase({ url, migrations: [commerceMigrations] }) : undefined;
    const other = shop.another(second ?? open());
    await shop.make('/one');
    await shop.make('/two');
    const orders = Array.from({ length: 60 }, (_, at) => `order-${at}`);
    for (let round = 0; round < 3; round += 1) {
      await Promise.all([
        shop.tellAll(orders.slice(round * 20, round * 20 + 20)),
        ...[shop.webhooks, other, shop.webhooks, other].map(async (each) => {
          await each.relay();
          await each.deliver();
        }),
      ]);
    }
    await shop.relayAll();
    await Promise.all([shop.webhooks, other].map((each) => each.deliver()));
    await shop.webhooks.deliver();
    await second?.close();
    const sent = shop.receiver.received.map(({ path, headers }) => `${path} ${headers['webhook-id']}`);
    expect(new Set(sent).size).toBe(120);
    expect(sent).toHaveLength(120);
    const ofOne = shop.receiver.received.filter(({ path }) => path === '/one');
    expect(ofOne.map(({ body }) => JSON.parse(body).data.orderId)).toEqual(orders);
  });

  test('[HOOK-4] a transaction that commits late with an earlier place is not skipped', async (context) => {
    if (!open().url) return context.skip('an embedded database has one connection');
    await shop.make();
    const { promise: gate, resolve: goOn } = Promise.withResolvers<void>();
    const { promise: written, resolve: hasWritten } = Promise.withResolvers<void>();
    const late = open().transaction(async (tx) => {
      await tx.execute(
        `insert into outbox_events (id, source, kind, payload, at)
         values (gen_random_uuid(), gen_random_uuid(), 'order.paid', '{"orderId":"late"}', now())`,
      );
      hasWritten();
      await gate;
    });
    await written;
    await shop.tell('early');
    expect(await shop.webhooks.relay()).toBe(0);
    goOn();
    await late;
    expect(await shop.relayAll()).toBe(2);
    await shop.webhooks.deliver();
    expect(shop.told()).toEqual(['late', 'early']);
  });

  test('[HOOK-6] a transaction that began first and came last is told last', async (context) => {
    if (!open().url) return context.skip('an embedded database has one connection');
    await shop.make();
    const { promise: gate, resolve: goOn } = Promise.withResolvers<void>();
    const { promise: begun, resolve: hasBegun } = Promise.withResolvers<void>();
    const first = open().transaction(async (tx) => {
      await tx.execute('select pg_current_xact_id()');
      hasBegun();
      await gate;
      await tx.emit({ kind: 'order.paid', payload: { orderId: 'came last' } });
    });
    await begun;
    await shop.tell('came first');
    goOn();
    await first;
    await shop.relayAndDeliver();
    expect(shop.told()).toEqual(['came first', 'came last']);
  });

  test('[HOOK-19] data from another server are relayed on, and nothing twice', async () => {
    const { endpoint } = await shop.make();
    await shop.tell('moved-1');
    await shop.relayAll();
    await open().execute(`update webhooks_position set xid = '9000000000000'`);
    await shop.tell('moved-2');
    const orders = async () => {
      const page = await shop.webhooks.deliveries(shop.actor, { endpointId: endpoint.id, limit: 200 });
      return page.deliveries.map(({ payload }) => payload.orderId);
    };
    // Nothing is news to a position ahead of the server, so what the passes bring is waited for.
    await expect
      .poll(async () => {
        await shop.webhooks.relay();
        return orders();
      })
      .toContain('moved-2');
    await shop.relayAll();
    expect((await orders()).filter((each) => each === 'moved-1')).toHaveLength(1);
  });
});
