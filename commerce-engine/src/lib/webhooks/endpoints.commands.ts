import { newId, type Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import { actorName } from '../actor-name.ts';
import type { Actor } from '../identity/identity.views.ts';
import type { EndpointInput } from './endpoint-input.ts';
import { readEndpoints } from './webhooks.queries.ts';
import type { WebhooksTables } from './webhooks.tables.ts';
import type { EndpointView } from './webhooks.views.ts';

type Saved =
  | { readonly kind: 'created' | 'changed'; readonly endpoint: EndpointView }
  | { readonly kind: 'unknown-endpoint' };

const BY_HAND = 'Disabled by hand.';

/** Makes an endpoint, or changes the one with that id. */
export async function saveEndpoint(
  tx: Transaction,
  input: EndpointInput,
  { actor, at }: { readonly actor: Actor; readonly at: Date },
): Promise<Saved> {
  return input.id === undefined ? makeEndpoint(tx, input, { actor, at }) : changeEndpoint(tx, input, at);
}

/** @returns the number of the new secret; undefined = there is no such endpoint. */
export async function rotateSecret(tx: Transaction, id: string, at: Date): Promise<number | undefined> {
  const row = await tx
    .tables<WebhooksTables>()
    .updateTable('webhooks_endpoint')
    .set({ rotated_at: sql`array_append(rotated_at, ${at}::timestamptz)` as never })
    .where('id', '=', id)
    .returning('rotated_at')
    .executeTakeFirst();
  return row?.rotated_at.length;
}

/** Removes an endpoint with all its deliveries. */
export async function removeEndpoint(tx: Transaction, id: string): Promise<boolean> {
  const gone = await tx
    .tables<WebhooksTables>()
    .deleteFrom('webhooks_endpoint')
    .where('id', '=', id)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

async function makeEndpoint(
  tx: Transaction,
  { url, description = '', kinds, state = 'active' }: EndpointInput,
  { actor, at }: { readonly actor: Actor; readonly at: Date },
): Promise<Saved> {
  const id = newId();
  await tx
    .tables<WebhooksTables>()
    .insertInto('webhooks_endpoint')
    .values({
      id,
      url: new URL(url).href,
      description,
      kinds: kinds === 'all' ? null : [...new Set(kinds)],
      state,
      reason: state === 'active' ? null : BY_HAND,
      rotated_at: '{}',
      failing_since: null,
      busy_until: null,
      created_by: actorName(actor),
      created_at: at,
    })
    .execute();
  return { kind: 'created', endpoint: (await readEndpoints(tx, at, id))[0]! };
}

async function changeEndpoint(tx: Transaction, input: EndpointInput, at: Date): Promise<Saved> {
  const tables = tx.tables<WebhooksTables>();
  const before = await tables
    .selectFrom('webhooks_endpoint')
    .select(['id', 'url', 'state', 'description'])
    .where('id', '=', input.id!)
    .forUpdate()
    .executeTakeFirst();
  if (!before) return { kind: 'unknown-endpoint' };
  const { id } = before;
  const { kinds, description = before.description, state = before.state } = input;
  const url = new URL(input.url).href;
  const isTold = state === 'active';
  await tables
    .updateTable('webhooks_endpoint')
    .set({
      url,
      description,
      kinds: kinds === 'all' ? null : [...new Set(kinds)],
      state,
      ...(isTold && { reason: null }),
      ...(!isTold && before.state === 'active' && { reason: BY_HAND }),
      // Whoever moved, or was put right, is not held to what was before.
      ...((url !== before.url || before.state !== state) && { failing_since: null }),
    })
    .where('id', '=', id)
    .execute();
  return { kind: 'changed', endpoint: (await readEndpoints(tx, at, id))[0]! };
}
