import { contentMigrations } from '@vitrine/content/server';
import { makeExperiment, makeNode } from '@vitrine/content/testing';
import { openTestDatabase, type TestDatabase } from '@vitrine/database/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ApiHouse, openApiHouse } from './testing/api-house.ts';

let database: TestDatabase;
let house: ApiHouse;

beforeAll(async () => {
  database = await openTestDatabase({ migrations: [contentMigrations] });
});
beforeEach(async () => {
  house = await openApiHouse(database);
});
afterEach(async () => {
  expect(house.faults).toEqual([]);
  await house.close();
});
afterAll(() => database.close());

const phones = { id: 'phones', name: 'Phones', rules: [{ kind: 'device', devices: ['phone'] }] };
const planned = makeExperiment({ id: 'headline' });
const { state: _, ...headline } = planned;
const hero = (id: string, ...audiences: string[]) => makeNode('hero', { id, v: 2, audiences });
const put = (path: string, body: object, as?: string) => house.ask('PUT', path, body, as ? { as } : {});
const list = async () => (await house.ask('GET', 'audiences')).json;
const refusal = (status: number, words: string | RegExp) => ({
  status,
  json: { message: typeof words === 'string' ? words : expect.stringMatching(words) },
});

async function publish(id: string): Promise<void> {
  const { json: plan } = await house.ask('GET', `documents/${id}/publish-plan`);
  const documents = plan.documents.map(({ id, version, state }: Record<string, string>) => ({
    id,
    version,
    state,
  }));
  const answer = await house.ask('POST', `documents/${id}/publish`, {
    seen: { documents, addresses: plan.addresses },
  });
  expect(answer.status, JSON.stringify(answer.json)).toBe(200);
}

test('[AUDIENCE-1] who may publish makes and changes audiences, everybody in the editor sees them', async () => {
  expect((await put('audiences/phones', phones, 'bob')).status).toBe(403);
  expect((await put('audiences/phones', phones, 'eve')).status).toBe(403);
  expect(await put('audiences/phones', phones)).toEqual({ status: 200, json: phones });
  await put('audiences/phones', { ...phones, name: 'On phones' });
  expect((await house.ask('GET', 'crowd', undefined, { as: 'eve' })).json).toEqual({
    audiences: [{ ...phones, name: 'On phones' }],
    experiments: [],
  });
  const foreign = await house.ask('PUT', 'audiences/phones', phones, { site: 'cross-site' });
  expect(foreign.status).toBe(403);
  expect((await put('audiences/other', phones)).status).toBe(400);
  expect((await put('audiences/phones', { ...phones, rules: [] })).status).toBe(400);
});

test('[AUDIENCE-2] it is known where an audience is named, edited and published, and one that is named is not removed', async () => {
  await put('audiences/phones', phones);
  const id = await house.page('Home', {
    paths: { 'online/en': '/home' },
    nodes: [hero('h', '!phones'), hero('i', 'phones')],
  });
  const use = { document: { id, name: 'Home', kind: 'page' }, inDraft: true, isPublished: false };
  expect(await list()).toMatchObject({ audiences: [{ id: 'phones', uses: [use] }] });
  const remove = (as = 'ada') => house.ask('DELETE', 'audiences/phones', undefined, { as });
  expect((await remove('bob')).status).toBe(403);
  expect(await remove()).toEqual(
    refusal(409, '“Phones” is named on “Home”. Take it out there first, and publish that.'),
  );
  await publish(id);
  await house.change(id, (page) => page.remove(['h', 'i']));
  await expect
    .poll(list)
    .toMatchObject({ audiences: [{ uses: [{ ...use, inDraft: false, isPublished: true }] }] });
  expect((await remove()).status).toBe(409);
  await publish(id);
  expect((await remove()).json).toEqual(phones);
  expect(await remove()).toEqual(refusal(404, 'This audience is not there any more.'));
});

test('[TESTING-1] who may write plans a test, and only who may publish starts, changes and ends one', async () => {
  expect((await put('experiments/headline', headline, 'eve')).status).toBe(403);
  expect(await put('experiments/headline', headline, 'bob')).toEqual({ status: 200, json: planned });
  const id = await house.page('Home', {
    paths: { 'online/en': '/home' },
    nodes: [hero('h', '!headline.b'), hero('i', 'headline.b')],
  });
  const use = { document: { id, name: 'Home', kind: 'page' }, inDraft: true, isPublished: false };
  expect((await list()).experiments).toEqual([{ ...planned, uses: [{ ...use, published: [] }] }]);
  await publish(id);

  const start = (as = 'ada') => house.ask('POST', 'experiments/headline/start', {}, { as });
  expect((await start('bob')).status).toBe(403);
  expect(await start()).toMatchObject({ status: 200, json: { state: { kind: 'running' } } });
  expect((await put('experiments/headline', { ...headline, name: 'New' }, 'bob')).status).toBe(403);
  expect((await put('experiments/headline', { ...headline, name: 'New' })).json).toMatchObject({
    name: 'New',
  });
  expect((await house.ask('DELETE', 'experiments/headline', undefined, { as: 'bob' })).status).toBe(403);
  expect((await house.ask('DELETE', 'experiments/headline')).status).toBe(409);

  await house.crowd.seen([{ experiment: 'headline', version: 'b', visitor: 'somebody' }]);
  const { json } = await house.ask('GET', 'experiments/headline/results', undefined, { as: 'eve' });
  expect(json.counts).toMatchObject([
    { version: 'a', visitors: 0 },
    { version: 'b', visitors: 1 },
  ]);
  const end = (winner: string, as = 'ada') =>
    house.ask('POST', 'experiments/headline/end', { winner }, { as });
  expect((await end('b', 'bob')).status).toBe(403);
  expect((await end('e')).status).toBe(400);
  expect((await end('c')).status).toBe(409);
  expect((await end('b')).json).toMatchObject({ state: { kind: 'ended', winner: 'b' } });

  expect(await house.ask('DELETE', 'experiments/headline')).toEqual(
    refusal(409, /^Shoppers see the winner of “New” on “Home” by it\./),
  );
  await house.change(id, (page) => {
    page.remove(['h']);
    page.setFacts('i', { audiences: undefined });
  });
  await publish(id);
  expect((await house.ask('DELETE', 'experiments/headline')).status).toBe(200);
  expect(await house.ask('GET', 'experiments/headline/results')).toEqual(
    refusal(404, 'This test is not there any more.'),
  );
  expect((await start()).status).toBe(404);
});

test('[TESTING-10] a page that lacks a version of a test that runs is not published, and one that lacks the original is warned of', async () => {
  await put('experiments/headline', headline);
  const id = await house.page('Home', {
    paths: { 'online/en': '/home' },
    nodes: [hero('h', '!headline.b'), hero('i', 'headline.b')],
  });
  const found = async () =>
    (await house.ask('GET', `documents/${id}/publish-plan`)).json.problems.filter(
      ({ code }: { code: string }) => code === 'missing-version',
    );
  const insert = (node: string, ...audiences: string[]) =>
    house.change(id, (page) => page.insert([hero(node, ...audiences)], { parent: undefined, index: 0 }));
  const withoutB =
    'Visitors of version B of “Short headline” would see nothing here: this page has the original of the test, but not version B. Put it back, or keep A for everybody.';
  const withoutA =
    'Visitors of version A of “Short headline” would see nothing here: this page has version B of the test, but not the original. Put it back, or keep B for everybody.';
  expect(await found()).toEqual([]);
  await publish(id);
  await house.change(id, (page) => page.remove(['i']));
  await expect
    .poll(found)
    .toMatchObject([{ severity: 'warning', document: id, node: 'h', message: withoutB }]);

  await house.ask('POST', 'experiments/headline/start', {});
  expect(await found()).toMatchObject([{ severity: 'error', message: withoutB }]);
  expect(await house.ask('POST', `documents/${id}/publish`)).toEqual(
    refusal(409, `It cannot be published yet. ${withoutB}`),
  );
  await insert('j', 'headline.b');
  await expect.poll(found).toEqual([]);
  await house.change(id, (page) => page.remove(['h']));
  await expect.poll(found).toMatchObject([{ severity: 'warning', message: withoutA }]);

  await house.ask('POST', 'experiments/headline/end', { winner: 'a' });
  expect(await found()).toMatchObject([
    {
      severity: 'warning',
      message:
        'The test “Short headline” has ended with version A for everybody, and this page does not have it: everybody would see nothing here. Put it back, or keep another version.',
    },
  ]);
});

test('[TESTING-2] a test does not start before each of its versions is on a published page', async () => {
  const versions = [...headline.versions, { name: 'c', label: 'Long' }];
  await put('experiments/headline', { ...headline, versions });
  const start = () => house.ask('POST', 'experiments/headline/start', {});
  expect(await start()).toEqual(
    refusal(409, '“Short headline” cannot start. It is on no page yet: version B and version C are missing.'),
  );
  const id = await house.page('Home', {
    paths: { 'online/en': '/home' },
    nodes: [hero('h', '!headline.b'), hero('i', 'headline.b')],
  });
  await publish(id);
  expect(await start()).toEqual(
    refusal(409, '“Short headline” cannot start. “Home” is not published with version C yet.'),
  );
  await house.change(id, (page) => page.insert([hero('j', 'headline.c')], { parent: undefined, index: 2 }));
  await publish(id);
  expect((await start()).status).toBe(200);
});
