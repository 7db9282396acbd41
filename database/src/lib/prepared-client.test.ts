import { describe, expect, onTestFinished, test } from 'vitest';
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
