import { setTimeout as pause } from 'node:timers/promises';
import { describeOnEachEngine } from '@vitrine/database/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { crashingDatabase } from '../testing/crashing-database.ts';
import { PAUSES } from './retry.rules.ts';
import { isGenuine } from './testing/webhook-receiver.ts';
import { openWebhookShop, type WebhookShop } from './testing/webhook-shop.ts';

const SECOND = 1000;
const HOUR = 3600 * SECOND;

describeOnEachEngine('delivering webhooks', { migrations: [commerceMigrations] }, (open) => {
  let shop: WebhookShop;

  beforeAll(async () => {
    shop = await openWebhookShop(open());
  });
  beforeEach(() => shop.begin());
  afterEach(() => shop.end());
  afterAll(() => shop.receiver.close());

  test('[HOOK-3] [HOOK-7] an endpoint gets a signed message with type, time and data', async () => {
    const { endpoint, secret: whsec } = await shop.make();
    await shop.tell('order-1');
    expect(await shop.relayAndDeliver()).toEqual({ taken: 1, failed: 0 });
    const [message] = shop.receiver.received;
    expect(message?.path).toBe('/hooks');
    expect(message?.headers['content-type']).toMatch('application/json');
    const [delivery] = await shop.list(endpoint);
    expect(JSON.parse(message!.body)).toEqual({
      type: 'order.paid',
      timestamp: delivery!.at,
      data: { orderId: 'order-1' },
    });
    expect(isGenuine(message!, whsec, shop.now)).toBe(true);
    expect(isGenuine({ ...message!, body: `${message!.body} ` }, whsec, shop.now)).toBe(false);
    expect(isGenuine(message!, `whsec_${Buffer.alloc(32).toString('base64')}`, shop.now)).toBe(false);
    expect(delivery).toMatchObject({ state: 'done', tries: 1, lastStatus: 200, eventId: shop.ids()[0] });
    expect(await shop.webhooks.deliver()).toEqual({ taken: 0, failed: 0 });
  });

  test('[HOOK-9] what was answered 500, late or not at all is tried again after growing pauses', async () => {
    const { endpoint } = await shop.make();
    shop.receiver.answers = [{ status: 500, text: 'x'.repeat(5000) }, { status: 0 }, { status: 301 }];
    await shop.tell('order-1');
    expect(await shop.relayAndDeliver()).toEqual({ taken: 0, failed: 1 });
    const [first] = await shop.list(endpoint);
    const due = new Date(shop.now.getTime() + 5 * SECOND).toISOString();
    expect(first).toMatchObject({ state: 'due', tries: 1, lastStatus: 500, dueAt: due });
    expect(first?.lastAnswer).toBe('x'.repeat(1024));
    shop.travel(4 * SECOND);
    expect(await shop.webhooks.deliver()).toEqual({ taken: 0, failed: 0 });
    shop.travel(SECOND);
    const hasty = shop.another(open(), { allowPrivate: true, timeout: 300 });
    expect(await hasty.deliver()).toEqual({ taken: 0, failed: 1 });
    const [second] = await shop.list(endpoint);
    expect(second).toMatchObject({ tries: 2, lastAnswer: 'No answer came within 0.3 s.' });
    expect(second?.lastStatus).toBeUndefined();
    shop.travel(60 * SECOND);
    await shop.webhooks.deliver();
    shop.travel(300 * SECOND);
    expect(await shop.webhooks.deliver()).toEqual({ taken: 1, failed: 0 });
    expect(new Set(shop.ids()).size).toBe(1);
    expect(shop.receiver.received).toHaveLength(4);
    expect((await shop.again(endpoint)).failingSince).toBeUndefined();
  });

  test('[HOOK-9] after ten tries a delivery is dead', async () => {
    const { endpoint } = await shop.make();
    shop.receiver.answers = Array.from({ length: 20 }, () => ({ status: 503 }));
    await shop.tell('order-1');
    await shop.relayAll();
    for (const seconds of [...PAUSES, 0, 3600]) {
      await shop.webhooks.deliver();
      shop.travel(seconds * SECOND);
    }
    expect(shop.receiver.received).toHaveLength(10);
    expect(await shop.list(endpoint)).toMatchObject([{ state: 'dead', tries: 10, lastStatus: 503 }]);
  });

  test('[HOOK-10] an endpoint that is gone is disabled at once, and others are told', async () => {
    await shop.make('/watch', ['webhook.disabled']);
    const { endpoint } = await shop.make();
    shop.receiver.answers = [{ status: 410 }];
    await shop.tellAll(['order-1', 'order-2']);
    await shop.relayAndDeliver();
    expect(await shop.again(endpoint)).toMatchObject({
      state: 'disabled',
      reason: expect.stringContaining('410'),
    });
    expect((await shop.list(endpoint)).map(({ state }) => state)).toEqual(['due', 'dead']);
    await shop.tell('order-3');
    await shop.relayAndDeliver();
    expect(shop.receiver.received.map(({ path }) => path)).toEqual(['/hooks', '/watch']);
    const { entries: audit } = await shop.engine.identity.auditLog(shop.actor, {
      subject: `webhooks:${endpoint.id}`,
    });
    expect(audit).toMatchObject([{ action: 'webhooks.disabled', actor: 'system:webhooks' }]);
    await shop.webhooks.saveEndpoint(shop.command(), { ...shop.inputOf(endpoint), state: 'active' });
    expect((await shop.again(endpoint)).reason).toBeUndefined();
    shop.travel(SECOND);
    await shop.webhooks.deliver();
    expect(shop.told().at(-1)).toBe('order-2');
  });

  test('[HOOK-10] an endpoint that took nothing for five days is disabled', async () => {
    const { endpoint } = await shop.make();
    shop.receiver.answers = Array.from({ length: 20 }, () => ({ status: 404 }));
    await shop.tell('order-1');
    await shop.relayAndDeliver();
    shop.travel(5 * 24 * HOUR - SECOND);
    await shop.webhooks.deliver();
    expect((await shop.again(endpoint)).state).toBe('active');
    shop.travel(60 * SECOND);
    await shop.webhooks.deliver();
    expect(await shop.again(endpoint)).toMatchObject({
      state: 'disabled',
      reason: 'It took nothing for 5 days; at last: status 404',
    });
  });

  test('[HOOK-6] [HOOK-11] what follows a failure comes before it, and slow endpoints hold nobody up', async () => {
    await shop.make('/slow');
    await shop.make('/quick');
    await shop.tellAll(['order-1', 'order-2', 'order-3']);
    await shop.relayAll();
    // The first message to `/slow` fails, and not before `/quick` has got all of its own.
    const arrived = (path: string) => shop.receiver.received.filter((each) => each.path === path).length;
    shop.receiver.before = async (path) => {
      if (path !== '/slow' || arrived('/slow') > 1) return undefined;
      while (arrived('/quick') < 3) await pause(5);
      return { status: 500 };
    };
    expect(await shop.webhooks.deliver()).toEqual({ taken: 3, failed: 1 });
    shop.receiver.received.length = 0;
    shop.receiver.before = async () => undefined;
    shop.travel(SECOND);
    expect(await shop.webhooks.deliver()).toEqual({ taken: 2, failed: 0 });
    shop.travel(10 * SECOND);
    await shop.webhooks.deliver();
    expect(shop.told()).toEqual(['order-2', 'order-3', 'order-1']);
  });

  test('[HOOK-8] a process that dies between sending and noting is made good with the same webhook-id', async () => {
    await shop.make();
    await shop.tell('order-1');
    await shop.relayAll();
    const crashing = crashingDatabase(open(), 1);
    const dying = shop.another(crashing.database);
    await expect(dying.deliver()).rejects.toThrow('killed at step 2');
    expect(shop.receiver.received).toHaveLength(1);
    expect(await shop.webhooks.deliver()).toEqual({ taken: 0, failed: 0 });
    shop.travel(120 * SECOND);
    expect(await shop.webhooks.deliver()).toEqual({ taken: 1, failed: 0 });
    const [first, second] = shop.ids();
    expect(second).toBe(first);
  });

  test('[HOOK-8] whoever was away for longer than the lease notes nothing', async () => {
    const { endpoint } = await shop.make();
    await shop.tell('order-1');
    await shop.relayAll();
    let once = true;
    shop.receiver.before = async () => {
      if (!once) return undefined;
      once = false;
      shop.travel(121 * SECOND);
      await shop.webhooks.deliver();
      return undefined;
    };
    shop.receiver.answers = [{ status: 500 }];
    await shop.webhooks.deliver();
    expect(await shop.list(endpoint)).toMatchObject([{ state: 'done', tries: 1, lastStatus: 200 }]);
  });

  test('[HOOK-7] for a day after a rotation both secrets sign', async () => {
    const { endpoint, secret: old } = await shop.make();
    const rotated = await shop.webhooks.rotateSecret(shop.command(), endpoint.id);
    if (rotated.kind !== 'rotated') throw new Error(rotated.kind);
    expect((await shop.again(endpoint)).oldSecretEnds).toBe(rotated.oldSecretEnds);
    await shop.tell('order-1');
    await shop.relayAndDeliver();
    shop.travel(24 * HOUR);
    await shop.tell('order-2');
    await shop.relayAndDeliver();
    const [soon, later] = shop.receiver.received;
    const dayBefore = new Date(shop.now.getTime() - 24 * HOUR);
    expect([old, rotated.secret].map((each) => isGenuine(soon!, each, dayBefore))).toEqual([true, true]);
    expect([old, rotated.secret].map((each) => isGenuine(later!, each, shop.now))).toEqual([false, true]);
    expect((await shop.again(endpoint)).oldSecretEnds).toBeUndefined();
    const nobody = await shop.webhooks.rotateSecret(shop.command(), crypto.randomUUID());
    expect(nobody).toEqual({ kind: 'unknown-endpoint' });
  });

  test('[HOOK-17] redirects are not followed', async () => {
    const { endpoint } = await shop.make();
    shop.receiver.answers = [{ status: 307, headers: { location: `${shop.receiver.url}/elsewhere` } }];
    await shop.tell('order-1');
    expect(await shop.relayAndDeliver()).toEqual({ taken: 0, failed: 1 });
    expect(shop.receiver.received.map(({ path }) => path)).toEqual(['/hooks']);
    expect(await shop.list(endpoint)).toMatchObject([{ state: 'due', lastStatus: 307 }]);
  });

  test('[HOOK-16] private addresses are refused, by number when saved and by name when sent', async () => {
    const strict = shop.another(open(), {});
    const save = (url: string) => strict.saveEndpoint(shop.command(), { url, kinds: 'all' });
    await expect(save('http://169.254.169.254/latest')).rejects.toMatchObject({
      code: 'bad_input',
      fields: [{ path: 'url' }],
    });
    await expect(save('ftp://example.com/')).rejects.toMatchObject({ code: 'bad_input' });
    await expect(save('https://anna:pass@example.com/')).rejects.toMatchObject({ code: 'bad_input' });
    const byName = await save(shop.receiver.url.replace('127.0.0.1', 'localhost'));
    const { endpoint } = await shop.make('/by-number');
    await shop.tell('order-1');
    await shop.relayAll();
    expect(await strict.deliver()).toEqual({ taken: 0, failed: 2 });
    expect(shop.receiver.received).toEqual([]);
    const [numbered] = await shop.list(endpoint);
    expect(numbered?.lastAnswer).toMatch('127.0.0.1 is an address inside the network');
    if (byName.kind !== 'created') throw new Error(byName.kind);
    const [named] = await shop.list(byName.endpoint);
    expect(named?.lastAnswer).toMatch(/^localhost \((127\.0\.0\.1|::1)\) is an address inside the network/);
  });
});
