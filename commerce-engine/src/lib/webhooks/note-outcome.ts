import type { Database, Transaction } from '@vitrine/database';
import { recordAudit } from '../identity/audit.ts';
import type { ClaimedDelivery } from './claim-deliveries.ts';
import { PING } from './event-catalogue.ts';
import { DAYS_OF_PATIENCE, isGivenUp, nextTry } from './retry.rules.ts';
import type { SendOutcome } from './send-message.ts';
import type { WebhooksTables } from './webhooks.tables.ts';

/** Writes down how a delivery went, when it is tried again, and whether its endpoint is given up. */
export async function noteOutcome(
  database: Database,
  delivery: ClaimedDelivery,
  outcome: SendOutcome,
  at: Date,
): Promise<void> {
  await database.transaction(async (tx) => {
    // The endpoint before its deliveries, as everywhere here, so that two never wait for each other.
    if (delivery.kind !== PING.kind) await noteEndpoint(tx, delivery, outcome, at);
    const again = outcome.kind === 'failed' && delivery.kind !== PING.kind;
    const next = again ? nextTry(delivery.tries + 1, at) : undefined;
    await tx
      .tables<WebhooksTables>()
      .updateTable('webhooks_delivery')
      .set({
        state: outcome.kind === 'taken' ? 'done' : next ? 'due' : 'dead',
        tries: delivery.tries + 1,
        due_at: next ?? at,
        last_status: outcome.status,
        last_answer: outcome.answer,
        last_tried_at: at,
      })
      .where('seq', '=', delivery.seq)
      // Whoever was away for longer than the lease has been overtaken, and keeps quiet.
      .where('state', '=', 'due')
      .where('due_at', '=', delivery.until)
      .execute();
  });
}

async function noteEndpoint(
  tx: Transaction,
  { endpointId }: ClaimedDelivery,
  outcome: SendOutcome,
  at: Date,
): Promise<void> {
  const tables = tx.tables<WebhooksTables>();
  if (outcome.kind === 'taken') {
    await tables
      .updateTable('webhooks_endpoint')
      .set({ failing_since: null })
      .where('id', '=', endpointId)
      .where('failing_since', 'is not', null)
      .execute();
    return;
  }
  const endpoint = await tables
    .updateTable('webhooks_endpoint')
    .set(({ fn, val }) => ({ failing_since: fn.coalesce('failing_since', val(at)) }))
    .where('id', '=', endpointId)
    .where('state', '=', 'active')
    .returning('failing_since')
    .executeTakeFirst();
  if (!endpoint?.failing_since) return;
  if (outcome.kind === 'gone') return disable(tx, endpointId, 'It answered 410: gone for good.', at);
  if (!isGivenUp(endpoint.failing_since, at)) return;
  const last = outcome.status === null ? outcome.answer : `status ${outcome.status}`;
  const reason = `It took nothing for ${DAYS_OF_PATIENCE} days; at last: ${last}`;
  await disable(tx, endpointId, reason, at);
}

async function disable(tx: Transaction, endpointId: string, reason: string, at: Date): Promise<void> {
  await tx
    .tables<WebhooksTables>()
    .updateTable('webhooks_endpoint')
    .set({ state: 'disabled', reason })
    .where('id', '=', endpointId)
    .execute();
  const actor = { kind: 'system', reason: 'webhooks' } as const;
  const subject = `webhooks:${endpointId}`;
  await recordAudit(tx, { actor, action: 'webhooks.disabled', subject, detail: { reason }, at });
  await tx.emit({ kind: 'webhook.disabled', payload: { endpointId, reason } });
}
