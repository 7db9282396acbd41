import type { Database, Queryable } from '@vitrine/database';
import { sql } from 'kysely';
import { PING } from './event-catalogue.ts';
import type { Message } from './send-message.ts';

/** A delivery that nobody else sends until then. */
export interface ClaimedDelivery extends Message {
  readonly seq: number;
  readonly tries: number;
  readonly until: Date;
}

/** Endpoints that are sent to in one pass, at once. */
const MOST_ENDPOINTS = 20;
/** Deliveries of one endpoint in one pass, one after the other. */
const MOST_OF_ONE = 100;
/** Longer than a turn and an answer may take together: whoever holds a delivery for longer has died. */
const LEASE_MS = 120_000;

/**
 * Takes what is due, of each endpoint in order, for endpoints that nobody sends to: two that send to the same one at once
 * would mix up the order. What is taken is due again when the lease ends, in case whoever took it dies. Pings are sent by
 * whoever asks for them. One statement.
 */
export async function claimDue(on: Queryable, now: Date): Promise<ClaimedDelivery[]> {
  const until = leaseFrom(now);
  const { rows } = await sql<Row>`
    with free as (
      select id from webhooks_endpoint as endpoint
      where state = 'active' and (busy_until is null or busy_until <= ${now})
        and exists (
          select from webhooks_delivery as delivery
          where delivery.endpoint_id = endpoint.id and delivery.state = 'due' and delivery.due_at <= ${now}
            and delivery.kind <> ${PING.kind}
        )
      order by busy_until nulls first, id limit ${MOST_ENDPOINTS}::int
      for no key update skip locked
    ), held as (
      update webhooks_endpoint set busy_until = ${until} where id in (select id from free)
    ), chosen as (
      select due.seq from free cross join lateral (
        select seq from webhooks_delivery
        where endpoint_id = free.id and state = 'due' and due_at <= ${now} and kind <> ${PING.kind}
        order by seq limit ${MOST_OF_ONE}::int
      ) as due
    )
    update webhooks_delivery as delivery set due_at = ${until}
    from webhooks_endpoint as endpoint
    where endpoint.id = delivery.endpoint_id and delivery.seq in (select seq from chosen)
      and delivery.state = 'due' and delivery.due_at <= ${now}
    returning ${columns}`.execute(on.tables());
  return rows.map((row) => ({ ...row, until })).sort((a, b) => a.seq - b.seq);
}

/** Takes one delivery, also of an endpoint that is busy or disabled; undefined when it is not due. One statement. */
export async function claimOne(on: Queryable, id: string, now: Date): Promise<ClaimedDelivery | undefined> {
  const until = leaseFrom(now);
  const { rows } = await sql<Row>`
    update webhooks_delivery as delivery set due_at = ${until}
    from webhooks_endpoint as endpoint
    where endpoint.id = delivery.endpoint_id and delivery.id = ${id}::uuid
      and delivery.state = 'due' and delivery.due_at <= ${now}
    returning ${columns}`.execute(on.tables());
  return rows[0] && { ...rows[0], until };
}

/** Gives back what was not sent, as due as it was. */
export async function giveBack(
  database: Database,
  rest: readonly ClaimedDelivery[],
  now: Date,
): Promise<void> {
  if (rest.length === 0) return;
  await sql`update webhooks_delivery set due_at = ${now}
    where seq = any(${rest.map(({ seq }) => String(seq))}::bigint[])
      and state = 'due' and due_at = ${rest[0]!.until}`.execute(database.tables());
}

/** Lets others send to an endpoint, at once or from a moment on. */
export async function letGo(
  database: Database,
  { endpointId, until }: ClaimedDelivery,
  from: Date | null,
): Promise<void> {
  await sql`update webhooks_endpoint set busy_until = ${from}::timestamptz
    where id = ${endpointId}::uuid and busy_until = ${until}`.execute(database.tables());
}

type Row = Omit<ClaimedDelivery, 'until'>;

const columns = sql`delivery.seq, delivery.endpoint_id as "endpointId", endpoint.url, endpoint.rotated_at as "rotatedAt",
  delivery.event_id as "eventId", delivery.kind, delivery.payload, delivery.event_at as "eventAt", delivery.tries`;

function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + LEASE_MS);
}
