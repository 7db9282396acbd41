import { openTestDatabase } from '@vitrine/database/testing';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openTestShop, type TestShop } from './test-shop.ts';

/** A test shop over an embedded database of its own, for tests of rooms that know no database. Close it at the end. */
export async function openEmbeddedTestShop(): Promise<{ readonly shop: TestShop; close(): Promise<void> }> {
  const database = await openTestDatabase({ migrations: [commerceMigrations], engine: 'pglite' });
  return { shop: await openTestShop(database), close: () => database.close() };
}
