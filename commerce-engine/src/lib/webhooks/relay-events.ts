import type { Database, Queryable } from '@vitrine/database';
import { type RawBuilder, sql } from 'kysely';
import { PUBLIC_KINDS } from './event-catalogue.ts';

/**
 * Makes deliveries of the events that were committed since the last pass. A pass takes all transactions that are older than
 * every one still running, so that none can commit behind the position, and moves the position to there. Within a pass
 * deliveries are in the order of `seq`: it is given out when a transaction writes its events, last of all, so of two that
 * changed the same thing the one that committed first has the lower one, which is not so for the transactions' own numbers.
 * That is why a pass is not cut into pages: two such could come to lie in different ones.
 * @returns how many deliveries; 0 also when another process is relaying.
 */
export async function relayEvents(database: Database, clock: () => Date): Promise<number> {
  // Most passes find nothing, and need neither a lock nor a transaction number for that.
  if (!(await hasNews(database))) return 0;
  return database.transaction(async (tx) => {
    const lock = await sql`select one from webhooks_position for update skip locked`.execute(tx.tables());
    if (lock.rows.length === 0) return 0;
    const { from, horizon } = await readSpan(tx);
    const now = clock();
    const made = await sql`
      insert into webhooks_delivery (endpoint_id, event_id, kind, payload, event_at, state, tries, due_at, created_at)
      select endpoint.id, event.id, event.kind, event.payload, event.at, 'due', 0, ${now}, ${now}
      from outbox_events as event join webhooks_endpoint as endpoint on endpoint.state = 'active' and ${isWanted()}
      where event.xid >= ${from}::text::xid8 and event.xid < ${horizon}::text::xid8
      order by event.seq, endpoint.created_at, endpoint.id
      on conflict (endpoint_id, event_id) do nothing`.execute(tx.tables());
    await sql`update webhooks_position set xid = ${horizon}::text::xid8`.execute(tx.tables());
    return Number(made.numAffectedRows ?? 0);
  });
}

/** Whether an event is public and an endpoint wants its kind: rows `event` and `endpoint` of the query. */
export function isWanted(): RawBuilder<boolean> {
  return sql`(event.kind = any(${[...PUBLIC_KINDS]}::text[])
    and (endpoint.kinds is null or event.kind = any(endpoint.kinds)))`;
}

async function hasNews(on: Queryable): Promise<boolean> {
  const { from, horizon } = await readSpan(on);
  const { rows } = await sql`select 1 from outbox_events
    where xid >= ${from}::text::xid8 and xid < ${horizon}::text::xid8 limit 1`.execute(on.tables());
  return rows.length > 0;
}

/**
 * The transactions a pass takes, as values of their own so that the index is used. A position ahead of the server's own count
 * comes from another server, whose data were moved here: everything is read again then, and what has a delivery gets no second
 * one.
 */
async function readSpan(on: Queryable): Promise<{ readonly from: string; readonly horizon: string }> {
  const { rows } = await sql<{ from: string; horizon: string }>`
    select (case when position.xid > horizon then '0'::xid8 else position.xid end)::text as from, horizon::text
    from webhooks_position as position, pg_snapshot_xmin(pg_current_snapshot()) as horizon`.execute(
    on.tables(),
  );
  return rows[0]!;
}
