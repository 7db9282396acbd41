import type { Database, MigrationSet, Queryable } from '@vitrine/database';
import { describeOnEachEngine } from '@vitrine/database/testing';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { rememberApart } from './remember.ts';

interface Tables {
  colour: { key: string; name: string };
}

const colours: MigrationSet = {
  owner: 'colours',
  migrations: [
    {
      id: '0001-colours',
      async up(db) {
        await sql`create table colour (key text primary key, name text not null)`.execute(db);
      },
    },
  ],
};

const told: string[] = [];
const onStatement = (text: string) => void told.push(text);

describeOnEachEngine('what is remembered apart', { migrations: [colours], onStatement }, (open) => {
  beforeEach(async () => {
    await open().execute('delete from colour');
  });

  const rowsOf = (on: Queryable) => on.tables<Tables>().selectFrom('colour').selectAll();
  const remembered = (database: Database) =>
    rememberApart(database, ['colour.changed'], {
      readAll: async (on, most) =>
        new Map((await rowsOf(on).limit(most).execute()).map(({ key, name }) => [key, name])),
      async readMany(on, keys) {
        const rows = await rowsOf(on)
          .where('key', 'in', [...keys])
          .execute();
        return keys.map((key) => rows.find((row) => row.key === key)?.name ?? 'grey');
      },
      otherwise: () => 'grey',
      most: 2,
    });
  const paint = (key: string, name: string) =>
    open().transaction(async (tx) => {
      await tx.tables<Tables>().insertInto('colour').values({ key, name }).execute();
      await tx.emit({ kind: 'colour.changed', payload: { key } });
    });

  test('few are read once, and so are those that are not among them, until one changes', async () => {
    const memory = remembered(open());
    await paint('sky', 'blue');
    told.length = 0;
    expect(await memory.read(open(), ['sky', 'stone'])).toEqual(['blue', 'grey']);
    expect(await memory.read(open(), ['stone', 'sea', 'sky'])).toEqual(['grey', 'grey', 'blue']);
    expect(told).toHaveLength(1);
    await paint('sea', 'green');
    expect(await memory.read(open(), ['stone', 'sea', 'sky'])).toEqual(['grey', 'green', 'blue']);
  });

  test('of many only what is asked for is read', async () => {
    const memory = remembered(open());
    for (const [key, name] of Object.entries({ sky: 'blue', sea: 'green', sun: 'yellow' }))
      await paint(key, name);
    expect(await memory.read(open(), ['sun', 'stone'])).toEqual(['yellow', 'grey']);
    told.length = 0;
    expect(await memory.read(open(), ['stone', 'sun'])).toEqual(['grey', 'yellow']);
    expect(told).toEqual([]);
    expect(await memory.read(open(), ['sea', 'sky'])).toEqual(['green', 'blue']);
  });
});
