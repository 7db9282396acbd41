import type { Database } from '@vitrine/database';
import { type ClaimedDelivery, claimDue, giveBack, letGo } from './claim-deliveries.ts';
import { noteOutcome } from './note-outcome.ts';
import { type Sender, sendMessage } from './send-message.ts';

/** How many tries of a pass went how. */
export interface Delivered {
  readonly taken: number;
  readonly failed: number;
}

/** How long one endpoint is sent to in one pass before the pass ends. */
const TURN_MS = 10_000;
/** How long an endpoint that failed is left alone. */
const REST_MS = 1_000;

/**
 * Sends what is due, to several endpoints at once and to each in order. An endpoint that fails has no more of its turn, so
 * that a pass takes no longer than a turn and one answer however many endpoints are down.
 */
export async function deliverDue(
  database: Database,
  sender: Sender,
  signal: AbortSignal | undefined,
): Promise<Delivered> {
  const claimed = await claimDue(database, sender.clock());
  const turns = [...Map.groupBy(claimed, ({ endpointId }) => endpointId).values()];
  const ended = await Promise.allSettled(turns.map((turn) => takeTurn(database, sender, turn, signal)));
  const counts = ended.map((each) => {
    if (each.status === 'rejected') throw each.reason;
    return each.value;
  });
  return {
    taken: counts.reduce((sum, { taken }) => sum + taken, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  };
}

/** Sends one delivery and notes how it went. @returns whether it was taken. */
export async function deliverOne(
  database: Database,
  sender: Sender,
  delivery: ClaimedDelivery,
): Promise<boolean> {
  const outcome = await sendMessage(sender, delivery);
  await noteOutcome(database, delivery, outcome, sender.clock());
  return outcome.kind === 'taken';
}

async function takeTurn(
  database: Database,
  sender: Sender,
  turn: readonly ClaimedDelivery[],
  signal: AbortSignal | undefined,
): Promise<Delivered> {
  const { clock } = sender;
  const ends = clock().getTime() + TURN_MS;
  let taken = 0;
  let failed = 0;
  for (const delivery of turn) {
    if (failed > 0 || signal?.aborted || clock().getTime() >= ends) break;
    if (await deliverOne(database, sender, delivery)) taken += 1;
    else failed += 1;
  }
  const now = clock();
  await giveBack(database, turn.slice(taken + failed), now);
  await letGo(database, turn[0]!, failed > 0 ? new Date(now.getTime() + REST_MS) : null);
  return { taken, failed };
}
