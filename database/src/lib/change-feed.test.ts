import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../testing.ts';
import type { CommittedEvent, Database } from './database.ts';
import { startLossyProxy } from './fixtures/lossy-proxy.ts';
import type { MigrationSet } from './migrate.ts';
import { openDatabase } from './open-database.ts';

const rows: MigrationSet = {
  owner: 'rows',
  migrations: [
    {
      id: '0001-rows',
      async up(db) {
        await sql`create table rows (id int primary key, n int not null)`.execute(db);
        await sql`insert into rows values (1, 0), (2, 0)`.execute(db);
      },
    },
  ],
};

describe.skipIf(!process.env.TEST_DATABASE_URL)('two processes on one PostgreSQL', () => {
  let here: TestDatabase;
  let there: Database;

  beforeAll(async () => {
    here = await openTestDatabase({ migrations: [rows], engine: 'postgres' });
    there = await openDatabase({ url: here.url, migrations: [rows] });
  });
  afterAll(async () => {
    await there.close();
    await here.close();
  });

  function record(database: Database): { kinds: string[]; events: CommittedEvent[]; end(): void } {
    const kinds: string[] = [];
    const events: CommittedEvent[] = [];
    const end = database.subscribe((batch) => {
      events.push(...batch);
      kinds.push(...batch.map(({ kind }) => kind));
    });
    return { kinds, events, end };
  }

  function emit(database: Database, kind: string): Promise<void> {
    return database.transaction((tx) => tx.emit({ kind, payload: { from: kind } }));
  }

  test('[DB-11] each hears of the other, in order and once', async () => {
    const [left, right] = [record(here), record(there)];
    for (const n of [1, 2, 3]) await emit(there, `there.${n}`);
    await emit(here, 'here.1');
    await expect
      .poll(() => left.kinds.filter((kind) => kind.startsWith('there')))
      .toEqual(['there.1', 'there.2', 'there.3']);
    await expect.poll(() => right.kinds).toContain('here.1');
    await pause(1_500);
    expect(left.kinds.toSorted((left, right) => (left < right ? -1 : 1))).toEqual([
      'here.1',
      'there.1',
      'there.2',
      'there.3',
    ]);
    expect(right.kinds.toSorted((left, right) => (left < right ? -1 : 1))).toEqual([
      'here.1',
      'there.1',
      'there.2',
      'there.3',
    ]);
    expect(left.events.find(({ kind }) => kind === 'there.1')).toMatchObject({
      payload: { from: 'there.1' },
      at: expect.any(Date),
    });
    left.end();
    right.end();
  });

  test('[DB-11] an event is heard at once although an older transaction is still open, and that one is not lost', async () => {
    const heard = record(here);
    let finish = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const slow = there.transaction(async (tx) => {
      await tx.execute('update rows set n = n + 1 where id = 1');
      await tx.emit({ kind: 'slow.done', payload: {} });
      await held;
    });
    await emit(there, 'quick.done');
    await expect.poll(() => heard.kinds).toContain('quick.done');
    finish();
    await slow;
    await expect.poll(() => heard.kinds).toContain('slow.done');
    await pause(1_200);
    expect(
      heard.kinds.filter((kind) => kind.endsWith('.done')).toSorted((left, right) => (left < right ? -1 : 1)),
    ).toEqual(['quick.done', 'slow.done']);
    heard.end();
  });

  test('[DB-11] a lost listening connection loses no event', async () => {
    const heard = record(here);
    await emit(there, 'before.cut');
    await expect.poll(() => heard.kinds).toContain('before.cut');
    await there.execute(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and query like 'listen%' and pid <> pg_backend_pid()`,
    );
    await emit(there, 'after.cut');
    await expect.poll(() => heard.kinds, { timeout: 10_000 }).toContain('after.cut');
    heard.end();
  });

  test('[DB-11] an event is delivered when its commit succeeded but the answer was lost', async () => {
    const proxy = await startLossyProxy(here.url!);
    const unlucky = await openDatabase({ url: proxy.url, migrations: [rows] });
    const heard = record(unlucky);
    await emit(unlucky, 'answer.heard');
    proxy.loseNextCommit();
    await expect(emit(unlucky, 'answer.lost')).rejects.toThrow(/connection/i);
    await expect.poll(() => heard.kinds, { timeout: 10_000 }).toContain('answer.lost');
    expect(heard.kinds).toEqual(['answer.heard', 'answer.lost']);
    await unlucky.close();
    await proxy.close();
  });

  test('[DB-8] a connection that is cut in the middle of a transaction fails that one and nothing else', async () => {
    const cut = here.transaction(async (tx) => {
      const { rows: found } = await tx.execute('select pg_backend_pid() as pid');
      await there.execute('select pg_terminate_backend($1)', [found[0]!.pid]);
      await pause(100);
      await tx.execute('select 1');
    });
    await expect(cut).rejects.toThrow();
    expect((await here.execute('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  test('[DB-6] a real deadlock is solved by running one of the two again', async () => {
    let runs = 0;
    let held = 0;
    const bothHold = Promise.withResolvers<void>();
    const crosswise = (first: number, second: number) =>
      here.transaction(async (tx) => {
        runs++;
        await tx.execute('update rows set n = n + 10 where id = $1', [first]);
        if (++held === 2) bothHold.resolve();
        await bothHold.promise;
        await tx.execute('update rows set n = n + 10 where id = $1', [second]);
      });
    await here.execute('update rows set n = 0');
    await Promise.all([crosswise(1, 2), crosswise(2, 1)]);
    expect((await here.execute('select n from rows order by id')).rows).toEqual([{ n: 20 }, { n: 20 }]);
    expect(runs).toBeGreaterThan(2);
  });

  test('[DB-6] serializable transactions that overlap come out as if one ran after the other', async () => {
    await here.execute('update rows set n = 0');
    const addSum = () =>
      here.transaction(
        async (tx) => {
          const { rows } = await tx.execute('select sum(n) as sum from rows');
          await tx.execute('update rows set n = $1 + 1 where id = 1', [rows[0]!.sum]);
        },
        { isolation: 'serializable', attempts: 20 },
      );
    await Promise.all(Array.from({ length: 5 }, addSum));
    expect((await here.execute('select n from rows where id = 1')).rows).toEqual([{ n: 5 }]);
  });
});
