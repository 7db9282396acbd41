import type { TestDatabase } from '@vitrine/database/testing';
import { sql } from 'kysely';
import { expect, vi } from 'vitest';

/** Until somebody waits for what another holds; on the embedded database everybody waits anyway. */
export async function untilSomebodyWaits(database: TestDatabase): Promise<void> {
  if (!database.url) return;
  await vi.waitFor(async () => {
    const { rows } = await sql`select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(database.tables());
    expect(rows).not.toEqual([]);
  }, 10_000);
}
