import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { createSqlDraftStore, createSqlVersionStore, createTranslationStore } from '@vitrine/content/server';
import { openTestDatabase } from '@vitrine/database/testing';
import { expect, test } from 'vitest';
import { createRooms, type Rooms } from './create-rooms.ts';
import { home, listeningLogger, migrations, modules, shapes, staff } from './testing/small-house.ts';

test('the example in the README runs', async () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const example = /```ts\n(.*?)```/s.exec(readme)![1]!.replaceAll(/^import .*$/gm, '');
  const database = await openTestDatabase({ migrations });
  const drafts = createSqlDraftStore(database, { shapes });
  await drafts.create({ ...home, name: 'Start' }, { by: 'test' });
  const scope = {
    createRooms,
    drafts,
    versions: createSqlVersionStore(database),
    translations: createTranslationStore(database),
    modules,
    shapes,
    logger: listeningLogger(),
    server: createServer(),
    staffOf: () => staff.ada,
    ada: staff.ada,
  };
  const run = new Function(
    ...Object.keys(scope),
    `return (async () => {${stripTypeScriptTypes(example)}; return { rooms, home }; })()`,
  );
  const ran = (await run(...Object.values(scope))) as { rooms: Rooms; home: unknown };
  expect(ran.home).toEqual(home);
  await ran.rooms.close();
  await database.close();
});
