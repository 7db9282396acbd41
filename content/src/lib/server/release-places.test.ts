import { expect, test } from 'vitest';
import type { PageDocument } from '../page.ts';
import { createMemoryPageStore } from './memory-page-store.ts';
import type { ReleaseItem } from './release.ts';
import { createReleasePageStore } from './release-page-store.ts';
import { releasePlaces } from './release-places.ts';

const document = (id: string, facts: Partial<PageDocument> = {}): PageDocument => ({
  schema: 1,
  id,
  kind: 'page',
  name: id.toUpperCase(),
  seo: {},
  nodes: [],
  ...facts,
});
const item = (of: PageDocument, facts: Partial<ReleaseItem> = {}): ReleaseItem => ({
  document: of.id,
  kind: of.kind,
  name: of.name,
  action: 'publish',
  documents: [of],
  paths: {},
  plannedAt: new Date(0),
  plannedBy: 'ada',
  ...facts,
});
const channels = [
  { id: 'online', locales: ['en', 'de'] },
  { id: 'outlet', locales: ['fr'] },
];
const samples = { page: '/', product: '/p/mug' };

test('[REL-8] a release is looked at where its pages will stand, in every language and channel, each place once', async () => {
  const store = createMemoryPageStore();
  await store.publish({
    by: 'ada',
    documents: [document('old')],
    urls: [{ channel: 'online', locale: 'en', path: '/old', target: { kind: 'page', page: 'old' } }],
  });
  const items = [
    item(document('spring'), {
      paths: { 'online/de': '/frühling', 'online/en': '/spring', 'outlet/fr': '/p' },
    }),
    item(document('tea'), { paths: { 'online/en': '/tea' } }),
    item(document('old'), { action: 'unpublish', documents: [] }),
    item(document('product', { kind: 'template', composes: 'product' })),
    item(document('main', { kind: 'layout' })),
    item(document('banner', { kind: 'fragment' })),
    item(document('cart', { kind: 'template', composes: 'cart' })),
  ];
  const ahead = createReleasePageStore(store, { items }, []);
  const placesOf = async (some: readonly ReleaseItem[], found: Readonly<Record<string, string>> = samples) =>
    (await releasePlaces({ items: some }, { ahead, channels, samples: found })).map(
      ({ name = '*', channel, locale, path }) => `${name} ${channel}/${locale} ${path}`,
    );
  expect(await placesOf(items)).toEqual([
    'SPRING online/en /spring',
    'SPRING online/de /frühling',
    'SPRING outlet/fr /p',
    'TEA online/en /tea',
    'PRODUCT online/en /p/mug',
    '* online/en /',
  ]);
  expect(await placesOf(items.slice(2, 3))).toEqual([]);
  expect(await placesOf(items.slice(4, 5), {})).toEqual([]);
});

test('[REL-8] a page that somebody published elsewhere meanwhile is looked at there', async () => {
  const store = createMemoryPageStore();
  await store.publish({
    by: 'ada',
    documents: [document('spring')],
    urls: [{ channel: 'online', locale: 'en', path: '/moved', target: { kind: 'page', page: 'spring' } }],
  });
  const items = [item(document('spring'), { paths: { 'online/en': '/spring' } })];
  const ahead = createReleasePageStore(store, { items }, [{ item: 'spring', document: 'spring' }]);
  expect((await releasePlaces({ items }, { ahead, channels, samples })).map(({ path }) => path)).toEqual([
    '/moved',
  ]);
});
