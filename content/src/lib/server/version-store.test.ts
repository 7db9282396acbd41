import { describeOnEachEngine } from '@vitrine/database/testing';
import { expect, test } from 'vitest';
import { makePage } from '../testing/builders.ts';
import { contentMigrations } from './content.tables.ts';
import { createSqlVersionStore } from './sql-version-store.ts';
import { testVersionStore } from './version-store.contract.ts';

describeOnEachEngine('a version store in a database', { migrations: [contentMigrations] }, (open) => {
  const empty = () => open().execute('truncate content_saved_versions, content_version_bodies');

  testVersionStore(async () => {
    await empty();
    let time = Date.UTC(2026, 0, 5, 9);
    const versions = createSqlVersionStore(open(), { now: () => time });
    return {
      versions,
      wait(minutes) {
        time += minutes * 60_000;
      },
    };
  });

  test('[VERSION-2] each body is kept once, and no longer than a version has it', async () => {
    await empty();
    let time = 0;
    const versions = createSqlVersionStore(open(), { now: () => time });
    const add = (name: string, kind: 'auto' | 'published') =>
      versions.add({ document: makePage({ id: 'home', name }), kind, by: 'me' });
    await add('a', 'published');
    await add('b', 'published');
    await add('a', 'published');
    await add('c', 'auto');
    await add('d', 'auto');
    time = 10 * 60_000;
    await add('e', 'auto');
    const { rows } = await open().execute(
      `select body::jsonb ->> 'name' as name from content_version_bodies order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(['a', 'b', 'd', 'e']);
  });
});
