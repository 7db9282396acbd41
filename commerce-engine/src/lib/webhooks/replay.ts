import type { Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import type { ReplayInput } from './endpoint-input.ts';
import { PING } from './event-catalogue.ts';
import { isWanted } from './relay-events.ts';
import type { ReplayOutcome } from './webhooks.views.ts';

/**
 * Makes deliveries due again, with all their tries. Of a time range, events the endpoint wants and was never sent, because
 * it was disabled or not there, are sent too as long as the outbox has them. `webhook-id` stays the same.
 */
export async function replay(tx: Transaction, input: ReplayInput, at: Date): Promise<ReplayOutcome> {
  return 'deliveryId' in input ? replayOne(tx, input.deliveryId, at) : replayRange(tx, input, at);
}

async function replayOne(tx: Transaction, deliveryId: string, at: Date): Promise<ReplayOutcome> {
  const again = await sql`
    update webhooks_delivery set state = 'due', tries = 0, due_at = ${at}
    where id = ${deliveryId}::uuid and kind <> ${PING.kind}`.execute(tx.tables());
  const deliveries = Number(again.numAffectedRows ?? 0);
  return deliveries === 0 ? { kind: 'unknown-delivery' } : { kind: 'replayed', deliveries };
}

async function replayRange(
  tx: Transaction,
  { endpointId, from, to }: Extract<ReplayInput, { readonly endpointId: string }>,
  at: Date,
): Promise<ReplayOutcome> {
  const { rows } =
    await sql`select id from webhooks_endpoint where id = ${endpointId}::uuid for update`.execute(
      tx.tables(),
    );
  if (rows.length === 0) return { kind: 'unknown-endpoint' };
  const again = await sql`
    update webhooks_delivery set state = 'due', tries = 0, due_at = ${at}
    where endpoint_id = ${endpointId}::uuid and kind <> ${PING.kind}
      and event_at >= ${from}::timestamptz and event_at < ${to}::timestamptz`.execute(tx.tables());
  const missed = await sql`
    insert into webhooks_delivery (endpoint_id, event_id, kind, payload, event_at, state, tries, due_at, created_at)
    select endpoint.id, event.id, event.kind, event.payload, event.at, 'due', 0, ${at}, ${at}
    from outbox_events as event join webhooks_endpoint as endpoint on endpoint.id = ${endpointId}::uuid and ${isWanted()}
    where event.at >= ${from}::timestamptz and event.at < ${to}::timestamptz
    order by event.seq
    on conflict (endpoint_id, event_id) do nothing`.execute(tx.tables());
  const deliveries = Number(again.numAffectedRows ?? 0) + Number(missed.numAffectedRows ?? 0);
  return { kind: 'replayed', deliveries };
}
