import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { describeOnEachEngine, openTestDatabase } from '../testing.ts';
import { type Migration, type MigrationSet, migrate } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import { databaseMigrations } from './outbox.tables.ts';

const lamps: Migration = {
  id: '0001-lamps',
  async up(db) {
    await sql`create table lamps (id int primary key)`.execute(db);
  },
};
const bulbs: Migration = {
  id: '0002-bulbs',
  async up(db) {
    await sql`create table bulbs (lamp int references lamps)`.execute(db);
  },
};

function shop(...migrations: Migration[]): MigrationSet[] {
  return [databaseMigrations, { owner: 'shop', migrations }];
}

describeOnEachEngine('migrations', { migrations: [] }, (open) => {
  test('[DB-9] run once each, in order, and are remembered', async () => {
    const db = open().tables<unknown>();
    expect(await migrate(db, shop(lamps))).toEqual(['shop/0001-lamps']);
    expect(await migrate(db, shop(lamps, bulbs))).toEqual(['shop/0002-bulbs']);
    expect(await migrate(db, shop(lamps, bulbs))).toEqual([]);
  });

  test('[DB-9] one the code does not know means a newer version has been here', async () => {
    const db = open().tables<unknown>();
    const older = migrate(db, shop(lamps));
    await expect(older).rejects.toMatchObject({ name: 'DatabaseOpenError', reason: 'newer-schema' });
    await expect(older).rejects.toThrow(/shop\/0002-bulbs.*newer version/);
  });

  test('[DB-9] one that fails takes the whole upgrade back and is named', async () => {
    const db = open().tables<unknown>();
    const good: Migration = {
      id: '0003-good',
      up: (tx) => sql`create table good ()`.execute(tx).then(() => {}),
    };
    const bad: Migration = {
      id: '0004-bad',
      up: (tx) => sql`create table lamps ()`.execute(tx).then(() => {}),
    };
    const upgrade = migrate(db, shop(lamps, bulbs, good, bad));
    await expect(upgrade).rejects.toMatchObject({ reason: 'migration-failed' });
    await expect(upgrade).rejects.toThrow(/"shop\/0004-bad" failed.*already exists/);
    expect(await migrate(db, shop(lamps, bulbs, good))).toEqual(['shop/0003-good']);
  });

  test('[DB-9] a step listed twice is a mistake', async () => {
    await expect(migrate(open().tables<unknown>(), shop(lamps, lamps))).rejects.toThrow(
      '"shop/0001-lamps" is listed twice',
    );
  });
});

test('[DB-9] a folder that a newer version has used is refused and freed again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-newer-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const newer = await openDatabase({ folder, migrations: [{ owner: 'shop', migrations: [lamps] }] });
  await newer.close();
  await expect(openDatabase({ folder, migrations: [] })).rejects.toMatchObject({ reason: 'newer-schema' });
  const again = await openDatabase({ folder, migrations: [{ owner: 'shop', migrations: [lamps] }] });
  await again.close();
});

describe.skipIf(!process.env.TEST_DATABASE_URL)('migrations on PostgreSQL', () => {
  test('[DB-9] run once when several processes start together', async () => {
    const first = await openTestDatabase({ migrations: [], engine: 'postgres' });
    const sets = [{ owner: 'shop', migrations: [lamps, bulbs] }];
    const all = await Promise.all(
      Array.from({ length: 4 }, () => openDatabase({ url: first.url, migrations: sets })),
    );
    const { rows } = await first.execute(`select count(*) as n from schema_migrations where owner = 'shop'`);
    expect(rows).toEqual([{ n: 2 }]);
    await Promise.all(all.map((database) => database.close()));
    await first.close();
  });
});
