import { contentMigrations } from '@vitrine/content/server';
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

const red = { light: { 'colour.ink': '#a00000' }, dark: {} };

test('[STYLE-2] the styles are read with what can be chosen, kept as a draft of everybody, and published', async () => {
  const first = (await house.ask('GET', 'theme')).json;
  expect(first).toMatchObject({ name: 'Bare', version: 0, draft: { light: {}, dark: {} } });
  expect(first.tokens.map(({ name }: { name: string }) => name)).toEqual(['colour.ink', 'space.1']);
  const saved = await house.ask('POST', 'theme', { version: 0, draft: red });
  expect([saved.status, saved.json]).toMatchObject([200, { version: 1, draft: red, updatedBy: 'Ada' }]);
  expect((await house.ask('GET', 'theme', undefined, { as: 'bob' })).json).toMatchObject({ draft: red });
  const live = await house.ask('POST', 'theme/publish', { version: 1 });
  expect(live.json).toMatchObject({ version: 2, published: red });
});

test('[STYLE-3] who comes second is told who came first, and gets what that one chose', async () => {
  await house.ask('POST', 'theme', { version: 0, draft: red });
  const late = await house.ask(
    'POST',
    'theme',
    { version: 0, draft: { light: {}, dark: {} } },
    { as: 'bob' },
  );
  expect([late.status, late.json.message]).toEqual([409, expect.stringContaining('Ada changed the styles')]);
  expect((await house.ask('GET', 'theme')).json.draft).toEqual(red);
});

test('[STYLE-4] nothing but colours and lengths of this theme gets in', async () => {
  const refused = [
    { light: { 'colour.ink': '#000;}body{display:none' }, dark: {} },
    { light: { 'colour.ink': 'url(https://evil.example)' }, dark: {} },
    { light: { 'space.1': '1px</style><script>' }, dark: {} },
    { light: { 'colour.ink}*{': '#000' }, dark: {} },
    { light: { __proto__x: '#000' }, dark: {} },
    { light: { 'colour.ink': 1 }, dark: {} },
    { light: {} },
  ];
  for (const draft of refused) {
    const { status, json } = await house.ask('POST', 'theme', { version: 0, draft });
    expect([draft, status, typeof json.message]).toEqual([draft, 400, 'string']);
  }
  expect((await house.ask('GET', 'theme')).json.version).toBe(0);
});

test('[STYLE-5] who only looks changes nothing, who writes does not publish, other sites change nothing', async () => {
  const change = { version: 0, draft: red };
  expect((await house.ask('POST', 'theme', change, { as: 'eve' })).status).toBe(403);
  expect((await house.ask('POST', 'theme/publish', { version: 0 }, { as: 'bob' })).status).toBe(403);
  expect((await house.ask('POST', 'theme', change, { site: 'cross-site' })).status).toBe(403);
  expect((await house.ask('GET', 'theme', undefined, { as: 'zoe' })).status).toBe(403);
});
