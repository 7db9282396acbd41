import { expect, test } from 'vitest';
import type { PageDocument } from '../page.ts';
import { createMemoryPageStore } from './memory-page-store.ts';
import type { ReleaseItem } from './release.ts';
import { createReleasePageStore } from './release-page-store.ts';

const page = (id: string, name = id): PageDocument => ({
  schema: 1,
  id,
  kind: 'page',
  name,
  seo: {},
  nodes: [],
});
const facts = { kind: 'page', plannedAt: new Date(0), plannedBy: 'ada' } as const;

function publishes(document: PageDocument, path: string, ...along: PageDocument[]): ReleaseItem {
  return {
    ...facts,
    document: document.id,
    name: document.name,
    action: 'publish',
    documents: [document, ...along],
    paths: { 'online/en': path },
  };
}

function takesOffline(document: string): ReleaseItem {
  return { ...facts, document, name: document, action: 'unpublish', documents: [], paths: {} };
}

async function shop() {
  const store = createMemoryPageStore();
  const urls = ['home', 'about', 'old'].map((id) => ({
    channel: 'online',
    locale: 'en',
    path: `/${id}`,
    target: { kind: 'page', page: id } as const,
  }));
  await store.publish({ by: 'ada', documents: ['home', 'about', 'old'].map((id) => page(id)), urls });
  return store;
}

test('[REL-7] a shop shows a release as it will be: what is new, what is changed, where it stands, and what is gone', async () => {
  const items = [
    publishes(page('home', 'Sale'), '/start', page('along', 'Along')),
    publishes(page('spring'), '/spring'),
    takesOffline('old'),
  ];
  const ahead = createReleasePageStore(await shop(), { items }, []);
  const shown = await ahead.published(['home', 'spring', 'along', 'about', 'old']);
  expect(shown.map((each) => each?.document.name)).toEqual(['Sale', 'spring', 'Along', 'about', undefined]);
  const target = async (path: string) => (await ahead.resolveUrl('online', 'en', path))?.target;
  expect(await target('/spring')).toEqual({ kind: 'page', page: 'spring' });
  expect(await target('/home')).toEqual({ kind: 'redirect', to: '/start', status: 301 });
  expect(await target('/about')).toEqual({ kind: 'page', page: 'about' });
  expect(await target('/old')).toEqual({ kind: 'gone' });
  expect((await ahead.urls('online')).map(({ path }) => path)).toEqual(['/about', '/spring', '/start']);
  expect(await ahead.addressesOf('online', 'old')).toEqual([]);
});

test('[REL-7] what somebody published by hand meanwhile is shown as it is', async () => {
  const ahead = createReleasePageStore(await shop(), { items: [publishes(page('home', 'Sale'), '/start')] }, [
    { item: 'home', document: 'home' },
  ]);
  expect((await ahead.published(['home']))[0]?.document.name).toBe('home');
  expect((await ahead.resolveUrl('online', 'en', '/home'))?.target).toEqual({ kind: 'page', page: 'home' });
});
