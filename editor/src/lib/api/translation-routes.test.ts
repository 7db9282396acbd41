import { contentMigrations } from '@vitrine/content/server';
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

const hero = makeNode('hero', { id: 'h', v: 2, props: { title: 'Hello', 'title@de': 'Hallo' } });
const path = 'h/title@de';
const known = async (id: string) => (await house.ask('GET', `documents/${id}/translations`)).json;
const told = (id: string, expected: object) => expect.poll(() => known(id)).toEqual(expected);

test('[TRANSLATE-1] what a text was translated from is told, whoever wrote it, and stays when the original changes', async () => {
  const id = await house.page('Home', { nodes: [hero] });
  await house.change(id, (page) => page.setMeta({ name: 'First page' }));
  await told(id, { [path]: { value: 'Hallo', base: 'Hello' } });
  await house.change(id, (page) => page.setProp('h', 'title', 'Welcome'));
  await house.change(id, (page) => page.setMeta({ seo: { title: 'Shop', 'title@de': 'Laden' } }));
  await told(id, {
    '/seo/title@de': { value: 'Laden', base: 'Shop' },
    [path]: { value: 'Hallo', base: 'Hello' },
  });
  await house.change(id, (page) => page.setProp('h', 'title@de', 'Willkommen'));
  await expect
    .poll(async () => (await known(id))[path])
    .toMatchObject({ value: 'Willkommen', base: 'Welcome' });
});

test('[TRANSLATE-2] a translation that is still right is confirmed by whoever may write, as it was looked at', async () => {
  const id = await house.page('Home', { nodes: [hero] });
  await house.change(id, (page) => page.setMeta({ name: 'First page' }));
  await told(id, { [path]: { value: 'Hallo', base: 'Hello' } });
  const confirm = (body: object, as?: 'eve') =>
    house.ask('POST', `documents/${id}/translations/confirm`, body, as && { as });
  expect((await confirm({ path, value: 'Hallo', base: 'Hi' }, 'eve')).status).toBe(403);
  const old = await confirm({ path, value: 'Servus', base: 'Hi' });
  expect(old).toMatchObject({ status: 409, json: { message: expect.stringContaining('once more') } });
  expect((await confirm({ path: '', value: 'Hallo', base: 'Hi' })).status).toBe(400);
  expect((await confirm({ path, base: 'Hi' })).status).toBe(400);
  expect((await confirm({ path, value: 'Hallo', base: 'Hi' })).json).toEqual({
    [path]: { value: 'Hallo', base: 'Hi' },
  });
  expect((await house.ask('GET', 'documents/nothing/translations')).status).toBe(404);
});
