import { createHash } from 'node:crypto';
import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import { executeOn, type MigrationSet } from '../migrate.ts';

/**
 * A name for the schema that migrations make: of the SQL they send, also where it comes from other files, and of their
 * code, for steps that look at what they find.
 */
export async function hashMigrations(sets: readonly MigrationSet[], seed: string): Promise<string> {
  const hash = createHash('sha256').update(seed);
  const db = recorder((query) => hash.update(query.sql).update(JSON.stringify(query.parameters)));
  for (const { owner, migrations } of sets) {
    for (const { id, up } of migrations) {
      hash.update(`\n${owner}/${id}\n${up.toString()}\n`);
      // A step that reads rows finds none here and may stumble; its code is part of the name already.
      await up(db, executeOn(db)).catch(() => {});
    }
  }
  await db.destroy();
  return hash.digest('hex').slice(0, 16);
}

function recorder(record: (query: CompiledQuery) => void): Kysely<unknown> {
  return new Kysely<unknown>({
    log: (event) => record(event.query),
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}
