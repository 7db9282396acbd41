import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '@vitrine/database';
import { describeOnEachEngine } from '@vitrine/database/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createEngine } from '../engine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { crashingDatabase } from '../testing/crashing-database.ts';
import { openTestShop, type TestShop } from '../testing/test-shop.ts';
import { isGenuine, openWebhookReceiver, type WebhookReceiver } from './testing/webhook-receiver.ts';
import { createWebhooks, type Webhooks } from './webhooks.ts';
import type { EndpointView } from './webhooks.views.ts';

const secret = 'a secret for tests, 32 letters long';
const options = { allowPrivate: true, timeout: 300 };
const SECOND = 1000;
const HOUR = 3600 * SECOND;

describeOnEachEngine('webhooks', { migrations: [commerceMigrations] }, (open) => {
  let shop: TestShop;
  let webhooks: Webhooks;
  let receiver: WebhookReceiver;
  const actor = { kind: 'system', reason: 'test' } as const;

  beforeAll(async () => {
    receiver = await openWebhookReceiver();
    shop = await openTestShop(open(), (clock) =>
      createEngine({ database: open(), clock, secret, webhooks: options }),
    );
    ({ webhooks } = shop.engine);
  });
  beforeEach(async () => {
    await relayAll();
    receiver.reset();
  });
  afterEach(() => open().execute('delete from webhooks_endpoint'));
  afterAll(() => receiver.close());

  const travel = (milliseconds: number) => {
    shop.now = new Date(shop.now.getTime() + milliseconds);
  };
  const tell = (orderId: string, kind = 'order.paid') =>
    open().transaction((tx) => tx.emit({ kind, payload: { orderId } }));
  const tellAll = async (orderIds: readonly string[]) => {
    for (const orderId of orderIds) await tell(orderId);
  };
  const told = () =>
    receiver.received.map(({ body }) => (JSON.parse(body) as { data: { orderId: string } }).data.orderId);
  const ids = () => receiver.received.map(({ headers }) => headers['webhook-id']);
  const list = async (endpoint: EndpointView) =>
    (await webhooks.deliveries(actor, { endpointId: endpoint.id })).deliveries;
  const again = async ({ id }: EndpointView) => (await webhooks.endpoint(actor, id))!;

  async function make(path = '/hooks', kinds: 'all' | string[] = ['order.paid']) {
    const saved = await webhooks.saveEndpoint(shop.command(), { url: `${receiver.url}${path}`, kinds });
    if (saved.kind !== 'created') throw new Error(`Expected a new endpoint, got ${saved.kind}`);
    return saved;
  }

  /** On a server, transactions of other tests hold up the relay for moments. */
  async function relayAll(): Promise<number> {
    let made = 0;
    for (;;) {
      made += await webhooks.relay();
      const { rows } = await open().execute(
        'select 1 from outbox_events as event join webhooks_position as position on event.xid >= position.xid limit 1',
      );
      if (rows.length === 0) return made;
      await pause(20);
    }
  }

  async function relayAndDeliver() {
    await relayAll();
    return webhooks.deliver();
  }

  test('[HOOK-3] [HOOK-7] an endpoint gets a signed message with type, time and data', async () => {
    const { endpoint, secret: whsec } = await make();
    await tell('order-1');
    expect(await relayAndDeliver()).toEqual({ taken: 1, failed: 0 });
    const [message] = receiver.received;
    expect(message?.path).toBe('/hooks');
    expect(message?.headers['content-type']).toMatch('application/json');
    const [delivery] = await list(endpoint);
    expect(JSON.parse(message!.body)).toEqual({
      type: 'order.paid',
      timestamp: delivery!.at,
      data: { orderId: 'order-1' },
    });
    expect(isGenuine(message!, whsec, shop.now)).toBe(true);
    expect(isGenuine({ ...message!, body: `${message!.body} ` }, whsec, shop.now)).toBe(false);
    expect(isGenuine(message!, `whsec_${Buffer.alloc(32).toString('base64')}`, shop.now)).toBe(false);
    expect(delivery).toMatchObject({ state: 'done', tries: 1, lastStatus: 200, eventId: ids()[0] });
    expect(await webhooks.deliver()).toEqual({ taken: 0, failed: 0 });
  });

  test('[HOOK-1] an endpoint gets the kinds it asked for, or all public ones', async () => {
    await make('/paid');
    await make('/all', 'all');
    await tell('a', 'cart.changed');
    await tell('b', 'order.refunded');
    await tell('c');
    await relayAndDeliver();
    const seen = receiver.received.map(({ path, body }) => `${path} ${JSON.parse(body).type}`);
    expect(seen.sort()).toEqual(['/all order.paid', '/all order.refunded', '/paid order.paid']);
    const wrong = { url: 'https://example.com/', kinds: ['cart.changed'] };
    await expect(webhooks.saveEndpoint(shop.command(), wrong)).rejects.toThrow(
      'no public kind of event "cart.changed"',
    );
  });

  test('[HOOK-9] what was answered 500, late or not at all is tried again after growing pauses', async () => {
    const { endpoint } = await make();
    receiver.answers = [{ status: 500, text: 'x'.repeat(5000) }, { status: 0 }, { status: 301 }];
    await tell('order-1');
    expect(await relayAndDeliver()).toEqual({ taken: 0, failed: 1 });
    const [first] = await list(endpoint);
    const due = new Date(shop.now.getTime() + 5 * SECOND).toISOString();
    expect(first).toMatchObject({ state: 'due', tries: 1, lastStatus: 500, dueAt: due });
    expect(first?.lastAnswer).toBe('x'.repeat(1024));
    travel(4 * SECOND);
    expect(await webhooks.deliver()).toEqual({ taken: 0, failed: 0 });
    travel(SECOND);
    expect(await webhooks.deliver()).toEqual({ taken: 0, failed: 1 });
    const [second] = await list(endpoint);
    expect(second).toMatchObject({ tries: 2, lastAnswer: 'No answer came within 0.3 s.' });
    expect(second?.lastStatus).toBeUndefined();
    travel(60 * SECOND);
    await webhooks.deliver();
    travel(300 * SECOND);
    expect(await webhooks.deliver()).toEqual({ taken: 1, failed: 0 });
    expect(new Set(ids()).size).toBe(1);
    expect(receiver.received).toHaveLength(4);
    expect((await again(endpoint)).failingSince).toBeUndefined();
  });

  test('[HOOK-9] after ten tries a delivery is dead', async () => {
    const { endpoint } = await make();
    receiver.answers = Array.from({ length: 20 }, () => ({ status: 503 }));
    await tell('order-1');
    await relayAll();
    for (let day = 0; day < 12; day += 1) {
      await webhooks.deliver();
      travel(24 * HOUR);
    }
    expect(receiver.received).toHaveLength(10);
    expect(await list(endpoint)).toMatchObject([{ state: 'dead', tries: 10, lastStatus: 503 }]);
  });

  test('[HOOK-10] an endpoint that is gone is disabled at once, and others are told', async () => {
    await make('/watch', ['webhook.disabled']);
    const { endpoint } = await make();
    receiver.answers = [{ status: 410 }];
    await tellAll(['order-1', 'order-2']);
    await relayAndDeliver();
    expect(await again(endpoint)).toMatchObject({
      state: 'disabled',
      reason: expect.stringContaining('410'),
    });
    expect((await list(endpoint)).map(({ state }) => state)).toEqual(['due', 'dead']);
    await tell('order-3');
    await relayAndDeliver();
    expect(receiver.received.map(({ path }) => path)).toEqual(['/hooks', '/watch']);
    const audit = await shop.engine.identity.auditLog(actor, { subject: `webhooks:${endpoint.id}` });
    expect(audit).toMatchObject([{ action: 'webhooks.disabled', actor: 'system:webhooks' }]);
    await webhooks.saveEndpoint(shop.command(), { ...inputOf(endpoint), state: 'active' });
    expect((await again(endpoint)).reason).toBeUndefined();
    travel(SECOND);
    await webhooks.deliver();
    expect(told().at(-1)).toBe('order-2');
  });

  test('[HOOK-10] an endpoint that took nothing for five days is disabled', async () => {
    const { endpoint } = await make();
    receiver.answers = Array.from({ length: 20 }, () => ({ status: 404 }));
    await tell('order-1');
    await relayAndDeliver();
    travel(5 * 24 * HOUR - SECOND);
    await webhooks.deliver();
    expect((await again(endpoint)).state).toBe('active');
    travel(60 * SECOND);
    await webhooks.deliver();
    expect(await again(endpoint)).toMatchObject({
      state: 'disabled',
      reason: 'It took nothing for 5 days; at last: status 404',
    });
  });

  test('[HOOK-6] one endpoint gets events in commit order', async () => {
    await make();
    const orders = Array.from({ length: 40 }, (_, at) => `order-${at}`);
    await tellAll(orders.slice(0, 20));
    await relayAll();
    await tellAll(orders.slice(20));
    await relayAll();
    const both = await Promise.all([webhooks.deliver(), webhooks.deliver()]);
    expect(both.map(({ taken }) => taken).sort((a, b) => a - b)).toEqual([0, 40]);
    expect(told()).toEqual(orders);
  });

  test('[HOOK-6] [HOOK-11] what follows a failure comes before it, and slow endpoints hold nobody up', async () => {
    await make('/slow');
    await make('/quick');
    await tellAll(['order-1', 'order-2', 'order-3']);
    await relayAll();
    const answers = receiver.answers;
    // Whichever comes first, `/slow` is never answered the first time.
    receiver.before = async () => {
      const latest = receiver.received.at(-1)!;
      const isFirst = receiver.received.filter(({ path }) => path === '/slow').length === 1;
      if (latest.path === '/slow' && isFirst) await pause(600);
    };
    expect(answers).toEqual([]);
    expect(await webhooks.deliver()).toEqual({ taken: 3, failed: 1 });
    receiver.received.length = 0;
    receiver.before = async () => {};
    travel(SECOND);
    expect(await webhooks.deliver()).toEqual({ taken: 2, failed: 0 });
    travel(10 * SECOND);
    await webhooks.deliver();
    expect(told()).toEqual(['order-2', 'order-3', 'order-1']);
  });

  test('[HOOK-5] two processes that relay and deliver at once send each event once to each endpoint', async () => {
    const url = open().url;
    const second = url ? await openDatabase({ url, migrations: [commerceMigrations] }) : undefined;
    const other = createWebhooks({ database: second ?? open(), clock: () => shop.now, secret }, options);
    await make('/one');
    await make('/two');
    const orders = Array.from({ length: 60 }, (_, at) => `order-${at}`);
    for (let round = 0; round < 3; round += 1) {
      await Promise.all([
        tellAll(orders.slice(round * 20, round * 20 + 20)),
        ...[webhooks, other, webhooks, other].map(async (each) => {
          await each.relay();
          await each.deliver();
        }),
      ]);
    }
    await relayAll();
    await Promise.all([webhooks, other].map((each) => each.deliver()));
    await webhooks.deliver();
    await second?.close();
    const sent = receiver.received.map(({ path, headers }) => `${path} ${headers['webhook-id']}`);
    expect(new Set(sent).size).toBe(120);
    expect(sent).toHaveLength(120);
    const ofOne = receiver.received.filter(({ path }) => path === '/one');
    expect(ofOne.map(({ body }) => JSON.parse(body).data.orderId)).toEqual(orders);
  });

  test('[HOOK-8] a process that dies between sending and noting is made good with the same webhook-id', async () => {
    await make();
    await tell('order-1');
    await relayAll();
    const crashing = crashingDatabase(open(), 1);
    const dying = createWebhooks({ database: crashing.database, clock: () => shop.now, secret }, options);
    await expect(dying.deliver()).rejects.toThrow('killed at step 2');
    expect(receiver.received).toHaveLength(1);
    expect(await webhooks.deliver()).toEqual({ taken: 0, failed: 0 });
    travel(120 * SECOND);
    expect(await webhooks.deliver()).toEqual({ taken: 1, failed: 0 });
    const [first, second] = ids();
    expect(second).toBe(first);
  });

  test('[HOOK-8] whoever was away for longer than the lease notes nothing', async () => {
    const { endpoint } = await make();
    await tell('order-1');
    await relayAll();
    let once = true;
    receiver.before = async () => {
      if (!once) return;
      once = false;
      travel(121 * SECOND);
      await webhooks.deliver();
    };
    receiver.answers = [{ status: 500 }];
    await webhooks.deliver();
    expect(await list(endpoint)).toMatchObject([{ state: 'done', tries: 1, lastStatus: 200 }]);
  });

  test('[HOOK-4] a transaction that commits late with an earlier place is not skipped', async (context) => {
    if (!open().url) return context.skip('an embedded database has one connection');
    await make();
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
    await tell('early');
    expect(await webhooks.relay()).toBe(0);
    goOn();
    await late;
    expect(await relayAll()).toBe(2);
    await webhooks.deliver();
    expect(told()).toEqual(['late', 'early']);
  });

  test('[HOOK-6] a transaction that began first and came last is told last', async (context) => {
    if (!open().url) return context.skip('an embedded database has one connection');
    await make();
    const { promise: gate, resolve: goOn } = Promise.withResolvers<void>();
    const { promise: begun, resolve: hasBegun } = Promise.withResolvers<void>();
    const first = open().transaction(async (tx) => {
      await tx.execute('select pg_current_xact_id()');
      hasBegun();
      await gate;
      await tx.emit({ kind: 'order.paid', payload: { orderId: 'came last' } });
    });
    await begun;
    await tell('came first');
    goOn();
    await first;
    await relayAndDeliver();
    expect(told()).toEqual(['came first', 'came last']);
  });

  test('[HOOK-12] one delivery, or a time range with what was missed, is sent again', async () => {
    const { endpoint } = await make();
    const from = new Date().toISOString();
    await tellAll(['order-1', 'order-2']);
    await relayAndDeliver();
    await webhooks.saveEndpoint(shop.command(), { ...inputOf(endpoint), state: 'disabled' });
    await tell('missed');
    await relayAndDeliver();
    await webhooks.saveEndpoint(shop.command(), { ...inputOf(endpoint), state: 'active' });
    const to = new Date(Date.now() + SECOND).toISOString();
    expect(told()).toEqual(['order-1', 'order-2']);
    const [, oldest] = await list(endpoint);
    const one = { deliveryId: oldest!.id };
    expect(await webhooks.replay(shop.command(), one)).toEqual({ kind: 'replayed', deliveries: 1 });
    await webhooks.deliver();
    expect(ids().at(-1)).toBe(ids()[0]);
    const range = { endpointId: endpoint.id, from, to };
    expect(await webhooks.replay(shop.command(), range)).toEqual({ kind: 'replayed', deliveries: 3 });
    receiver.received.length = 0;
    await webhooks.deliver();
    expect(told()).toEqual(['order-1', 'order-2', 'missed']);
    const nobody = crypto.randomUUID();
    expect(await webhooks.replay(shop.command(), { deliveryId: nobody })).toEqual({
      kind: 'unknown-delivery',
    });
    expect(await webhooks.replay(shop.command(), { ...range, endpointId: nobody })).toEqual({
      kind: 'unknown-endpoint',
    });
  });

  test('[HOOK-7] for a day after a rotation both secrets sign', async () => {
    const { endpoint, secret: old } = await make();
    const rotated = await webhooks.rotateSecret(shop.command(), endpoint.id);
    if (rotated.kind !== 'rotated') throw new Error(rotated.kind);
    expect((await again(endpoint)).oldSecretEnds).toBe(rotated.oldSecretEnds);
    await tell('order-1');
    await relayAndDeliver();
    travel(24 * HOUR);
    await tell('order-2');
    await relayAndDeliver();
    const [soon, later] = receiver.received;
    const dayBefore = new Date(shop.now.getTime() - 24 * HOUR);
    expect([old, rotated.secret].map((each) => isGenuine(soon!, each, dayBefore))).toEqual([true, true]);
    expect([old, rotated.secret].map((each) => isGenuine(later!, each, shop.now))).toEqual([false, true]);
    expect((await again(endpoint)).oldSecretEnds).toBeUndefined();
    const nobody = await webhooks.rotateSecret(shop.command(), crypto.randomUUID());
    expect(nobody).toEqual({ kind: 'unknown-endpoint' });
  });

  test('[HOOK-17] redirects are not followed', async () => {
    const { endpoint } = await make();
    receiver.answers = [{ status: 307, headers: { location: `${receiver.url}/elsewhere` } }];
    await tell('order-1');
    expect(await relayAndDeliver()).toEqual({ taken: 0, failed: 1 });
    expect(receiver.received.map(({ path }) => path)).toEqual(['/hooks']);
    expect(await list(endpoint)).toMatchObject([{ state: 'due', lastStatus: 307 }]);
  });

  test('[HOOK-16] private addresses are refused, by number when saved and by name when sent', async () => {
    const strict = createWebhooks({ database: open(), clock: () => shop.now, secret });
    const save = (url: string) => strict.saveEndpoint(shop.command(), { url, kinds: 'all' });
    await expect(save('http://169.254.169.254/latest')).rejects.toMatchObject({
      code: 'bad_input',
      fields: [{ path: 'url' }],
    });
    await expect(save('ftp://example.com/')).rejects.toMatchObject({ code: 'bad_input' });
    await expect(save('https://anna:pass@example.com/')).rejects.toMatchObject({ code: 'bad_input' });
    const byName = await save(receiver.url.replace('127.0.0.1', 'localhost'));
    const { endpoint } = await make('/by-number');
    await tell('order-1');
    await relayAll();
    expect(await strict.deliver()).toEqual({ taken: 0, failed: 2 });
    expect(receiver.received).toEqual([]);
    const [numbered] = await list(endpoint);
    expect(numbered?.lastAnswer).toMatch('127.0.0.1 is an address inside the network');
    if (byName.kind !== 'created') throw new Error(byName.kind);
    const [named] = await list(byName.endpoint);
    expect(named?.lastAnswer).toMatch(/^localhost \((127\.0\.0\.1|::1)\) is an address inside the network/);
  });

  test('[HOOK-13] a test sends a ping at once, also to a disabled endpoint, and only once', async () => {
    const { endpoint, secret: whsec } = await make();
    await webhooks.saveEndpoint(shop.command(), { ...inputOf(endpoint), state: 'disabled' });
    const command = shop.command();
    const tested = await webhooks.test(command, endpoint.id);
    expect(tested).toMatchObject({
      kind: 'tested',
      delivery: { kind: 'ping', state: 'done', lastStatus: 200 },
    });
    expect(await webhooks.test(command, endpoint.id)).toEqual(tested);
    expect(receiver.received).toHaveLength(1);
    expect(isGenuine(receiver.received[0]!, whsec, shop.now)).toBe(true);
    receiver.answers = [{ status: 410, text: 'no' }];
    expect(await webhooks.test(shop.command(), endpoint.id)).toMatchObject({
      delivery: { state: 'dead', tries: 1, lastStatus: 410, lastAnswer: 'no' },
    });
    expect((await again(endpoint)).reason).toBe('Disabled by hand.');
    expect(await webhooks.test(shop.command(), crypto.randomUUID())).toEqual({ kind: 'unknown-endpoint' });
  });

  test('[HOOK-14] pages neither repeat nor hide anything, whatever is made meanwhile', async () => {
    const { endpoint } = await make();
    await tellAll(['1', '2', '3', '4', '5']);
    await relayAll();
    const ask = { endpointId: endpoint.id, limit: 2 };
    const first = await webhooks.deliveries(actor, ask);
    await tell('6');
    await relayAll();
    const second = await webhooks.deliveries(actor, { ...ask, cursor: first.next });
    const third = await webhooks.deliveries(actor, { ...ask, cursor: second.next });
    const seen = [first, second, third].flatMap(({ deliveries }) =>
      deliveries.map(({ payload }) => payload.orderId),
    );
    expect(seen).toEqual(['5', '4', '3', '2', '1']);
    expect(third.next).toBeUndefined();
    expect((await webhooks.deliveries(actor, { ...ask, state: 'done' })).deliveries).toEqual([]);
    await expect(webhooks.deliveries(actor, { cursor: 'bm9uZQ' })).rejects.toMatchObject({
      code: 'bad_input',
    });
  });

  test('[HOOK-15] strangers see and change nothing, and no secret is kept anywhere', async () => {
    const guest = { kind: 'guest' } as const;
    const command = { actor: guest, idempotencyKey: 'x' };
    const input = { url: receiver.url, kinds: 'all' as const };
    await expect(webhooks.endpoints(guest)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(webhooks.deliveries(guest)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(webhooks.saveEndpoint(command, input)).rejects.toMatchObject({ code: 'not_allowed' });
    const own = shop.command();
    const made = await webhooks.saveEndpoint(own, input);
    expect(await webhooks.saveEndpoint(own, input)).toEqual(made);
    if (made.kind !== 'created') throw new Error(made.kind);
    const rotated = await webhooks.rotateSecret(shop.command(), made.endpoint.id);
    if (rotated.kind !== 'rotated') throw new Error(rotated.kind);
    const kept = await Promise.all(
      ['idempotency_answer', 'identity_audit', 'webhooks_endpoint', 'webhooks_delivery', 'outbox_events'].map(
        (table) => open().execute(`select to_jsonb(kept)::text as row from ${table} as kept`),
      ),
    );
    const text = JSON.stringify([kept, await webhooks.endpoints(actor)]);
    expect(text).not.toContain(made.secret.slice(6));
    expect(text).not.toContain(rotated.secret.slice(6));
    const audit = await shop.engine.identity.auditLog(actor, { subject: 'webhooks' });
    expect(audit[0]).toMatchObject({ action: 'webhooks.rotateSecret', actor: 'system:test' });
  });

  test('an endpoint is changed and removed with its deliveries', async () => {
    const { endpoint } = await make();
    await tell('order-1');
    await relayAll();
    const input = {
      id: endpoint.id,
      url: `${receiver.url}/moved`,
      kinds: 'all' as const,
      description: 'ERP',
    };
    expect(await webhooks.saveEndpoint(shop.command(), input)).toMatchObject({
      kind: 'changed',
      endpoint: {
        id: endpoint.id,
        kinds: 'all',
        description: 'ERP',
        state: 'active',
        createdBy: 'system:test',
      },
    });
    await webhooks.deliver();
    expect(receiver.received.map(({ path }) => path)).toEqual(['/moved']);
    expect(await webhooks.removeEndpoint(shop.command(), endpoint.id)).toEqual({ removed: true });
    expect(await webhooks.removeEndpoint(shop.command(), endpoint.id)).toEqual({ removed: false });
    expect(await webhooks.endpoints(actor)).toEqual([]);
    expect(await list(endpoint)).toEqual([]);
    expect(await webhooks.saveEndpoint(shop.command(), input)).toEqual({ kind: 'unknown-endpoint' });
  });

  test('[HOOK-18] old deliveries are deleted, but for those still to be sent', async () => {
    const { endpoint } = await make();
    receiver.answers = [{ status: 200 }, { status: 500 }];
    await tellAll(['order-1', 'order-2']);
    await relayAndDeliver();
    const later = new Date(shop.now.getTime() + 1);
    expect(await webhooks.keepHouse(shop.now)).toBe(0);
    expect(await webhooks.keepHouse(later)).toBe(1);
    expect(await list(endpoint)).toMatchObject([{ state: 'due' }]);
    await webhooks.saveEndpoint(shop.command(), { ...inputOf(endpoint), state: 'disabled' });
    expect(await webhooks.keepHouse(later)).toBe(1);
  });

  test('[HOOK-19] data from another server are relayed on, and nothing twice', async () => {
    const { endpoint } = await make();
    await tell('order-1');
    await relayAll();
    await open().execute(`update webhooks_position set xid = '9000000000000'`);
    await tell('order-2');
    // A position ahead of the server says nothing about what is left, so the pass is waited for.
    await expect.poll(async () => (await webhooks.relay(), (await list(endpoint)).length)).toBeGreaterThan(1);
    await relayAll();
    const orders = (await list(endpoint)).map(({ payload }) => payload.orderId);
    expect(orders.filter((each) => each === 'order-1')).toHaveLength(1);
    expect(orders).toContain('order-2');
  });
});

function inputOf({ id, url, description }: EndpointView) {
  return { id, url, description, kinds: ['order.paid'] };
}
