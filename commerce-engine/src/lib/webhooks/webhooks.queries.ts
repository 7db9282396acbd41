import type { Queryable } from '@vitrine/database';
import type { Selectable } from 'kysely';
import { CommerceError } from '../commerce-error.ts';
import { overlapEnds } from './webhook-secret.ts';
import type { WebhooksTables } from './webhooks.tables.ts';
import type { DeliveryPage, DeliveryView, EndpointView } from './webhooks.views.ts';

type EndpointRow = Selectable<WebhooksTables['webhooks_endpoint']>;
type DeliveryRow = Selectable<WebhooksTables['webhooks_delivery']>;

/** All endpoints, the oldest first, or the one with an id. One statement. */
export async function readEndpoints(on: Queryable, now: Date, id?: string): Promise<EndpointView[]> {
  const rows = await on
    .tables<WebhooksTables>()
    .selectFrom('webhooks_endpoint')
    .selectAll()
    .$if(id !== undefined, (query) => query.where('id', '=', id!))
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => endpointView(row, now));
}

/** The newest first. One statement. @throws CommerceError `bad_input` for a cursor that is none. */
export async function readDeliveries(
  on: Queryable,
  options: {
    readonly endpointId?: string;
    readonly state?: DeliveryView['state'];
    readonly kind?: string;
    readonly cursor?: string;
    readonly limit: number;
  },
): Promise<DeliveryPage> {
  const { endpointId, state, kind, cursor, limit } = options;
  const below = cursor === undefined ? undefined : seqOf(cursor);
  const rows = await on
    .tables<WebhooksTables>()
    .selectFrom('webhooks_delivery')
    .selectAll()
    .$if(endpointId !== undefined, (query) => query.where('endpoint_id', '=', endpointId!))
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind!))
    .$if(below !== undefined, (query) => query.where('seq', '<', below!))
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    deliveries: shown.map(deliveryView),
    ...(rows.length > limit && last && { next: cursorOf(last.seq) }),
  };
}

/** One delivery. One statement. */
export async function readDelivery(on: Queryable, id: string): Promise<DeliveryView | undefined> {
  const row = await on
    .tables<WebhooksTables>()
    .selectFrom('webhooks_delivery')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && deliveryView(row);
}

function endpointView(row: EndpointRow, now: Date): EndpointView {
  const { id, url, description, kinds, state, reason, failing_since, rotated_at, created_by } = row;
  const rotated = rotated_at.at(-1);
  const ends = rotated && overlapEnds(rotated);
  return {
    id,
    url,
    description,
    kinds: kinds ?? 'all',
    state,
    ...(reason !== null && { reason }),
    ...(failing_since && { failingSince: failing_since.toISOString() }),
    ...(ends && ends > now && { oldSecretEnds: ends.toISOString() }),
    createdBy: created_by,
    createdAt: row.created_at.toISOString(),
  };
}

function deliveryView(row: DeliveryRow): DeliveryView {
  const { id, endpoint_id, event_id, kind, payload, event_at, state, tries, due_at } = row;
  const { last_tried_at, last_status, last_answer } = row;
  return {
    id,
    endpointId: endpoint_id,
    eventId: event_id,
    kind,
    payload,
    at: event_at.toISOString(),
    state,
    tries,
    ...(state === 'due' && { dueAt: due_at.toISOString() }),
    ...(last_tried_at && { lastTriedAt: last_tried_at.toISOString() }),
    ...(last_status !== null && { lastStatus: last_status }),
    ...(last_answer !== null && { lastAnswer: last_answer }),
  };
}

function cursorOf(seq: number): string {
  return Buffer.from(`delivery ${seq}`).toString('base64url');
}

function seqOf(cursor: string): number {
  const [, digits] = /^delivery (\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (digits !== undefined) return Number(digits);
  throw new CommerceError(
    'bad_input',
    `Deliveries expected the cursor that came as "next" with the page before, got "${cursor}". Leave it out for the first page.`,
    { fields: [{ path: 'cursor', problem: 'expected "next" of the page before' }] },
  );
}
