import { contentMigrations } from '@vitrine/content/server';
import { openTestDatabase, type TestDatabase } from '@vitrine/database/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ApiHouse, openApiHouse } from './testing/api-house.ts';

let database: TestDatabase;
let house: ApiHouse;
let id: string;

beforeAll(async () => {
  database = await openTestDatabase({ migrations: [contentMigrations] });
});
beforeEach(async () => {
  house = await openApiHouse(database);
  id = await house.page('Spring');
});
afterEach(() => house.close());
afterAll(() => database.close());

const wish = (changes: Record<string, unknown> = {}) => ({
  document: id,
  channel: 'online',
  locale: 'de',
  currency: 'GBP',
  path: '/Frühling/',
  hours: 24,
  ...changes,
});

test('[SHARE-1] a link names the document, the market, the path in its one form, and when it ends', async () => {
  const before = Date.now();
  const { status, json } = await house.ask('POST', 'preview-links', wish());
  expect([status, json.address]).toEqual([201, 'https://shop.test/frühling?_preview=token']);
  const [shared] = house.shared;
  expect(shared).toMatchObject({
    document: id,
    channel: 'online',
    locale: 'de',
    path: '/frühling',
    currency: 'GBP',
  });
  const left = shared!.expiresAt.getTime() - before;
  expect([json.expiresAt, Math.round(left / 3_600_000)]).toEqual([shared!.expiresAt.toISOString(), 24]);
});

test('[SHARE-4] a link is for the channel that is chosen, also when another one has the same market', async () => {
  for (const channel of ['outlet', 'online'])
    await house.ask('POST', 'preview-links', wish({ channel, locale: 'en', currency: 'EUR' }));
  expect(house.shared.map(({ channel }) => channel)).toEqual(['outlet', 'online']);
});

test('[SHARE-2] what makes no sense is refused and nothing is signed', async () => {
  for (const [changes, status] of [
    [{ hours: 0 }, 400],
    [{ hours: 1.5 }, 400],
    [{ hours: 24 * 365 }, 400],
    [{ locale: 'fr' }, 400],
    [{ currency: 'USD' }, 400],
    [{ channel: 'outlet' }, 400],
    [{ channel: 'moon' }, 400],
    [{ channel: undefined }, 400],
    [{ path: 'https://evil.example' }, 400],
    [{ path: '//evil.example' }, 400],
    [{ document: 'nothing' }, 404],
    [{ document: '' }, 400],
  ] as const) {
    const refused = await house.ask('POST', 'preview-links', wish(changes));
    expect([changes, refused.status, typeof refused.json.message]).toEqual([changes, status, 'string']);
  }
  expect(house.shared).toEqual([]);
});

test('[SHARE-3] only those who may write make links, and only from the editor itself', async () => {
  expect((await house.ask('POST', 'preview-links', wish(), { as: 'eve' })).status).toBe(403);
  expect((await house.ask('POST', 'preview-links', wish(), { as: 'nobody' })).status).toBe(401);
  expect((await house.ask('POST', 'preview-links', wish(), { site: 'cross-site' })).status).toBe(403);
  expect(house.shared).toEqual([]);
});
