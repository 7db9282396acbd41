import { newId, type Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import { PING } from './event-catalogue.ts';

/** A delivery that says nothing, to an endpoint in whatever state. @returns its id; undefined = there is no such endpoint. */
export async function makePing(tx: Transaction, endpointId: string, at: Date): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    insert into webhooks_delivery (endpoint_id, event_id, kind, payload, event_at, state, tries, due_at, created_at)
    select id, ${newId()}::uuid, ${PING.kind}, '{}', ${at}, 'due', 0, ${at}, ${at}
    from webhooks_endpoint where id = ${endpointId}::uuid
    returning id`.execute(tx.tables());
  return rows[0]?.id;
}
