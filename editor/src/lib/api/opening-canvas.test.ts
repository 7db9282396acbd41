import { contentMigrations } from '@vitrine/content/server';
import { openTestDatabase, type TestDatabase } from '@vitrine/database/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Catalogue } from '../app/backend.ts';
import { openingCanvas } from './opening-canvas.ts';
import { type ApiHouse, openApiHouse } from './testing/api-house.ts';

const chrome =
  'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Safari/537.36';
const safari =
  'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.4 Safari/605.1.15';
const shop: Catalogue = {
  modules: [],
  channels: [{ id: 'online', name: 'Online', locales: ['en', 'de'], currencies: ['EUR', 'GBP'] }],
  winners: ['hero.b'],
  colours: [],
  samples: { product: '/product/mug' },
};

let database: TestDatabase;
let house: ApiHouse;
const faults: unknown[] = [];

beforeAll(async () => {
  database = await openTestDatabase({ migrations: [contentMigrations] });
  house = await openApiHouse(database);
});
afterAll(async () => {
  await house.close();
  await database.close();
});

function opened(path: string, { browser = chrome, catalogue = async () => shop } = {}) {
  const request = new Request(`http://shop.test${path}`, { headers: { 'user-agent': browser } });
  const onFault = (error: unknown) => void faults.push(error);
  return openingCanvas(request, { mayLook: async () => true, drafts: house.drafts, catalogue, onFault });
}

test('[EDIT-FAST-7] the page of the editor brings the canvas along that the editor will ask for', async () => {
  const spring = await house.page('Spring', { paths: { 'online/en': '/früh', 'online/de': '/frühling' } });
  const address = await opened(`/editor/${spring}?comment=abc`);
  expect(address).toBe(
    `/fr%C3%BCh?_preview=canvas&_document=${spring}&_channel=online&_currency=EUR&_audience=hero.b`,
  );
  // Firefox says it otherwise.
  expect(await opened(`/editor/${spring}`, { browser: 'Mozilla/5.0 Gecko/20100101 Firefox/150.0' })).toBe(
    address,
  );
});

test('[EDIT-FAST-7] nothing comes along where there is nothing to show, or the browser would load it twice', async () => {
  const page = await house.page('Autumn', { paths: { 'online/en': '/autumn' } });
  expect(await opened('/editor')).toBeUndefined();
  expect(await opened('/editor/')).toBeUndefined();
  expect(await opened('/editor/nothing')).toBeUndefined();
  expect(await opened('/editor/%E0%A4%A')).toBeUndefined();
  for (const browser of [safari, chrome.replace('148', '132'), 'Firefox/143.0', '']) {
    expect(await opened(`/editor/${page}`, { browser })).toBeUndefined();
  }
  await house.drafts.remove(page, 'user:ada');
  expect(await opened(`/editor/${page}`)).toBeUndefined();
});

test('[EDIT-FAST-7] nobody is told where a page stands who may not look at it', async () => {
  const page = await house.page('Secret');
  const told = async (as: string) => {
    const headers = { 'user-agent': chrome, 'x-person': as };
    return await house.openingCanvas(new Request(`http://shop.test/editor/${page}`, { headers }));
  };
  expect(await told('eve')).toContain(`_document=${page}`);
  for (const nobody of ['zoe', 'stranger']) expect(await told(nobody)).toBeUndefined();
});

test('[EDIT-FAST-7] when it cannot be found out the editor opens all the same', async () => {
  const page = await house.page('Winter', { paths: {} });
  const catalogue = () => Promise.reject(new Error('no catalogue'));
  expect(await opened(`/editor/${page}`, { catalogue })).toBeUndefined();
  expect(faults).toEqual([new Error('no catalogue')]);
});
