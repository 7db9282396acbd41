import { contentMigrations, createPresetStore } from '@vitrine/content/server';
import { makeNode } from '@vitrine/content/testing';
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

const old = makeNode('hero', { id: 'h', props: { heading: 'Sale' } });
const now = makeNode('hero', { id: 'h', v: 2, props: { title: 'Sale' } });

test('[PRESET-2] modules are kept under a name, brought forward, listed for everybody, and removed', async () => {
  const made = await house.ask('POST', 'presets', { name: ' Sale ', nodes: [old] });
  expect([made.status, made.json]).toMatchObject([201, { name: 'Sale', nodes: [now], by: 'Ada' }]);
  const listed = (await house.ask('GET', 'presets', undefined, { as: 'eve' })).json;
  expect(listed).toEqual([made.json]);
  expect((await house.ask('DELETE', `presets/${made.json.id}`, undefined, { as: 'bob' })).status).toBe(200);
  expect((await house.ask('DELETE', `presets/${made.json.id}`)).status).toBe(404);
  expect((await house.ask('GET', 'presets')).json).toEqual([]);
});

test('[PRESET-3] what is no module, or too much, is refused with a sentence', async () => {
  const refused = [
    [{ name: '', nodes: [old] }, 400],
    [{ name: 'x', nodes: [] }, 400],
    [{ name: 'x', nodes: [{ id: 'h' }] }, 400],
    [{ name: 'x', nodes: [makeNode('hero', { v: 9 })] }, 409],
    [{ name: 'x', nodes: [makeNode('hero', { v: 2, props: { title: 'x'.repeat(500_000) } })] }, 400],
  ] as const;
  for (const [body, status] of refused) {
    const answer = await house.ask('POST', 'presets', body);
    expect([answer.status, typeof answer.json.message]).toEqual([status, 'string']);
  }
});

test('[PRESET-3] all together are not more than can be listed', async () => {
  const store = createPresetStore(database);
  const nodes = [makeNode('hero', { v: 2, props: { title: 'x'.repeat(1_000_000) } })];
  for (const name of ['a', 'b', 'c', 'd', 'e']) await store.add({ name, nodes, by: 'user:ada' });
  const refused = await house.ask('POST', 'presets', { name: 'x', nodes: [now] });
  expect([refused.status, refused.json.message]).toEqual([409, expect.stringContaining('together')]);
});

test('[PRESET-4] it takes the capability to write, and a request of the editor itself', async () => {
  expect((await house.ask('POST', 'presets', { name: 'x', nodes: [now] }, { as: 'eve' })).status).toBe(403);
  expect((await house.ask('DELETE', 'presets/x', undefined, { as: 'eve' })).status).toBe(403);
  expect(
    (await house.ask('POST', 'presets', { name: 'x', nodes: [now] }, { site: 'cross-site' })).status,
  ).toBe(403);
  expect((await house.ask('GET', 'presets', undefined, { as: 'zoe' })).status).toBe(403);
});
