import { afterAll, beforeAll, describe } from 'vitest';
import { openTestDatabase, type TestDatabase, type TestDatabaseOptions } from './open-test-database.ts';

/**
 * Runs a suite on PGlite, and on PostgreSQL too when `TEST_DATABASE_URL` names a server; each has a fresh, migrated
 * database for the whole suite. Call `open` inside tests and hooks.
 */
export function describeOnEachEngine(
  title: string,
  options: Omit<TestDatabaseOptions, 'engine'>,
  suite: (open: () => TestDatabase) => void,
): void {
  describe(`${title} (PGlite)`, () => suite(useDatabase({ ...options, engine: 'pglite' })));
  describe.skipIf(!process.env.TEST_DATABASE_URL)(`${title} (PostgreSQL)`, () =>
    suite(useDatabase({ ...options, engine: 'postgres' })),
  );
}

function useDatabase(options: TestDatabaseOptions): () => TestDatabase {
  let database: TestDatabase | undefined;
  beforeAll(async () => {
    database = await openTestDatabase(options);
  });
  afterAll(async () => {
    await database?.close();
  });
  return () => {
    if (!database)
      throw new Error('The test database is opened before the tests: call this inside a test or hook.');
    return database;
  };
}
