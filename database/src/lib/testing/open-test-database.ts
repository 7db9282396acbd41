import type { Database } from '../database.ts';
import { type Logger, stderrLogger } from '../log.ts';
import type { MigrationSet } from '../migrate.ts';
import { type OpenOptions, openDatabase, openOver } from '../open-database.ts';
import { wrapPglite } from '../pglite-engine.ts';
import { startMigratedPglite } from './pglite-snapshot.ts';
import { createMigratedDatabase } from './postgres-template.ts';

export interface TestDatabase extends Database {
  /** PostgreSQL only: where it is, to open it a second time as another process would. Gone after `close`. */
  readonly url?: string;
}

export interface TestDatabaseOptions {
  migrations: readonly MigrationSet[];
  /** Default `pglite`. `postgres` needs a server named in `TEST_DATABASE_URL`. */
  engine?: 'pglite' | 'postgres';
  logger?: Logger;
  onStatement?: OpenOptions['onStatement'];
}

/** A fresh, migrated database that is gone after `close`. */
export async function openTestDatabase(options: TestDatabaseOptions): Promise<TestDatabase> {
  const { migrations, logger = stderrLogger, onStatement } = options;
  if (options.engine !== 'postgres') {
    const pglite = await startMigratedPglite(migrations);
    return await openOver(wrapPglite(pglite, { describe() {}, released() {} }), {
      migrations,
      logger,
      onStatement,
    });
  }
  const server = process.env.TEST_DATABASE_URL;
  if (!server)
    throw new Error(
      'TEST_DATABASE_URL names no PostgreSQL server to test on. Set it, or use engine "pglite".',
    );
  const { url, drop } = await createMigratedDatabase(server, migrations);
  const database = await openDatabase({ url, migrations, logger, onStatement });
  return {
    ...database,
    url,
    async close() {
      await database.close();
      await drop();
    },
  };
}
