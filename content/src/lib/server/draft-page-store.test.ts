import { openTestDatabase, type TestDatabase } from '@vitrine/database/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PageStore } from '../page-store.ts';
import { makePage } from '../testing/builders.ts';
import type { UrlEntry } from '../url-map.ts';
import { contentMigrations } from './content.tables.ts';
import { createDraftPageStore } from './draft-page-store.ts';
import { shapes } from './draft-store.contract.ts';
import type { DraftStore } from './draft-store.ts';
import { createSqlDraftStore } from './sql-draft-store.ts';
import { createSqlPageStore } from './sql-page-store.ts';

const by = 'user:ada';
let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase({ migrations: [contentMigrations] });
});
afterAll(async () => {
  await database.close();
});

async function open(): Promise<{ pages: PageStore; drafts: DraftStore; preview: PageStore }> {
  await database.execute(
    'truncate content_drafts, content_draft_updates, content_documents, content_versions, content_urls, content_template_overrides',
  );
  const pages = createSqlPageStore(database);
  const drafts = createSqlDraftStore(database, { shapes });
  return { pages, drafts, preview: createDraftPageStore(pages, drafts) };
}

function at(path: string, page: string, locale = 'en'): UrlEntry {
  return { channel: 'online', locale, path, target: { kind: 'page', page } };
}

function template(id: string) {
  return makePage({ id, kind: 'template', composes: 'product' });
}

test('[PREVIEW-1] drafts are shown over what is published, and what has none as it is published', async () => {
  const { pages, drafts, preview } = await open();
  const [home, about] = [makePage({ id: 'home' }), makePage({ id: 'about' })];
  const { published } = await pages.publish({ by, documents: [home, about] });
  await drafts.open('home');
  expect(await preview.published(['home', 'about'])).toEqual(published);
  const changed = { ...home, name: 'Start' };
  await drafts.project('home', changed, {}, by);
  await drafts.create(makePage({ id: 'new' }), { by });
  const found = await preview.published(['about', 'new', 'home', 'nothing']);
  expect(found.map((each) => each?.document.name)).toEqual(['about', 'new', 'Start', undefined]);
  expect(found[2]!.version).not.toBe(published[0]!.version);
  await expect(preview.publish({ by, documents: [home] })).rejects.toThrow('publishes nothing');
});

test('[PREVIEW-2] addresses of drafts lead to them, and stand for all the page has in that locale', async () => {
  const { pages, drafts, preview } = await open();
  const gone: UrlEntry = { channel: 'online', locale: 'en', path: '/old', target: { kind: 'gone' } };
  await pages.publish({
    by,
    documents: [makePage({ id: 'home' }), makePage({ id: 'about' })],
    urls: [at('/', 'home'), at('/start', 'home'), at('/de', 'home', 'de'), at('/about', 'about'), gone],
  });
  await drafts.open('home');
  await drafts.project('home', makePage({ id: 'home' }), { 'online/en': '/About/', 'other/en': '/x' }, by);
  expect(await preview.resolveUrl('online', 'en', '/about/')).toEqual(at('/about', 'home'));
  expect(await preview.resolveUrl('online', 'en', '/old')).toEqual(gone);
  expect(await preview.resolveUrl('online', 'en', '/%E0%A4%A')).toBeUndefined();
  expect(await preview.resolveUrl('other', 'en', '/x')).toMatchObject({ target: { page: 'home' } });
  expect(await preview.addressesOf('online', 'home')).toEqual([
    at('/de', 'home', 'de'),
    at('/about', 'home'),
  ]);
  expect(await preview.urls('online')).toEqual([at('/de', 'home', 'de'), at('/about', 'home')]);
  expect(await preview.addressesOf('online', 'nothing')).toEqual([]);
});

test('[PREVIEW-4] an address a draft has left leads on or is gone, as it will be once that is published', async () => {
  const { pages, drafts, preview } = await open();
  await pages.publish({
    by,
    documents: [makePage({ id: 'home' }), makePage({ id: 'about' })],
    urls: [at('/', 'home'), at('/start', 'home'), at('/de', 'home', 'de'), at('/about', 'about')],
  });
  const targetOf = async (path: string, locale = 'en') =>
    (await preview.resolveUrl('online', locale, path))?.target;
  await drafts.open('home');
  await drafts.project('home', makePage({ id: 'home' }), { 'online/en': '/new' }, by);
  expect(await targetOf('/start')).toEqual({ kind: 'redirect', to: '/new', status: 301 });
  expect(await targetOf('/new')).toEqual({ kind: 'page', page: 'home' });
  expect(await targetOf('/de', 'de')).toEqual({ kind: 'gone' });
  expect(await targetOf('/about')).toEqual({ kind: 'page', page: 'about' });
  // Both were its addresses before, and publishing leaves them to it.
  await drafts.project('home', makePage({ id: 'home' }), { 'online/en': '/' }, by);
  expect(await targetOf('/start')).toEqual({ kind: 'page', page: 'home' });
});

test('[PREVIEW-3] templates are chosen as they would be if the drafts were published', async () => {
  const { pages, drafts, preview } = await open();
  const chosen = async (entity?: string) => (await preview.templateFor('product', entity))?.document;
  await drafts.create(template('wide'), { by });
  expect((await chosen())!.id).toBe('wide');
  await pages.publish({
    by,
    documents: [template('a-lamp'), template('shop')],
    overrides: { 'p-1': 'a-lamp' },
  });
  await drafts.open('a-lamp');
  await drafts.project('a-lamp', { ...template('a-lamp'), name: 'Lamp!' }, {}, by);
  expect((await chosen('p-1'))!.name).toBe('Lamp!');
  expect((await chosen('p-2'))!.id).toBe('shop');
  await drafts.create(template('product'), { by });
  expect((await chosen('p-2'))!.id).toBe('product');
  expect((await chosen('p-1'))!.id).toBe('a-lamp');
});
