import { contentMigrations } from '@vitrine/content/server';
import { openTestDatabase, type TestDatabase } from '@vitrine/database/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ApiHouse, openApiHouse } from './testing/api-house.ts';

const day = 24 * 3_600_000;
let database: TestDatabase;
let house: ApiHouse;
let now: number;
let spring: string;

beforeAll(async () => {
  database = await openTestDatabase({ migrations: [contentMigrations] });
});
beforeEach(async () => {
  now = Date.now();
  house = await openApiHouse(database, () => now);
  spring = await house.page('Spring', { paths: { 'online/en': '/spring' } });
});
afterEach(async () => {
  await house.close();
  expect(house.faults).toEqual([]);
});
afterAll(() => database.close());

const friday = () => new Date(now + 5 * day).toISOString();
const plan = (document: string, changes: Record<string, unknown> = {}, as = 'ada') =>
  house.ask(
    'POST',
    'releases',
    { document, action: 'publish', into: { name: 'Spring sale', at: friday() }, ...changes },
    { as },
  );
const rename = (id: string, name: string) => house.change(id, (page) => page.setMeta({ name }));
const liveName = async (id: string) => (await house.pages.published([id]))[0]?.document.name;
const releaseOf = async (id: string) =>
  (await house.ask('GET', 'releases')).json.find((each: { id: string }) => each.id === id);

test('[RELEASE-1] what is planned goes live at its time as it was then, with its address, and is a version', async () => {
  const { status, json } = await plan(spring);
  expect([status, json]).toMatchObject([
    201,
    { name: 'Spring sale', state: 'planned', madeBy: 'Ada', items: [{ name: 'Spring', action: 'publish' }] },
  ]);
  await rename(spring, 'Half done');
  await house.releaseRunner.publishDue();
  expect(await liveName(spring)).toBeUndefined();
  now += 6 * day;
  await house.releaseRunner.publishDue();
  expect(await liveName(spring)).toBe('Spring');
  expect(await house.pages.resolveUrl('online', 'en', '/spring')).toMatchObject({
    target: { kind: 'page', page: spring },
  });
  expect(await releaseOf(json.id)).toMatchObject({ state: 'published', ended: { by: 'Ada' }, kept: [] });
  const versions = (await house.ask('GET', `documents/${spring}/versions`)).json;
  expect(versions[0]).toMatchObject({ kind: 'published', by: 'Ada' });
  // What was written meanwhile is still only a draft.
  const { json: after } = await house.ask('GET', `documents/${spring}/publish-plan`);
  expect(after.documents[0]).toMatchObject({ name: 'Half done', state: 'changed' });
});

test('[RELEASE-2] several pages go live together, or none of them', async () => {
  const { json } = await plan(spring);
  const tea = await house.page('Tea', { paths: { 'online/en': '/tea' } });
  const added = await plan(tea, { into: { id: json.id } });
  expect(added.json.items).toHaveLength(2);
  // Somebody else takes the address of one of them.
  const other = await house.page('Other', { paths: { 'outlet/en': '/other' } });
  await house.pages.publish({
    by: 'import',
    documents: [(await house.rooms.document(other))!],
    urls: [{ channel: 'online', locale: 'en', path: '/tea', target: { kind: 'page', page: other } }],
  });
  expect((await house.ask('GET', `releases/${json.id}/check`)).json.problem).toContain('belongs to “Other”');
  now += 6 * day;
  await house.releaseRunner.publishDue();
  expect([await liveName(spring), await liveName(tea)]).toEqual([undefined, undefined]);
  expect(await releaseOf(json.id)).toMatchObject({
    state: 'failed',
    problem: expect.stringContaining('The address /tea belongs to “Other”'),
  });
  // Without it the rest can go live when somebody says so.
  await house.ask('DELETE', `releases/${json.id}/documents/${tea}`);
  expect((await house.ask('GET', `releases/${json.id}/check`)).json).toEqual({});
  expect(await liveName(spring)).toBeUndefined();
  const published = await house.ask('POST', `releases/${json.id}/publish`);
  expect([published.status, published.json.state]).toEqual([200, 'published']);
  expect([await liveName(spring), await liveName(tea)]).toEqual(['Spring', undefined]);
  expect((await house.ask('POST', `releases/${json.id}/publish`)).status).toBe(409);
});

test('[RELEASE-2] two pages that want one address are told, and neither goes live', async () => {
  const { json } = await plan(spring);
  const twin = await house.page('Twin', { paths: { 'online/en': '/twin' } });
  await house.change(twin, (page) =>
    page.setMeta({ path: { channel: 'online', locale: 'en', path: '/spring' } }),
  );
  await plan(twin, { into: { id: json.id } });
  const { problem } = (await house.ask('GET', `releases/${json.id}/check`)).json;
  expect(problem).toContain('both want the address /spring');
});

test('[RELEASE-3] what was published by hand after it was planned is newer and stays; the release names it', async () => {
  const { json } = await plan(spring);
  const tea = await house.page('Tea', { paths: { 'online/en': '/tea' } });
  await plan(tea, { into: { id: json.id } });
  await rename(spring, 'Spring, corrected');
  await house.ask('POST', `documents/${spring}/publish`);
  now += 6 * day;
  await house.releaseRunner.publishDue();
  expect([await liveName(spring), await liveName(tea)]).toEqual(['Spring, corrected', 'Tea']);
  expect(await releaseOf(json.id)).toMatchObject({ state: 'published', kept: ['Spring, corrected'] });
});

test('[RELEASE-3] releases follow each other, whichever was planned last', async () => {
  const later = (
    await plan(spring, { into: { name: 'After the sale', at: new Date(now + 9 * day).toISOString() } })
  ).json;
  await rename(spring, 'Sale!');
  const sale = (await plan(spring)).json;
  now += 6 * day;
  await house.releaseRunner.publishDue();
  expect(await liveName(spring)).toBe('Sale!');
  now += 4 * day;
  await house.releaseRunner.publishDue();
  expect(await liveName(spring)).toBe('Spring');
  expect([(await releaseOf(later.id)).state, (await releaseOf(sale.id)).state]).toEqual([
    'published',
    'published',
  ]);
});

test('[RELEASE-4] a page is taken offline at its time, and what shoppers still see then refuses all of it', async () => {
  await house.ask('POST', `documents/${spring}/publish`);
  const off = await plan(spring, { action: 'unpublish' });
  expect([off.status, off.json.items[0]]).toMatchObject([201, { action: 'unpublish', name: 'Spring' }]);
  now += 6 * day;
  await house.releaseRunner.publishDue();
  expect(await house.pages.resolveUrl('online', 'en', '/spring')).toMatchObject({ target: { kind: 'gone' } });
  expect(await liveName(spring)).toBeUndefined();
  expect((await plan(spring, { action: 'unpublish' })).json.message).toBe('It is not published.');
  expect((await plan('main', { action: 'unpublish' })).json.message).toContain('layouts stay published');
});

test('[RELEASE-4] a page that nobody edited yet is not lost when it goes offline', async () => {
  const imported = {
    schema: 1 as const,
    id: 'imported',
    kind: 'page' as const,
    name: 'Imported',
    seo: {},
    nodes: [],
  };
  await house.pages.publish({
    by: 'import',
    documents: [imported],
    urls: [
      { channel: 'online', locale: 'en', path: '/imported', target: { kind: 'page', page: 'imported' } },
    ],
  });
  await plan('imported', { action: 'unpublish' });
  now += 6 * day;
  await house.releaseRunner.publishDue();
  expect(await liveName('imported')).toBeUndefined();
  const { json: left } = await house.ask('GET', 'documents/imported');
  expect(left).toMatchObject({ document: { name: 'Imported' }, paths: { 'online/en': '/imported' } });
});

test('[RELEASE-5] what is planned is not thrown away, and what it shows is not taken offline', async () => {
  const banner = await house.page('Banner', {
    kind: 'fragment',
    nodes: [{ id: 'a', type: 'hero', v: 2, props: { title: 'x' } }],
  });
  await house.ask('POST', `documents/${banner}/publish`);
  await house.change(spring, (page) =>
    page.insert([{ id: 'f', type: 'fragment', v: 1, props: { fragment: banner } }], { index: 0 }),
  );
  await plan(spring);
  const trashed = await house.ask('POST', `documents/${spring}/trash`);
  expect([trashed.status, trashed.json.message]).toEqual([
    409,
    'It is planned in “Spring sale”. Take it out of there first.',
  ]);
  await house.change(spring, (page) => page.remove(['f']));
  const offline = await house.ask('POST', `documents/${banner}/unpublish`);
  expect([offline.status, offline.json.message]).toEqual([
    409,
    'What is planned in “Spring sale” shows it. Take that out of there first.',
  ]);
});

test('[RELEASE-6] moved, renamed and cancelled by those who may publish, until it is over', async () => {
  const { json } = await plan(spring);
  for (const as of ['bob', 'eve']) {
    expect((await plan(spring, {}, as)).status).toBe(403);
    for (const [method, path, body] of [
      ['PATCH', `releases/${json.id}`, { name: 'Mine' }],
      ['POST', `releases/${json.id}/publish`, undefined],
      ['DELETE', `releases/${json.id}`, undefined],
      ['DELETE', `releases/${json.id}/documents/${spring}`, undefined],
    ] as const)
      expect((await house.ask(method, path, body, { as })).status).toBe(403);
  }
  expect((await house.ask('GET', 'releases', undefined, { as: 'eve' })).json).toHaveLength(1);
  const moved = await house.ask('PATCH', `releases/${json.id}`, { name: '  Easter ', at: null });
  expect([moved.json.name, moved.json.at]).toEqual(['Easter', undefined]);
  const past = await house.ask('PATCH', `releases/${json.id}`, { at: '2020-01-01T00:00:00Z' });
  expect([past.status, past.json.message]).toEqual([
    400,
    'This moment is over. Choose one to come, or publish now.',
  ]);
  expect((await house.ask('DELETE', `releases/${json.id}`)).json.state).toBe('cancelled');
  expect((await house.ask('PATCH', `releases/${json.id}`, { name: 'Again' })).status).toBe(409);
  expect((await house.ask('PATCH', 'releases/nothing', { name: 'Again' })).status).toBe(404);
  now += 6 * day;
  await house.releaseRunner.publishDue();
  expect(await liveName(spring)).toBeUndefined();
});

test('[RELEASE-7] what is wrong, was not seen or is live already is not planned', async () => {
  const bare = await house.page('Bare');
  expect((await plan(bare)).json.message).toContain('It cannot be published yet. The page has no address.');
  const { json: seen } = await house.ask('GET', `documents/${spring}/publish-plan`);
  await rename(spring, 'Changed');
  const unseen = await plan(spring, { seen: { documents: seen.documents, addresses: seen.addresses } });
  expect([unseen.status, unseen.json.message]).toEqual([
    409,
    'Somebody changed “Changed” meanwhile; look again.',
  ]);
  await house.ask('POST', `documents/${spring}/publish`);
  expect((await plan(spring)).json.message).toContain('Everything is published just so already');
  for (const into of [{}, { name: '' }, { name: 'x', at: 'soon' }, { id: 7 }])
    expect((await plan(spring, { into })).status).toBe(400);
});
