import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { openTestDatabase } from '@vitrine/database/testing';
import { expect, test } from 'vitest';
import * as content from '../../index.ts';
import { makeCatalogue } from '../testing/builders.ts';
import { contentMigrations } from './content.tables.ts';
import { createSqlPageStore } from './sql-page-store.ts';

test('the example in the README runs', async () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const example = /```ts\n(.*?)```/s.exec(readme)![1]!.replaceAll(/^import .*$/gm, '');
  const database = await openTestDatabase({ migrations: [contentMigrations] });
  const scope = {
    ...content,
    createSqlPageStore,
    database,
    modules: makeCatalogue({ hero: {}, 'rich-text': {} }),
  };
  const run = new Function(
    ...Object.keys(scope),
    `return (async () => {${stripTypeScriptTypes(example)}})()`,
  );
  await run(...Object.values(scope));
  const found = await createSqlPageStore(database).resolveUrl('online', 'de', '/über-uns');
  expect(found?.target).toEqual({ kind: 'page', page: 'about' });
  await database.close();
});
