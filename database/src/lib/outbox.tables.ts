import { type Kysely, sql } from 'kysely';
import type { MigrationSet } from './migrate.ts';

export interface OutboxTables {
  outbox_events: {
    seq: number;
    id: string;
    /** The transaction that wrote it (`xid8`, as text). */
    xid: string;
    /** The process that wrote it. */
    source: string;
    kind: string;
    payload: Record<string, unknown>;
    at: Date;
  };
}

/** What this room itself keeps in a database. */
export const databaseMigrations: MigrationSet = {
  owner: 'database',
  migrations: [
    {
      id: '0001-extensions',
      async up(db) {
        await sql`create extension if not exists pg_trgm`.execute(db);
        await sql`create extension if not exists unaccent`.execute(db);
      },
    },
    {
      id: '0002-outbox',
      async up(db) {
        await sql`create table outbox_events (
          seq bigint generated always as identity primary key,
          id uuid not null unique,
          xid xid8 not null default pg_current_xact_id(),
          source uuid not null,
          kind text not null,
          payload jsonb not null,
          at timestamptz not null
        )`.execute(db);
        await sql`create index outbox_events_order on outbox_events (xid, seq)`.execute(db);
        await sql`create index outbox_events_at on outbox_events (at)`.execute(db);
      },
    },
  ],
};

/** Long enough for a process that was away; whoever needs more keeps its own record. */
const KEEP_DAYS = 7;

/** @returns how many were deleted. */
export async function pruneOutbox(db: Kysely<OutboxTables>): Promise<number> {
  const result =
    await sql`delete from outbox_events where at < now() - make_interval(days => ${KEEP_DAYS}::int)`.execute(
      db,
    );
  return Number(result.numAffectedRows ?? 0);
}
