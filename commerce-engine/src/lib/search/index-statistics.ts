import type { Database } from '@vitrine/database';
import { sql } from 'kysely';

const TABLES = ['search_item', 'search_text', 'search_price'];
/** Below so many pages more (a few hundred products) no plan is a bad one. */
const FEW_PAGES = 4;

/**
 * Lets the planner learn how large the index is, each time it has doubled. Nobody else does so in time: the embedded database
 * never does, a server a minute after an import, and until then a table is taken for a handful of rows, and a thousand products
 * are compared with a thousand prices one by one.
 */
export async function keepStatistics(database: Database): Promise<void> {
  const { rows } = await sql<{ relname: string }>`
    select relname from pg_class
    where oid = any(${TABLES}::regclass[])
      and pg_relation_size(oid) / current_setting('block_size')::bigint > 2 * relpages + ${FEW_PAGES}::bigint
    order by relname`.execute(database.tables());
  for (const { relname } of rows) await sql`analyze ${sql.table(relname)}`.execute(database.tables());
}
