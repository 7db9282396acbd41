import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { describeOnEachEngine } from '../testing.ts';
import type { Database, Transaction } from './database.ts';
import { createJoiner, HELD } from './joined-statements.ts';
import type { MigrationSet } from './migrate.ts';

const goods: MigrationSet = {
  owner: 'goods',
  migrations: [
    {
      id: '0001-goods',
      async up(db) {
        await sql`create table shelf (id int primary key, size int not null check (size < 9))`.execute(db);
        // When a reference is looked at is not the joiner's to keep: in one statement it is after all of it, so here it is at the end.
        await sql`
          create table box (
            id int primary key,
            shelf_id int not null references shelf (id) deferrable initially deferred,
            size int not null
          )`.execute(db);
        await sql`create table note (id int generated always as identity, text text not null)`.execute(db);
      },
    },
  ],
};

/** Statements as rooms write them, by what they do with a number. */
const STATEMENTS: readonly ((n: number, m: number) => ReturnType<typeof sql>)[] = [
  (n, m) => sql`insert into shelf (id, size) values (${n}, ${m}) on conflict do nothing`,
  (n, m) => sql`insert into shelf (id, size) values (${n}, ${m}) on conflict (id) do update set size = ${m}`,
  (n, m) => sql`update shelf set size = size + ${m} where id = ${n}`,
  (n, m) => sql`insert into box (id, shelf_id, size) values (${n}, ${m}, ${n})`,
  (n, m) => sql`update box set size = ${m} where id = ${n}`,
  (n) => sql`delete from box where id = ${n}`,
  (n) =>
    sql`insert into box (id, shelf_id, size) select id, id, size + ${n} from shelf on conflict do nothing`,
  (n, m) => sql`insert into note (text) values (${`${n} of ${m}`})`,
  (n) => sql`insert into note (text) select ${`box `} || size from box where id = ${n}`,
  (n, m) => sql`
    with bigger as (update shelf set size = size + ${m} where id = ${n} returning id, size)
    insert into note (text) select ${'shelf '} || size from bigger`,
  (n) => sql`with gone as (delete from box where shelf_id = ${n} returning id) delete from note using gone`,
  (n) => sql`select id from shelf where id = ${n} for update`,
  (n) => sql`update box set size = ${n} where id in (select id from shelf where size = ${n} for update)`,
];

const told: string[] = [];
const onStatement = (text: string) => void told.push(text);

describeOnEachEngine('joined statements', { migrations: [goods], onStatement }, (open) => {
  test('[DB-19] they leave what they would leave one after the other', async () => {
    const statement = fc.tuple(fc.nat(STATEMENTS.length - 1), fc.integer({ min: 1, max: 3 }), fc.nat(3));
    let joined = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(statement, { maxLength: 12 }), async (plan) => {
        const alone = await outcome(open(), plan, (tx, each) => each.execute(tx.tables()));
        told.length = 0;
        expect(await outcome(open(), plan, (tx, each) => tx.later(each.compile(tx.tables())))).toEqual(alone);
        joined += told.filter((text) => text.startsWith('with joined_0 ')).length;
      }),
      { numRuns: 100 },
    );
    expect(joined).toBeGreaterThan(20);
  });

  test('[DB-19] writes of different tables and the events are one statement', async () => {
    told.length = 0;
    await open().transaction(async (tx) => {
      await later(tx, sql`insert into shelf (id, size) values (${7}, ${1})`);
      await later(
        tx,
        sql`with one as (select ${7}::int as id) insert into box (id, shelf_id, size) select 70, id, 1 from one`,
      );
      await tx.emit({ kind: 'shelf.filled', payload: { id: 7 } });
    });
    expect(told).toEqual([
      expect.stringMatching(/^start transaction/),
      expect.stringMatching(/^with joined_0 .* into shelf .* into outbox_events .*, one as .* into box/s),
      'commit',
    ]);
    const { rows } = await open().execute('select shelf_id from box where id = 70');
    expect(rows).toEqual([{ shelf_id: 7 }]);
  });

  const later = (tx: Transaction, statement: ReturnType<typeof sql>) =>
    tx.later(statement.compile(tx.tables()));
});

test.each([
  ['one reads what the other writes', 'update a set n = 1', 'insert into b select n from a'],
  [
    'one reads what the other writes, quoted',
    'insert into "b" select "n" from "a"',
    'update "a" set "n" = 1',
  ],
  ['both write one table', 'update a set n = 1', 'update "a" set m = 1'],
  ['one only locks', 'update a set n = 1', 'select n from b for update'],
  ['both have parts', 'with x as (select 1) update a set n = 1', 'with x as (select 1) update b set n = 1'],
  [
    'one has parts that call themselves',
    'update a set n = 1',
    'with recursive x as (select 1) update b set n = 1',
  ],
  [
    'one may wait and the other goes by rows',
    'update a set n = 1 where id = $1',
    'delete from b where n > $1 and id = $2',
  ],
  [
    'one goes by rows and the other may wait',
    'insert into b select n from c',
    'insert into a (id) values ($1) on conflict do nothing',
  ],
  ['both go by rows', 'update a set n = 1 where m = $1', 'update b set n = 1 where m = $1'],
])('[DB-19] two are not joined when %s', (_, first, second) => {
  const statements = [
    [first, undefined],
    [second, undefined],
  ] as const;
  expect(createJoiner()(statements)).toEqual(statements);
});

test.each([
  [
    'both name their rows',
    'update "a" set "n" = $1 where "id" = $2',
    'update b set n = n + 1 where id = any($1::uuid[])',
  ],
  ['one only adds', 'update a set n = 1 where m = $1', 'insert into b (id) values ($1)'],
  [
    'one adds what it was given',
    'delete from a where m = $1',
    'insert into b select n from jsonb_array_elements($1) as n',
  ],
  [
    'the rows of the one that goes by rows are held',
    'update a set n = 1 where id = $1',
    `${HELD}delete from b where m = $1`,
  ],
  [
    'those of the one that would wait are held',
    `${HELD}update a set n = 1 from c where c.id = a.id and m = $1`,
    'insert into b select n from d where m = $1',
  ],
])('[DB-19] two are joined when %s', (_, first, second) => {
  const values = ['x'];
  expect(
    createJoiner()([
      [first, values],
      [second, values],
    ]),
  ).toEqual([[expect.stringMatching(/^with joined_0 as \((?!.*held)/), ['x', 'x']]]);
});

test('[DB-19] what is held is sent without its mark, also alone and beside what it cannot be joined with', () => {
  const join = createJoiner();
  expect(join([[`${HELD}update a set n = 1`, undefined]])).toEqual([['update a set n = 1', undefined]]);
  expect(
    join([
      [`${HELD}update a set n = 1`, undefined],
      [`${HELD}update a set m = 1`, undefined],
    ]),
  ).toEqual([
    ['update a set n = 1', undefined],
    ['update a set m = 1', undefined],
  ]);
});

type Plan = readonly (readonly [which: number, n: number, m: number])[];

/** What is in the tables afterwards, or why it went wrong. Nothing of it is kept. */
async function outcome(
  database: Database,
  plan: Plan,
  send: (tx: Transaction, statement: ReturnType<typeof sql>) => Promise<unknown>,
): Promise<unknown> {
  const seen: unknown[] = [];
  const rollback = new Error('rollback');
  try {
    await database.transaction(async (tx) => {
      await tx.execute(
        'insert into shelf values (1, 1), (2, 2); insert into box values (1, 1, 1), (2, 2, 2)',
      );
      for (const [which, n, m] of plan) await send(tx, STATEMENTS[which]!(n, m));
      for (const table of ['shelf', 'box'])
        seen.push((await tx.execute(`select * from ${table} order by id`)).rows);
      seen.push((await tx.execute('select text from note order by text')).rows);
      throw rollback;
    });
  } catch (error) {
    if (error !== rollback) return (error as { code?: unknown }).code ?? error;
  }
  return seen;
}
