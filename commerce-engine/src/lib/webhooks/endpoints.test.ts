import { describeOnEachEngine } from '@vitrine/database/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { isGenuine } from './testing/webhook-receiver.ts';
import { openWebhookShop, type WebhookShop } from './testing/webhook-shop.ts';

describeOnEachEngine('endpoints and their deliveries', { migrations: [commerceMigrations] }, (open) => {
  let shop: WebhookShop;

  beforeAll(async () => {
    shop = await openWebhookShop(open());
  });
  beforeEach(() => shop.begin());
  afterEach(() => shop.end());
  afterAll(() => shop.receiver.close());

  test('[HOOK-12] one delivery, or a time range with what was missed, is sent again', async () => {
    const { endpoint } = await shop.make();
    const from = new Date().toISOString();
    await shop.tellAll(['order-1', 'order-2']);
    await shop.relayAndDeliver();
    await shop.webhooks.saveEndpoint(shop.command(), { ...shop.inputOf(endpoint), state: 'disabled' });
    await shop.tell('missed');
    await shop.relayAndDeliver();
    await shop.webhooks.saveEndpoint(shop.command(), { ...shop.inputOf(endpoint), state: 'active' });
    const to = new Date(Date.now() + 1000).toISOString();
    expect(shop.told()).toEqual(['order-1', 'order-2']);
    const [, oldest] = await shop.list(endpoint);
    const one = { deliveryId: oldest!.id };
    expect(await shop.webhooks.replay(shop.command(), one)).toEqual({ kind: 'replayed', deliveries: 1 });
    await shop.webhooks.deliver();
    expect(shop.ids().at(-1)).toBe(shop.ids()[0]);
    const range = { endpointId: endpoint.id, from, to };
    expect(await shop.webhooks.replay(shop.command(), range)).toEqual({ kind: 'replayed', deliveries: 3 });
    shop.receiver.received.length = 0;
    await shop.webhooks.deliver();
    expect(shop.told()).toEqual(['order-1', 'order-2', 'missed']);
    const nobody = crypto.randomUUID();
    expect(await shop.webhooks.replay(shop.command(), { deliveryId: nobody })).toEqual({
      kind: 'unknown-delivery',
    });
    expect(await shop.webhooks.replay(shop.command(), { ...range, endpointId: nobody })).toEqual({
      kind: 'unknown-endpoint',
    });
  });

  test('[HOOK-13] a test sends a ping at once, also to a disabled endpoint, and only once', async () => {
    const { endpoint, secret: whsec } = await shop.make();
    await shop.webhooks.saveEndpoint(shop.command(), { ...shop.inputOf(endpoint), state: 'disabled' });
    const command = shop.command();
    const tested = await shop.webhooks.test(command, endpoint.id);
    expect(tested).toMatchObject({
      kind: 'tested',
      delivery: { kind: 'ping', state: 'done', lastStatus: 200 },
    });
    expect(await shop.webhooks.test(command, endpoint.id)).toEqual(tested);
    expect(shop.receiver.received).toHaveLength(1);
    expect(isGenuine(shop.receiver.received[0]!, whsec, shop.now)).toBe(true);
    shop.receiver.answers = [{ status: 410, text: 'no' }];
    expect(await shop.webhooks.test(shop.command(), endpoint.id)).toMatchObject({
      delivery: { state: 'dead', tries: 1, lastStatus: 410, lastAnswer: 'no' },
    });
    expect((await shop.again(endpoint)).reason).toBe('Disabled by hand.');
    expect(await shop.webhooks.test(shop.command(), crypto.randomUUID())).toEqual({
      kind: 'unknown-endpoint',
    });
  });

  test('[HOOK-14] pages neither repeat nor hide anything, whatever is made meanwhile', async () => {
    const { endpoint } = await shop.make();
    await shop.tellAll(['1', '2', '3', '4', '5']);
    await shop.relayAll();
    const ask = { endpointId: endpoint.id, limit: 2 };
    const first = await shop.webhooks.deliveries(shop.actor, ask);
    await shop.tell('6');
    await shop.relayAll();
    const second = await shop.webhooks.deliveries(shop.actor, { ...ask, cursor: first.next });
    const third = await shop.webhooks.deliveries(shop.actor, { ...ask, cursor: second.next });
    const seen = [first, second, third].flatMap(({ deliveries }) =>
      deliveries.map(({ payload }) => payload.orderId),
    );
    expect(seen).toEqual(['5', '4', '3', '2', '1']);
    expect(third.next).toBeUndefined();
    expect((await shop.webhooks.deliveries(shop.actor, { ...ask, state: 'done' })).deliveries).toEqual([]);
    await expect(shop.webhooks.deliveries(shop.actor, { cursor: 'bm9uZQ' })).rejects.toMatchObject({
      code: 'bad_input',
    });
  });

  test('[HOOK-15] strangers see and change nothing, and no secret is kept anywhere', async () => {
    const guest = { kind: 'guest' } as const;
    const command = { actor: guest, idempotencyKey: 'x' };
    const input = { url: shop.receiver.url, kinds: 'all' as const };
    await expect(shop.webhooks.endpoints(guest)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(shop.webhooks.deliveries(guest)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(shop.webhooks.saveEndpoint(command, input)).rejects.toMatchObject({ code: 'not_allowed' });
    const own = shop.command();
    const made = await shop.webhooks.saveEndpoint(own, input);
    expect(await shop.webhooks.saveEndpoint(own, input)).toEqual(made);
    if (made.kind !== 'created') throw new Error(made.kind);
    const rotated = await shop.webhooks.rotateSecret(shop.command(), made.endpoint.id);
    if (rotated.kind !== 'rotated') throw new Error(rotated.kind);
    const kept = await Promise.all(
      ['idempotency_answer', 'identity_audit', 'webhooks_endpoint', 'webhooks_delivery', 'outbox_events'].map(
        (table) => open().execute(`select to_jsonb(kept)::text as row from ${table} as kept`),
      ),
    );
    const text = JSON.stringify([kept, await shop.webhooks.endpoints(shop.actor)]);
    expect(text).not.toContain(made.secret.slice(6));
    expect(text).not.toContain(rotated.secret.slice(6));
    const { entries: audit } = await shop.engine.identity.auditLog(shop.actor, { subject: 'webhooks' });
    expect(audit[0]).toMatchObject({ action: 'webhooks.rotateSecret', actor: 'system:test' });
  });

  test('an endpoint is changed and removed with its deliveries', async () => {
    const { endpoint } = await shop.make();
    await shop.tell('order-1');
    await shop.relayAll();
    const input = {
      id: endpoint.id,
      url: `${shop.receiver.url}/moved`,
      kinds: 'all' as const,
      description: 'ERP',
    };
    expect(await shop.webhooks.saveEndpoint(shop.command(), input)).toMatchObject({
      kind: 'changed',
      endpoint: {
        id: endpoint.id,
        kinds: 'all',
        description: 'ERP',
        state: 'active',
        createdBy: 'system:test',
      },
    });
    await shop.webhooks.deliver();
    expect(shop.receiver.received.map(({ path }) => path)).toEqual(['/moved']);
    expect(await shop.webhooks.removeEndpoint(shop.command(), endpoint.id)).toEqual({ removed: true });
    expect(await shop.webhooks.removeEndpoint(shop.command(), endpoint.id)).toEqual({ removed: false });
    expect(await shop.webhooks.endpoints(shop.actor)).toEqual([]);
    expect(await shop.list(endpoint)).toEqual([]);
    expect(await shop.webhooks.saveEndpoint(shop.command(), input)).toEqual({ kind: 'unknown-endpoint' });
  });

  test('[HOOK-18] old deliveries are deleted, but for those still to be sent', async () => {
    const { endpoint } = await shop.make();
    shop.receiver.answers = [{ status: 200 }, { status: 500 }];
    await shop.tellAll(['order-1', 'order-2']);
    await shop.relayAndDeliver();
    const later = new Date(shop.now.getTime() + 1);
    expect(await shop.webhooks.keepHouse(shop.now)).toBe(0);
    expect(await shop.webhooks.keepHouse(later)).toBe(1);
    expect(await shop.list(endpoint)).toMatchObject([{ state: 'due' }]);
    await shop.webhooks.saveEndpoint(shop.command(), { ...shop.inputOf(endpoint), state: 'disabled' });
    expect(await shop.webhooks.keepHouse(later)).toBe(1);
  });
});
