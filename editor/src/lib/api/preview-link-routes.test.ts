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
  expect([status, json.address]).toEqual([201, `https://shop.test/frühling?_preview=${json.id}.signed`]);
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
    [{ at: 'friday' }, 400],
    [{ at: '2027-03-05T09:00' }, 400],
    [{ at: '2027-13-05T09:00:00Z' }, 400],
    [{ at: '1999-12-31T23:59:59Z' }, 400],
    [{ at: '2100-01-01T00:00:00Z' }, 400],
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

test('[SHARE-5] a link of a moment is signed for that one, whatever clock it was said by', async () => {
  const made = await house.ask('POST', 'preview-links', wish({ at: '2027-03-05T09:00:00+01:00' }));
  expect([made.status, made.json.at]).toEqual([201, '2027-03-05T08:00:00.000Z']);
  expect(house.shared[0]?.at).toEqual(new Date('2027-03-05T08:00:00Z'));
});

test('[SHARE-6] links are listed with who made them, for what and until when, and with nothing that opens one', async () => {
  const first = await house.ask('POST', 'preview-links', wish({ at: '2027-03-05T08:00:00Z' }));
  const second = await house.ask('POST', 'preview-links', wish(), { as: 'bob' });
  const { status, json } = await house.ask('GET', 'preview-links');
  const { address, ...listed } = first.json;
  expect([status, json.length, json.find(({ id }: { id: string }) => id === listed.id)]).toEqual([
    200,
    2,
    listed,
  ]);
  expect(listed).toMatchObject({ document: id, madeBy: 'Ada', locale: 'de', at: '2027-03-05T08:00:00.000Z' });
  expect(json.map(({ madeBy }: { madeBy: string }) => madeBy).toSorted()).toEqual(['Ada', 'Bob']);
  expect(JSON.stringify(json)).not.toMatch(/signed|user:/);
  expect(address).toContain(listed.id);
  expect(second.json.id).not.toBe(listed.id);
});

test('[SHARE-7] whoever may make links ends any of them at once, and it is told who did', async () => {
  const { json: made } = await house.ask('POST', 'preview-links', wish());
  const path = `preview-links/${made.id}`;
  for (const [how, status] of [
    [{ as: 'eve' }, 403],
    [{ as: 'zoe' }, 403],
    [{ as: 'nobody' }, 401],
    [{ site: 'cross-site' }, 403],
  ] as const)
    expect((await house.ask('DELETE', path, undefined, how)).status).toBe(status);
  expect((await house.ask('GET', 'preview-links', undefined, { as: 'eve' })).status).toBe(403);
  const ended = await house.ask('DELETE', path, undefined, { as: 'bob' });
  expect([ended.status, ended.json.ended.by]).toEqual([200, 'Bob']);
  const again = await house.ask('DELETE', path);
  expect([again.status, again.json]).toEqual([200, ended.json]);
  expect((await house.ask('DELETE', 'preview-links/nothing')).status).toBe(404);
});

test('[SHARE-8] when there are as many as there may be it says what to do, and nothing is signed', async () => {
  for (let count = 0; count < 3; count++) await house.ask('POST', 'preview-links', wish());
  const refused = await house.ask('POST', 'preview-links', wish());
  expect([refused.status, refused.json.message]).toEqual([409, expect.stringContaining('End some')]);
  expect(house.shared).toHaveLength(3);
  await house.ask('DELETE', `preview-links/${house.shared[0]!.id}`);
  expect((await house.ask('POST', 'preview-links', wish())).status).toBe(201);
});
