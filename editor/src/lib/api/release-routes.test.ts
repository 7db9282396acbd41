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

const fragment = async (name: string) => {
  const id = await house.page(name, { kind: 'fragment' });
  await house.ask('POST', `documents/${id}/publish`);
  return id;
};
const shows = (id: string, used: string) =>
  house.change(id, (page) =>
    page.insert([{ id: 'f', type: 'fragment', v: 1, props: { fragment: used } }], { index: 0 }),
  );

test('[RELEASE-3] a fragment that is planned again after it was published by hand goes live', async () => {
  const banner = await fragment('Banner');
  await shows(spring, banner);
  await rename(banner, 'Banner 1');
  const { json } = await plan(spring);
  await rename(banner, 'Banner 2');
  await house.ask('POST', `documents/${banner}/publish`);
  await rename(banner, 'Banner 3');
  await plan(banner, { into: { id: json.id } });
  now += 6 * day;
  await house.releaseRunner.publishDue();
  expect([await liveName(spring), await liveName(banner)]).toEqual(['Spring', 'Banner 3']);
  expect(await releaseOf(json.id)).toMatchObject({ kept: [] });
});

test('[RELEASE-3] what a page that was published by hand would have taken along stays too', async () => {
  const banner = await fragment('Banner');
  await shows(spring, banner);
  await house.ask('POST', `documents/${spring}/publish`);
  await rename(banner, 'Sale banner');
  await rename(spring, 'Sale');
  const { json } = await plan(spring);
  await rename(banner, 'Banner');
  await rename(spring, 'No sale after all');
  await house.ask('POST', `documents/${spring}/publish`);
  now += 6 * day;
  await house.releaseRunner.publishDue();
  expect([await liveName(spring), await liveName(banner)]).toEqual(['No sale after all', 'Banner']);
  expect((await releaseOf(json.id)).kept).toContain('No sale after all');
});

test('[RELEASE-3] another address by hand is newer too', async () => {
  await house.ask('POST', `documents/${spring}/publish`);
  const to = (path: string) =>
    house.change(spring, (page) => page.setMeta({ path: { channel: 'online', locale: 'en', path } }));
  await to('/sale');
  await plan(spring);
  await to('/corrected');
  await house.ask('POST', `documents/${spring}/publish`);
  now += 6 * day;
  await house.releaseRunner.publishDue();
  expect(await house.pages.resolveUrl('online', 'en', '/corrected')).toMatchObject({
    target: { kind: 'page' },
  });
});

test('[RELEASE-3] what is changed while a release goes live is looked at again, and keeps its turn', async () => {
  const sale = (await plan(spring)).json;
  await rename(spring, 'After');
  const after = (await plan(spring, { into: { name: 'After', at: new Date(now + 9 * day).toISOString() } }))
    .json;
  now += 10 * day;
  let isRenamed = false;
  const runner = house.runnerWith({
    async decidedSince(...asked) {
      if (!isRenamed) await house.ask('PATCH', `releases/${sale.id}`, { name: 'Sale!' });
      isRenamed = true;
      return await house.releases.decidedSince(...asked);
    },
  });
  await runner.publishDue();
  expect((await releaseOf(sale.id)).name).toBe('Sale!');
  expect([(await releaseOf(sale.id)).state, (await releaseOf(after.id)).state]).toEqual([
    'published',
    'published',
  ]);
  expect(await liveName(spring)).toBe('After');
});

test('[RELEASE-3] what is published by hand while a release goes live is newer', async () => {
  await house.ask('POST', `documents/${spring}/publish`);
  await rename(spring, 'Planned');
  const { json } = await plan(spring);
  await rename(spring, 'By hand');
  now += 6 * day;
  let isOver = false;
  const runner = house.runnerWith({
    async decidedSince(...asked) {
      const decided = await house.releases.decidedSince(...asked);
      if (!isOver) await house.ask('POST', `documents/${spring}/publish`);
      isOver = true;
      return decided;
    },
  });
  await runner.publishDue();
  expect(await liveName(spring)).toBe('By hand');
  expect(await releaseOf(json.id)).toMatchObject({ state: 'published', kept: ['By hand'] });
});

test('[RELEASE-2] who tries it before its time and is refused takes it off nobody’s schedule', async () => {
  const { json } = await plan(spring);
  const other = await house.page('Other', { paths: { 'outlet/en': '/other' } });
  const [taken] = [{ channel: 'online', locale: 'en', path: '/spring' }];
  await house.pages.publish({
    by: 'import',
    documents: [(await house.rooms.document(other))!],
    urls: [{ ...taken!, target: { kind: 'page', page: other } }],
  });
  const tried = await house.ask('POST', `releases/${json.id}/publish`);
  expect([tried.status, tried.json.message]).toEqual([409, expect.stringContaining('belongs to “Other”')]);
  expect((await releaseOf(json.id)).state).toBe('planned');
  await house.pages.publish({ by: 'import', removeUrls: [taken!] });
  now += 6 * day;
  await house.releaseRunner.publishDue();
  expect(await liveName(spring)).toBe('Spring');
});

test('[RELEASE-2] a page takes an address that led on, whatever else of the release moves', async () => {
  await house.pages.publish({
    by: 'import',
    urls: [
      {
        channel: 'online',
        locale: 'en',
        path: '/x',
        target: { kind: 'redirect', to: '/spring', status: 301 },
      },
    ],
    documents: [],
  });
  await house.ask('POST', `documents/${spring}/publish`);
  const first = await house.page('First', { paths: { 'online/en': '/x' } });
  const { json } = await plan(first);
  await house.change(spring, (page) =>
    page.setMeta({ path: { channel: 'online', locale: 'en', path: '/sale' } }),
  );
  await plan(spring, { into: { id: json.id } });
  now += 6 * day;
  await house.releaseRunner.publishDue();
  const target = async (path: string) => (await house.pages.resolveUrl('online', 'en', path))?.target;
  expect(await target('/x')).toEqual({ kind: 'page', page: first });
  expect(await target('/spring')).toMatchObject({ kind: 'redirect', to: '/sale' });
});

test('[RELEASE-9] a page begins and ends by itself, and is as it was again afterwards', async () => {
  await plan(spring);
  const end = await plan(spring, {
    action: 'unpublish',
    into: { name: 'End', at: new Date(now + 9 * day).toISOString() },
  });
  expect(end.status).toBe(201);
  const tea = await house.page('Tea', { paths: { 'online/en': '/tea' } });
  await house.ask('POST', `documents/${tea}/publish`);
  expect((await plan(tea)).status).toBe(409);
  await rename(tea, 'Tea for less');
  await plan(tea);
  await rename(tea, 'Tea');
  expect(
    (await plan(tea, { into: { name: 'Back', at: new Date(now + 9 * day).toISOString() } })).status,
  ).toBe(201);
  now += 6 * day;
  await house.releaseRunner.publishDue();
  expect([await liveName(spring), await liveName(tea)]).toEqual(['Spring', 'Tea for less']);
  now += 4 * day;
  await house.releaseRunner.publishDue();
  expect([await liveName(spring), await liveName(tea)]).toEqual([undefined, 'Tea']);
});

test('[RELEASE-9] a draft nobody changed follows what a release publishes', async () => {
  await house.ask('POST', `documents/${spring}/publish`);
  await rename(spring, 'Sale!');
  await plan(spring);
  await rename(spring, 'Spring');
  await plan(spring, { into: { name: 'Back', at: new Date(now + 9 * day).toISOString() } });
  await rename(spring, 'Sale!');
  now += 6 * day;
  await house.releaseRunner.publishDue();
  now += 4 * day;
  await house.releaseRunner.publishDue();
  const [facts] = (await house.ask('GET', 'documents')).json.filter(
    ({ id }: { id: string }) => id === spring,
  );
  expect([await liveName(spring), facts.isChanged]).toEqual(['Spring', false]);
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

test('[RELEASE-4] a page that nobody edited yet is not lost when it goes offline, in its newest form', async () => {
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
  await house.pages.publish({ by: 'import', documents: [{ ...imported, name: 'Imported again' }] });
  now += 6 * day;
  await house.releaseRunner.publishDue();
  expect(await liveName('imported')).toBeUndefined();
  const { json: left } = await house.ask('GET', 'documents/imported');
  expect(left).toMatchObject({ document: { name: 'Imported again' }, paths: { 'online/en': '/imported' } });
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
  expect((await plan(banner, { action: 'unpublish' })).json.message).toBe(offline.json.message);
  // By another way than this one it went after all.
  await house.pages.publish({ by: 'import', unpublish: [banner] });
  now += 6 * day;
  await house.releaseRunner.publishDue();
  expect((await house.ask('GET', 'releases')).json[0]).toMatchObject({
    state: 'failed',
    problem: expect.stringContaining('which shoppers do not see any more'),
  });
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
  expect((await plan('\u0000')).status).toBe(400);
  expect((await plan(spring, { into: { id: '\u0000' }, seen: undefined })).status).toBe(409);
  expect((await house.ask('PATCH', 'releases/%00', { name: 'x' })).status).toBe(404);
});

test('[RELEASE-11] what was edited since it was planned is told, with its fragments and its address, until the newest is planned', async () => {
  const piece = await house.page('Piece', { kind: 'fragment' });
  await house.change(spring, (page) =>
    page.insert([{ id: 'f', type: 'fragment', v: 1, props: { fragment: piece } }], { index: 0 }),
  );
  const { id } = (await plan(spring)).json;
  const isEdited = async () => {
    const list = (await house.ask('GET', 'documents')).json as {
      id: string;
      planned?: { isEdited?: true }[];
    }[];
    const [inList] = list.find((each) => each.id === spring)!.planned!;
    const [inRelease] = (await releaseOf(id)).items;
    expect(inRelease.isEdited).toBe(inList!.isEdited);
    return inList!.isEdited === true;
  };
  expect(await isEdited()).toBe(false);
  await rename(spring, 'Spring!');
  expect(await isEdited()).toBe(true);
  await rename(spring, 'Spring');
  expect(await isEdited()).toBe(false);
  await house.change(spring, (page) =>
    page.setMeta({ path: { channel: 'online', locale: 'en', path: '/spring-sale' } }),
  );
  expect(await isEdited()).toBe(true);
  await plan(spring, { into: { id } });
  expect(await isEdited()).toBe(false);
  await rename(piece, 'Other piece');
  expect(await isEdited()).toBe(true);
  await plan(spring, { into: { id } });
  expect(await isEdited()).toBe(false);
  await house.ask('POST', `releases/${id}/publish`, {});
  await rename(spring, 'Something else');
  expect((await releaseOf(id)).items[0]).not.toHaveProperty('isEdited');
});
