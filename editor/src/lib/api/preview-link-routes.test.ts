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

test('[SHARE-9] a link says as whom the page is shown: what is signed has ids, what is listed names', async () => {
  await house.crowd.putAudience({ id: 'phones', name: 'On a phone', rules: [{ kind: 'basket', is: true }] });
  const as = { customerGroup: 'trade', audience: 'phones,hero.b,phones' };
  const made = await house.ask('POST', 'preview-links', wish(as));
  expect([made.status, made.json.customerGroup, made.json.audiences]).toEqual([
    201,
    'trade',
    ['hero.b', 'On a phone'],
  ]);
  expect(house.shared[0]).toMatchObject({ customerGroup: 'trade', audience: 'hero.b,phones' });
  const [listed] = (await house.ask('GET', 'preview-links')).json;
  expect([listed.customerGroup, listed.audiences]).toEqual(['trade', ['hero.b', 'On a phone']]);
  const usual = await house.ask(
    'POST',
    'preview-links',
    wish({ customerGroup: 'anyone', audience: 'everyone' }),
  );
  expect([usual.json.customerGroup, usual.json.audiences]).toEqual([undefined, []]);
  const many = Array.from({ length: 51 }, (_, at) => `a${at}`).join();
  for (const bad of ['', ',', 'Phones', 'phones,', 'hero.e', "'; drop", many])
    expect([bad, (await house.ask('POST', 'preview-links', wish({ audience: bad }))).status]).toEqual([
      bad,
      400,
    ]);
  for (const bad of ['', 'a b', '<script>', 'x'.repeat(129)])
    expect([bad, (await house.ask('POST', 'preview-links', wish({ customerGroup: bad }))).status]).toEqual([
      bad,
      400,
    ]);
  expect(house.shared).toHaveLength(2);
});

test('[SHARE-10] a link of a release opens at one of its pages, follows its name and time, and is over with it', async () => {
  const spring = await house.page('Tea', { paths: { 'online/en': '/tea', 'online/de': '/tee' } });
  const plan = (document: string, into: Record<string, unknown>, action = 'publish') =>
    house.ask('POST', 'releases', { document, action, into });
  const { json: release } = await plan(spring, { name: 'Easter', at: '2090-03-05T09:00:00Z' });
  const ofRelease = (changes: Record<string, unknown> = {}) => ({
    release: release.id,
    channel: 'online',
    locale: 'de',
    currency: 'GBP',
    hours: 24,
    ...changes,
  });
  const made = await house.ask('POST', 'preview-links', ofRelease({ customerGroup: 'trade' }));
  expect([made.status, made.json.release, made.json.path]).toEqual([
    201,
    { id: release.id, name: 'Easter', at: '2090-03-05T09:00:00.000Z', isOver: false },
    '/tee',
  ]);
  const [shared] = house.shared;
  expect(shared).toMatchObject({ release: release.id, locale: 'de', path: '/tee', customerGroup: 'trade' });
  expect([shared?.at, shared?.document]).toEqual([undefined, undefined]);
  const open = (changes: Record<string, unknown>, as = 'ada') =>
    house.ask('POST', 'preview-links', ofRelease(changes), { as });
  expect((await open({ locale: 'en', path: '/elsewhere' })).json.path).toBe('/tea');
  expect((await open({ channel: 'outlet', locale: 'en', currency: 'EUR' })).json.message).toContain(
    'No page of this release is to be seen in this channel',
  );
  expect((await open({ release: 'nothing' })).status).toBe(404);
  expect((await open({}, 'eve')).status).toBe(403);

  await house.ask('PATCH', `releases/${release.id}`, { name: 'Easter sale', at: null });
  const listed = async () =>
    (await house.ask('GET', 'preview-links')).json.find(({ id }: { id: string }) => id === made.json.id);
  expect((await listed()).release).toEqual({ id: release.id, name: 'Easter sale', isOver: false });
  await house.ask('DELETE', `releases/${release.id}`);
  expect((await listed()).release).toMatchObject({ name: 'Easter sale', isOver: true });
  expect((await open({})).status).toBe(409);
});

test('[SHARE-10] a release of a layout is looked at on any page, one that takes pages offline nowhere', async () => {
  const header = await house.ask('GET', 'documents/main');
  expect(header.status).toBe(200);
  await house.change('main', (page) => page.setMeta({ name: 'New header' }));
  const { json: release } = await house.ask('POST', 'releases', {
    document: 'main',
    action: 'publish',
    into: { name: 'Header' },
  });
  const link = { channel: 'online', locale: 'de', currency: 'EUR', hours: 1 };
  const made = await house.ask('POST', 'preview-links', { ...link, release: release.id });
  expect([made.status, made.json.locale, made.json.path]).toEqual([201, 'en', '/']);
  const gone = await house.page('Gone', { paths: { 'online/en': '/gone' } });
  expect((await house.ask('POST', `documents/${gone}/publish`, {})).status).toBe(200);
  const { json: offline } = await house.ask('POST', 'releases', {
    document: gone,
    action: 'unpublish',
    into: { name: 'Gone' },
  });
  const none = await house.ask('POST', 'preview-links', { ...link, release: offline.id });
  expect([none.status, none.json.message]).toEqual([
    409,
    expect.stringContaining('only takes pages offline'),
  ]);
});
