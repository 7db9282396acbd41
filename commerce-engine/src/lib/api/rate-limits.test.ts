import { openTestDatabase, type TestDatabase } from '@vitrine/database/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { type FilledShop, openFilledShop } from '../testing/filled-shop.ts';
import { signUpShopper } from '../testing/shopper-account.ts';
import { createCommerceApi } from './commerce-api.ts';
import { openRateLimits, type RateLimitOptions, type RateLimits, STAFF_TIMES } from './rate-limits.ts';

const perMinute = { read: 3, change: 2, guess: 1 };
const CATEGORIES = '/api/store/v1/category-tree?channel=online&locale=en&currency=EUR';

describe('limits of the API', () => {
  let database: TestDatabase;
  let shop: FilledShop;
  const open: RateLimits[] = [];
  beforeAll(async () => {
    database = await openTestDatabase({ migrations: [commerceMigrations] });
    shop = await openFilledShop(database);
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((each) => each.close()));
  });
  afterAll(() => database.close());

  function openApi(options: Partial<RateLimitOptions> = {}) {
    const limits = openRateLimits({ perMinute, ...options });
    open.push(limits);
    const app = createCommerceApi(shop.engine, {
      limits,
      addressOf: (request) => request.headers.get('test-address') ?? 'unknown',
    });
    return (path: string, { from = '10.0.0.1', token = '', body }: Asking = {}) =>
      app.request(path, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          'test-address': from,
          ...(token && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && {
            'content-type': 'application/json',
            'idempotency-key': crypto.randomUUID(),
          }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
  }
  interface Asking {
    readonly from?: string;
    readonly token?: string;
    readonly body?: unknown;
  }

  it('[API-25] refuses what is more than the limit, says when to come back, and counts others apart', async () => {
    const ask = openApi();
    const answers = [];
    for (let time = 0; time < 4; time += 1) answers.push(await ask(CATEGORIES));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(answers.map(({ headers }) => headers.get('ratelimit-policy'))).toEqual(
      answers.map(() => '"read";q=3;w=60'),
    );
    expect(answers.map(({ headers }) => /r=(\d+)/.exec(headers.get('ratelimit')!)![1])).toEqual([
      '2',
      '1',
      '0',
      '0',
    ]);
    const wait = Number(answers[3]!.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(await answers[3]!.json()).toMatchObject({ status: 429, code: 'too_many_requests' });
    expect((await ask(CATEGORIES, { from: '10.0.0.2' })).status).toBe(200);
  });

  it('[API-25] changes and guesses have counts of their own, refused requests count too', async () => {
    const ask = openApi();
    const cart = `/api/store/v1/carts/${crypto.randomUUID()}/lines?channel=online&locale=en&currency=EUR`;
    const changes = [];
    for (let time = 0; time < 3; time += 1) changes.push((await ask(cart, { body: {} })).status);
    expect(changes).toEqual([422, 422, 429]);
    const guess = { body: { number: '1', email: 'ada@example.com' } };
    expect((await ask('/api/store/v1/order-lookups', guess)).status).toBe(200);
    expect((await ask('/api/store/v1/order-lookups', guess)).status).toBe(429);
    const signIn = { body: { email: 'ada@example.com', password: 'wrong' } };
    expect((await ask('/api/store/v1/sessions', signIn)).status).toBe(429);
    expect((await ask(CATEGORIES)).status).toBe(200);
  });

  it('[API-25] people who are signed in have an allowance of their own, wherever they are; programs a larger one', async () => {
    const ask = openApi();
    const [ada, grace] = [await signUpShopper(shop), await signUpShopper(shop)];
    const { token } = await shop.engine.identity.createApiToken(shop.command(), {
      name: 'test',
      capabilities: ['orders.read'],
    });
    for (let time = 0; time < 3; time += 1)
      await ask(CATEGORIES, { token: ada.token, from: `10.0.1.${time}` });
    expect((await ask(CATEGORIES, { token: ada.token, from: '10.0.1.9' })).status).toBe(429);
    expect((await ask(CATEGORIES, { token: grace.token, from: '10.0.1.9' })).status).toBe(200);
    const answers = [];
    for (let time = 0; time <= 3 * STAFF_TIMES; time += 1)
      answers.push((await ask(CATEGORIES, { token })).status);
    expect(answers.indexOf(429)).toBe(3 * STAFF_TIMES);
  });

  it('[API-25] a made-up token is no new caller', async () => {
    const ask = openApi();
    for (let time = 0; time < 3; time += 1) await ask(CATEGORIES, { token: `made-up-${time}` });
    expect((await ask(CATEGORIES, { token: 'made-up-again' })).status).toBe(429);
  });

  it('[API-25] without Redis each process counts for itself, and is told', async () => {
    const told: Error[] = [];
    const ask = openApi({
      redis: { url: 'redis://127.0.0.1:1', prefix: 'nobody', onError: (error) => told.push(error) },
    });
    const statuses = [];
    for (let time = 0; time < 4; time += 1) statuses.push((await ask(CATEGORIES)).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    await expect.poll(() => told.length).toBeGreaterThan(0);
  });

  it.skipIf(!process.env.TEST_REDIS_URL)('[API-25] two processes on one Redis count together', async () => {
    const redis = {
      url: process.env.TEST_REDIS_URL!,
      prefix: `test:${crypto.randomUUID()}`,
      onError: (error: Error) => {
        throw error;
      },
    };
    const [here, there] = [openApi({ redis }), openApi({ redis })];
    const actor = { kind: 'guest' } as const;
    await expect
      .poll(async () => {
        const stranger = { actor, address: crypto.randomUUID() };
        await open[0]!.count('read', stranger);
        return (await open[1]!.count('read', stranger)).remaining;
      })
      .toBe(1);
    const statuses = [];
    for (const ask of [here, there, here, there]) statuses.push((await ask(CATEGORIES)).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
  });
});
