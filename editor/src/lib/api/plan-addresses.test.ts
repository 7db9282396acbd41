import type { PageDocument } from '@vitrine/content';
import { createMemoryPageStore, type DocumentPaths } from '@vitrine/content/server';
import { makeCatalogue, makePage } from '@vitrine/content/testing';
import { describe, expect, test } from 'vitest';
import { planPublishing } from './publish-plan.ts';

const channels = [{ id: 'online', locales: ['en', 'de'] }];

/** A shop whose drafts are what the test says they are. */
async function openShop() {
  const pages = createMemoryPageStore();
  const drafts = new Map<string, { document: PageDocument; paths: DocumentPaths }>();
  await pages.publish({ by: 'test', documents: [makePage({ id: 'main', kind: 'layout' })] });
  const plan = async (id: string) =>
    (await planPublishing(id, {
      pages,
      channels,
      modules: makeCatalogue({}),
      // No page links to another one.
      drafts: { pathsIn: async () => [], drafts: async (ids) => ids.map(() => undefined) },
      current: async (each) => {
        const draft = drafts.get(each);
        const [published] = await pages.published([each]);
        return draft && { ...draft, publishedVersion: published?.version };
      },
    }))!;

  return {
    pages,
    plan,
    write(id: string, paths: DocumentPaths, facts: Partial<PageDocument> = {}) {
      drafts.set(id, { document: makePage({ id, name: id, ...facts }), paths });
    },
    async publish(id: string) {
      const { change, problems } = await plan(id);
      const error = problems.find(({ severity }) => severity === 'error');
      if (error) return error.message;
      await pages.publish({ by: 'test', ...change });
      return 'published';
    },
    /** What an address leads to, after as few steps as there are. */
    async at(path: string, locale = 'en') {
      const target = (await pages.resolveUrl('online', locale, path))?.target;
      if (!target) return undefined;
      return target.kind === 'page' ? target.page : target.kind === 'gone' ? 'gone' : `→ ${target.to}`;
    },
  };
}

const en = (path: string): DocumentPaths => ({ 'online/en': path });

describe('addresses of a page that is published', () => {
  test('[ADDR-1] a new page gets its addresses in every language that has one', async () => {
    const shop = await openShop();
    shop.write('spring', { 'online/en': '/spring', 'online/de': '/frühling' });
    expect((await shop.plan('spring')).addresses).toEqual([
      { path: '/spring', locale: 'en', state: 'new' },
      { path: '/de/frühling', locale: 'de', state: 'new' },
    ]);
    await shop.publish('spring');
    expect([await shop.at('/spring'), await shop.at('/frühling', 'de'), await shop.at('/frühling')]).toEqual([
      'spring',
      'spring',
      undefined,
    ]);
    expect((await shop.plan('spring')).addresses.map(({ state }) => state)).toEqual(['same', 'same']);
  });

  test('[ADDR-2] a page that moves leaves a redirect, in that language only', async () => {
    const shop = await openShop();
    shop.write('spring', { 'online/en': '/spring', 'online/de': '/spring' });
    await shop.publish('spring');
    shop.write('spring', { 'online/en': '/easter', 'online/de': '/spring' });
    expect((await shop.plan('spring')).addresses[0]).toEqual({
      path: '/easter',
      locale: 'en',
      state: 'moved',
      from: '/spring',
    });
    await shop.publish('spring');
    expect([await shop.at('/easter'), await shop.at('/spring'), await shop.at('/spring', 'de')]).toEqual([
      'spring',
      '→ /easter',
      'spring',
    ]);
  });

  test('[ADDR-3] when it moves again all old addresses lead straight to the new one', async () => {
    const shop = await openShop();
    for (const path of ['/a', '/b', '/c', '/d']) {
      shop.write('page', en(path));
      expect(await shop.publish('page')).toBe('published');
    }
    expect(await Promise.all(['/a', '/b', '/c', '/d'].map((path) => shop.at(path)))).toEqual([
      '→ /d',
      '→ /d',
      '→ /d',
      'page',
    ]);
  });

  test('[ADDR-4] it can go back to an address it had, and to the one before that', async () => {
    const shop = await openShop();
    for (const path of ['/a', '/b', '/c', '/a', '/b']) {
      shop.write('page', en(path));
      expect(await shop.publish('page')).toBe('published');
    }
    expect(await Promise.all(['/a', '/b', '/c'].map((path) => shop.at(path)))).toEqual([
      '→ /b',
      'page',
      '→ /b',
    ]);
  });

  test('[ADDR-5] the address of another page is refused by its name, and nothing is published', async () => {
    const shop = await openShop();
    shop.write('about', en('/about'), { name: 'About us' });
    await shop.publish('about');
    shop.write('team', en('/about'));
    expect(await shop.publish('team')).toContain('belongs to “About us”');
    shop.write('team', { 'online/en': '/team', 'online/de': '/about' });
    expect(await shop.publish('team')).toBe('published');
  });

  test('[ADDR-6] an address another page has left can be taken; what led to it goes on to that page', async () => {
    const shop = await openShop();
    for (const path of ['/a', '/b', '/c']) {
      shop.write('first', en(path));
      await shop.publish('first');
    }
    shop.write('second', en('/b'));
    expect(await shop.publish('second')).toBe('published');
    expect([await shop.at('/a'), await shop.at('/b'), await shop.at('/c')]).toEqual([
      '→ /c',
      'second',
      'first',
    ]);
  });

  test('[ADDR-7] one that is spelled another way is the same', async () => {
    const shop = await openShop();
    shop.write('page', en('/about'));
    await shop.publish('page');
    shop.write('page', en('/About/'));
    expect((await shop.plan('page')).addresses).toEqual([{ path: '/about', locale: 'en', state: 'same' }]);
    shop.write('page', en('/a b?c'));
    expect(await shop.publish('page')).toContain('is no address');
  });

  test('[ADDR-8] one that is taken away says that it is gone, and can be given again', async () => {
    const shop = await openShop();
    shop.write('page', { 'online/en': '/page', 'online/de': '/seite' });
    await shop.publish('page');
    shop.write('page', en('/page'));
    expect((await shop.plan('page')).addresses).toContainEqual({
      path: '/de/seite',
      locale: 'de',
      state: 'gone',
    });
    await shop.publish('page');
    expect(await shop.at('/seite', 'de')).toBe('gone');
    shop.write('page', { 'online/en': '/page', 'online/de': '/seite' });
    await shop.publish('page');
    expect(await shop.at('/seite', 'de')).toBe('page');
  });

  test('[ADDR-13] addresses are told as visitors type them', async () => {
    const shop = await openShop();
    shop.write('page', { 'online/en': '/', 'online/de': '/' });
    expect((await shop.plan('page')).addresses.map(({ path }) => path)).toEqual(['/', '/de']);
    await shop.publish('page');
    shop.write('page', { 'online/en': '/', 'online/de': '/start' });
    expect((await shop.plan('page')).addresses[1]).toMatchObject({ path: '/de/start', from: '/de' });
    shop.write('other', { 'online/en': '/other', 'online/de': '/' });
    expect(await shop.publish('other')).toContain('The address /de belongs to');
  });

  test('[ADDR-9] a page needs one, a fragment has none', async () => {
    const shop = await openShop();
    shop.write('page', {});
    expect(await shop.publish('page')).toContain('The page has no address.');
    shop.write('piece', {}, { kind: 'fragment' });
    expect(await shop.publish('piece')).toBe('published');
  });
});
