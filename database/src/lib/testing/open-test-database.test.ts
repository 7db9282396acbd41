import { Client } from 'pg';
import { describe, expect, test } from 'vitest';
import { openTestDatabase } from './open-test-database.ts';

const options = { migrations: [] };

test('[DB-14] two test databases know nothing of each other', async () => {
  const [left, right] = await Promise.all([openTestDatabase(options), openTestDatabase(options)]);
  await left.execute('create table mine ()');
  expect((await right.execute(`select to_regclass('mine') as found`)).rows).toEqual([{ found: null }]);
  await Promise.all([left.close(), right.close()]);
});

describe.skipIf(!process.env.TEST_DATABASE_URL)('on PostgreSQL', () => {
  test('[DB-14] a test database is gone after it is closed', async () => {
    const database = await openTestDatabase({ ...options, engine: 'postgres' });
    const name = new URL(database.url!).pathname.slice(1);
    await database.close();
    const client = new Client({ connectionString: process.env.TEST_DATABASE_URL });
    await client.connect();
    const { rows } = await client.query('select datname from pg_database where datname = $1', [name]);
    await client.end();
    expect(rows).toEqual([]);
  });
});
