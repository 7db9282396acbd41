import { contentMigrations } from '@vitrine/content/server';
import { makeNode, makePage } from '@vitrine/content/testing';
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

const hero = makeNode('hero', { id: 'h', v: 2, props: { title: 'Hello' } });
const seqOf = (json: { seq: number; kind: string }[], kind: string) =>
  json.find((each) => each.kind === kind)!.seq;

test('[HIST-1] a version is kept under a name, and says what is different since', async () => {
  const id = await house.page('Home', { nodes: [hero] });
  expect((await house.ask('POST', `documents/${id}/versions`, { name: ' Before Easter ' })).status).toBe(201);
  await house.change(id, (page) => page.setProp('h', 'title', 'Happy Easter'));
  const { json } = await house.ask('GET', `documents/${id}/versions`);
  expect(json).toMatchObject([
    { kind: 'auto', by: 'Ada' },
    { kind: 'named', name: 'Before Easter', by: 'Ada' },
  ]);
  const opened = await house.ask('GET', `documents/${id}/versions/${seqOf(json, 'named')}`);
  expect(opened.json.document.nodes).toEqual([hero]);
  expect(opened.json.differences).toEqual([
    { kind: 'changed', node: 'h', module: 'hero', key: 'title', before: 'Hello', after: 'Happy Easter' },
  ]);
});

test('[HIST-2] what was published is there too, also when no version was kept of it, under a number that stays', async () => {
  const publish = (title: string) =>
    house.pages.publish({
      by: 'import',
      documents: [makePage({ id: 'old', nodes: [{ ...hero, props: { title } }] })],
    });
  await publish('First');
  await publish('Second');
  const first = (await house.ask('GET', 'documents/old/versions')).json;
  expect(first).toMatchObject([
    { seq: -2, kind: 'published', by: '' },
    { seq: -1, kind: 'published', by: '' },
  ]);
  await publish('Third');
  const later = (await house.ask('GET', 'documents/old/versions')).json;
  expect(later.map(({ seq }: { seq: number }) => seq)).toEqual([-3, -2, -1]);
});

test('[HIST-3] publishing keeps a version, once', async () => {
  const id = await house.page('Home', { nodes: [hero], paths: { 'online/en': '/' } });
  await house.ask('POST', `documents/${id}/publish`);
  const { json } = await house.ask('GET', `documents/${id}/versions`);
  expect(json.filter(({ kind }: { kind: string }) => kind === 'published')).toMatchObject([{ by: 'Ada' }]);
  expect(json.every(({ seq }: { seq: number }) => seq > 0)).toBe(true);
});

test('[HIST-4] a version from before a module changed comes in the form of today', async () => {
  const old = makePage({ id: 'old', nodes: [makeNode('hero', { id: 'h', props: { heading: 'Long ago' } })] });
  await house.pages.publish({ by: 'import', documents: [old] });
  const { json } = await house.ask('GET', 'documents/old/versions');
  const opened = (await house.ask('GET', `documents/old/versions/${json[0].seq}`)).json;
  expect(opened.document.nodes).toMatchObject([{ v: 2, props: { title: 'Long ago' } }]);
  expect(opened.differences).toEqual([]);
});

test('[HIST-5] what is not there, not named, or not allowed is refused with a sentence', async () => {
  const id = await house.page('Home');
  for (const seq of ['7', '-1', '0', 'x', '1e99', '9007199254740991', '-9007199254740991', '7.5'])
    expect((await house.ask('GET', `documents/${id}/versions/${seq}`)).status).toBe(404);
  expect((await house.ask('POST', `documents/${id}/versions`, { name: '  ' })).status).toBe(400);
  expect((await house.ask('POST', 'documents/nothing/versions', { name: 'x' })).status).toBe(404);
  const path = `documents/${id}/versions`;
  expect((await house.ask('POST', path, { name: 'x' }, { as: 'eve' })).status).toBe(403);
  expect((await house.ask('POST', path, { name: 'x' }, { site: 'cross-site' })).status).toBe(403);
  expect((await house.ask('GET', path, undefined, { as: 'zoe' })).status).toBe(403);
  expect((await house.ask('GET', path, undefined, { as: 'eve' })).json).toEqual([]);
});
