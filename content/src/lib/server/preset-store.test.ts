import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeEach, expect, test } from 'vitest';
import { makeNode } from '../testing/builders.ts';
import { contentMigrations } from './content.tables.ts';
import { createPresetStore } from './preset-store.ts';

describeOnEachEngine('a preset store in a database', { migrations: [contentMigrations] }, (open) => {
  beforeEach(() => open().execute('truncate content_presets'));

  test('[PRESET-1] presets are kept as they are, two of the same name too, listed newest first, and removed', async () => {
    const store = createPresetStore(open());
    const nodes = [
      makeNode('columns', { slots: { left: [makeNode('hero', { props: { title: 'Ä “x” <b>' } })] } }),
    ];
    const first = await store.add({ name: 'Häuser', nodes, by: 'ada' });
    const second = await store.add({ name: 'Häuser', nodes: [], by: 'bob' });
    expect(first).toMatchObject({ name: 'Häuser', nodes, by: 'ada', at: expect.any(Date) });
    expect(await store.list()).toEqual([second, first]);
    expect([await store.remove(first.id), await store.remove(first.id)]).toEqual([true, false]);
    expect(await store.list()).toEqual([second]);
  });
});
