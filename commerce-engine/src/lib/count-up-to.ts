import type { Queryable } from '@vitrine/database';
import { type RawBuilder, sql } from 'kysely';
import type { Count } from './count.ts';

/** Nobody reads a figure above it. */
const MOST_COUNTED = 999;

/**
 * How many rows a query has, up to 999. One statement.
 * @param rows a query without an end of its own, for example `select from orders_order where …`.
 */
export async function countUpTo(on: Queryable, rows: RawBuilder<unknown>): Promise<Count> {
  const counted = await sql<{ count: number }>`
    select count(*)::int as count from (${rows} limit ${MOST_COUNTED + 1}) as counted`.execute(on.tables());
  const { count } = counted.rows[0]!;
  return { count: Math.min(count, MOST_COUNTED), more: count > MOST_COUNTED };
}
