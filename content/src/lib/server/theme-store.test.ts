import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeEach, expect, test } from 'vitest';
import { contentMigrations } from './content.tables.ts';
import { createThemeStore, type ThemeStore, type ThemeTokens } from './theme-store.ts';

describeOnEachEngine('a theme store in a database', { migrations: [contentMigrations] }, (open) => {
  let store: ThemeStore;
  const ink = (colour: string): ThemeTokens => ({ light: { 'colour.ink': colour }, dark: {} });
  const none: ThemeTokens = { light: {}, dark: {} };

  beforeEach(async () => {
    await open().execute('truncate theme_tokens');
    store = createThemeStore(open(), {
      check: (_, { light }) => (light['colour.ink']?.includes(';') ? ['That is no colour.'] : []),
    });
  });

  test('[THEME-1] nothing is chosen at first; a draft is kept with who made it, and is not public', async () => {
    expect(await store.read('plain')).toEqual({ draft: none, published: none, version: 0 });
    const saved = await store.save('plain', ink('#111'), { version: 0, by: 'ada' });
    const state = { draft: ink('#111'), published: none, version: 1, updatedBy: 'ada' };
    expect(saved).toMatchObject({ kind: 'changed', state });
    expect(await store.read('plain')).toMatchObject(state);
    expect((await store.read('other')).version).toBe(0);
  });

  test('[THEME-2] a change made upon an older version is not kept, also of two at the same time', async () => {
    const both = await Promise.all(
      ['#111', '#222'].map((colour) => store.save('plain', ink(colour), { version: 0, by: colour })),
    );
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['changed', 'conflict']);
    const { version, draft } = await store.read('plain');
    expect(version).toBe(1);
    const late = await store.publish('plain', { version: 0, by: 'bob' });
    expect(late).toMatchObject({ kind: 'conflict', state: { draft, version: 1, published: none } });
  });

  test('[THEME-3] publishing makes the draft public and tells every process, once', async () => {
    const heard: unknown[] = [];
    const stop = open().subscribe((events) => {
      heard.push(...events.filter(({ kind }) => kind === 'theme.published').map(({ payload }) => payload));
    });
    await store.save('plain', ink('#111'), { version: 0, by: 'ada' });
    const done = await store.publish('plain', { version: 1, by: 'ada' });
    expect(done).toMatchObject({ kind: 'changed', state: { published: ink('#111'), version: 2 } });
    expect(await store.publish('plain', { version: 2, by: 'ada' })).toMatchObject({ kind: 'unchanged' });
    expect(await store.save('plain', ink('#111'), { version: 2, by: 'ada' })).toMatchObject({
      kind: 'unchanged',
    });
    await expect.poll(() => heard).toEqual([{ theme: 'plain' }]);
    stop();
  });

  test('[THEME-4] what the check refuses is neither kept nor made public', async () => {
    const refused = { kind: 'refused', problems: ['That is no colour.'] };
    expect(await store.save('plain', ink('#111;}'), { version: 0, by: 'ada' })).toEqual(refused);
    expect((await store.read('plain')).version).toBe(0);
    await store.save('plain', ink('#111'), { version: 0, by: 'ada' });
    await open().execute(
      `update theme_tokens set draft = '{"light":{"colour.ink":"#1;}"},"dark":{}}'::jsonb`,
    );
    expect(await store.publish('plain', { version: 1, by: 'ada' })).toEqual(refused);
    expect((await store.read('plain')).published).toEqual(none);
  });
});
