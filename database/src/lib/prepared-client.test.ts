import { createHash } from 'node:crypto';
import { Socket } from 'node:net';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openDatabase } from './open-database.ts';
import { openTestDatabase } from './testing/open-test-database.ts';

interface Tables {
  thing: { id: number };
}

describe.skipIf(!process.env.TEST_DATABASE_URL)('on PostgreSQL', () => {
  async function open() {
    const first = await openTestDatabase({ migrations: [], engine: 'postgres' });
    // A second process, of a newer version.
    const second = await openDatabase({ url: first.url!, migrations: [] });
    onTestFinished(async () => {
      await second.close();
      await first.close();
    });
    await first.execute('create table thing (id int)');
    await first.execute('insert into thing values (1)');
    return { first, second };
  }
  const prepared = `select count(*) as count from pg_prepared_statements where statement like '%from "thing"%'`;

  test('[DB-16] a statement is prepared when it is sent for the third time', async () => {
    const { first } = await open();
    const counts = await first.transaction(async (tx) => {
      const seen: unknown[] = [];
      for (let time = 1; time <= 4; time += 1) {
        await tx.tables<Tables>().selectFrom('thing').selectAll().where('id', '=', time).execute();
        seen.push((await tx.execute(prepared)).rows[0]!.count);
      }
      return seen;
    });
    expect(counts).toEqual([0, 0, 1, 1]);
  });

  test('[DB-16] a table that another process changes is read on, in and out of a transaction', async () => {
    const { first, second } = await open();
    const read = (on: Pick<typeof first, 'tables'>) =>
      on.tables<Tables>().selectFrom('thing').selectAll().where('id', '>', 0).execute();
    for (let time = 1; time <= 4; time += 1) await read(first);
    await second.execute('alter table thing add column name text');
    expect(await read(first)).toEqual([{ id: 1, name: null }]);

    for (let time = 1; time <= 4; time += 1) await first.transaction((tx) => read(tx));
    await second.execute('alter table thing add column size int');
    let runs = 0;
    const rows = await first.transaction((tx) => {
      runs += 1;
      return read(tx);
    });
    expect([rows, runs]).toEqual([[{ id: 1, name: null, size: null }], 2]);
  });

  const text = 'select * from "thing" where "id" = $1';
  const taken = `prepare "0_${createHash('sha256').update(text).digest('base64url').slice(0, 32)}" as ${text}`;

  // A shop behind the same proxy has prepared it on this connection, or the connection is another one by now.
  test.each([
    ['a name that is taken', taken, 2],
    ['a name that is gone', 'deallocate all', 3],
  ])(
    '[DB-16] behind a proxy that mixes connections up nothing is named any more: %s',
    async (_, mixUp, times) => {
      const { first } = await open();
      const read = (on: Pick<typeof first, 'tables'>) =>
        on.tables<Tables>().selectFrom('thing').selectAll().where('id', '=', 1).execute();
      let runs = 0;
      const rows = await first.transaction(async (tx) => {
        runs += 1;
        if (runs > 1) return read(tx);
        for (let time = 1; time <= times; time += 1) await read(tx);
        await tx.execute(mixUp);
        return read(tx);
      });
      expect([rows, runs]).toEqual([[{ id: 1 }], 2]);
      const { rows: kept } = await first.transaction(async (tx) => {
        await tx.execute('deallocate all');
        for (let time = 1; time <= 4; time += 1) await read(tx);
        return tx.execute(prepared);
      });
      expect(kept).toEqual([{ count: 0 }]);
    },
  );

  test('[DB-17] a transaction of one statement is two ways to the server', async () => {
    const { first } = await open();
    const write = vi.spyOn(Socket.prototype, '_writev' as 'write');
    onTestFinished(() => write.mockRestore());
    await first.transaction(async (tx) => {
      await tx.tables<Tables>().insertInto('thing').values({ id: 2 }).execute();
      await tx.emit({ kind: 'thing.made', payload: {} });
    });
    const sent = write.mock.calls.map(([buffers]) =>
      Buffer.concat(buffers as unknown as Buffer[]).toString('latin1'),
    );
    expect(sent).toContainEqual(expect.stringMatching(/start transaction.*insert into "thing"/s));
    expect(sent).toContainEqual(expect.stringMatching(/insert into outbox_events.*commit/s));
  });

  test('[DB-17] rows that nobody needs fail nothing that is kept, though they could not be read', async () => {
    const { first } = await open();
    const huge = sql`insert into thing values (7) returning 9007199254740993::bigint`;
    await first.transaction((tx) => tx.later(huge.compile(tx.tables())));
    expect((await first.execute('select id from thing where id = 7')).rows).toEqual([{ id: 7 }]);
  });

  test('[DB-16] many different statements are not all kept', async () => {
    const { first } = await open();
    const count = await first.transaction(async (tx) => {
      for (let width = 1; width <= 1010; width += 1)
        for (let time = 1; time <= 3; time += 1)
          await tx.execute(`select id as width_${width} from "thing" where id = $1`, [width]);
      return (await tx.execute(prepared)).rows[0]!.count;
    });
    expect(count).toBeLessThanOrEqual(1000);
    expect(count).toBeGreaterThan(900);
  });
});
