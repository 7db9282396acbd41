import type { Transaction } from '@vitrine/database';
import { sql } from 'kysely';

/**
 * Holds a lock on each name until the transaction ends, taken in one order everywhere so that two holders never wait for
 * each other. For things that may not have a row yet.
 */
export async function lockInOrder(tx: Transaction, domain: string, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  await sql`
    select pg_advisory_xact_lock(key) from (
      select distinct hashtextextended(${`${domain}:`} || name, 0) as key
      from unnest(${[...names]}::text[]) as name order by key
    ) as keys`.execute(tx.tables());
}
