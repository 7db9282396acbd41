import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeEach, expect, test } from 'vitest';
import { contentMigrations } from './content.tables.ts';
import { createPreviewLinkStore, type NewPreviewLink } from './preview-link-store.ts';

const day = 24 * 3_600_000;

describeOnEachEngine('preview links in a database', { migrations: [contentMigrations] }, (open) => {
  let now: number;
  beforeEach(async () => {
    now = Date.UTC(2027, 2, 1, 9);
    await open().execute('truncate content_preview_links');
  });
  const openStore = (most?: number) => createPreviewLinkStore(open(), { most, now: () => now });
  const wish = (changes: Partial<Omit<NewPreviewLink, 'document' | 'release'>> = {}) => ({
    document: 'spring',
    channel: 'online',
    locale: 'de',
    path: '/frühling',
    currency: 'EUR',
    madeBy: 'user:ada',
    expiresAt: new Date(now + 7 * day),
    ...changes,
  });

  test('[LINK-1] a link is listed as it was made, the newest first, each under an id of its own', async () => {
    const store = openStore();
    const first = await store.add(wish({ at: new Date('2027-03-05T08:00:00Z') }));
    now += 1000;
    const second = await store.add(wish({ madeBy: 'user:bob' }));
    expect(first).toEqual({
      ...wish({ at: new Date('2027-03-05T08:00:00Z') }),
      expiresAt: new Date(now - 1000 + 7 * day),
      id: expect.stringMatching(/^[\w-]{12}$/),
      madeAt: new Date(now - 1000),
    });
    expect(second).not.toHaveProperty('at');
    expect(await store.list()).toEqual([second, first]);
  });

  test('[LINK-1] a link says as whom it shows a page, or of which release it shows all pages', async () => {
    const store = openStore();
    const { document: _, ...rest } = wish({ customerGroup: 'trade', audience: 'phones,hero.b' });
    await store.add({ ...rest, document: 'spring' });
    await store.add({ ...rest, release: 'sale' });
    const shown = (await store.list()).map(({ document, release, customerGroup, audience }) => [
      document ?? release,
      customerGroup,
      audience,
    ]);
    expect(shown.toSorted()).toEqual([
      ['sale', 'trade', 'phones,hero.b'],
      ['spring', 'trade', 'phones,hero.b'],
    ]);
    await expect(
      store.add({ ...rest, document: 'spring', release: 'sale' } as unknown as NewPreviewLink),
    ).rejects.toThrow('content_preview_links_shows');
  });

  test('[LINK-2] one that is ended is open no longer, and says who ended it first', async () => {
    const store = openStore();
    const { id } = (await store.add(wish()))!;
    const other = (await store.add(wish()))!;
    expect(await store.isOpen(id)).toBe(true);
    const ended = await store.end(id, 'user:bob');
    expect(ended?.ended).toEqual({ at: new Date(now), by: 'user:bob' });
    now += 1000;
    expect(await store.end(id, 'user:eve')).toEqual(ended);
    expect([await store.isOpen(id), await store.isOpen(other.id), await store.isOpen('nothing')]).toEqual([
      false,
      true,
      false,
    ]);
    expect(await store.end('nothing', 'user:bob')).toBeUndefined();
  });

  test('[LINK-3] as many as there may be work at once; what is over makes room and is forgotten after 90 days', async () => {
    const store = openStore(2);
    const [first] = [await store.add(wish()), await store.add(wish({ expiresAt: new Date(now + day) }))];
    expect(await store.add(wish())).toBeUndefined();
    await store.end(first!.id, 'user:ada');
    expect(await store.add(wish())).toBeDefined();
    now += 8 * day;
    expect(await store.add(wish())).toBeDefined();
    expect(await store.list()).toHaveLength(4);
    now += 90 * day;
    expect(await store.list()).toHaveLength(1);
    await store.add(wish());
    const { rows } = await open().execute('select count(*)::int as count from content_preview_links');
    expect(rows[0]?.count).toBe(2);
  });

  test('[LINK-3] two who make the last one at the same time do not both get it', async () => {
    const store = openStore(1);
    const made = await Promise.all([store.add(wish()), store.add(wish()), store.add(wish())]);
    expect(made.filter((each) => each !== undefined)).toHaveLength(1);
  });
});
