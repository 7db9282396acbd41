import type { EngineContext } from '../engine-context.ts';
import { counterKey, countTry, giveTriesBack } from '../identity/count-tries.ts';
import { isStorable } from '../storable-text.ts';
import type { OrderView } from './orders.views.ts';

const LOOK_UP_LIMIT = { failures: 20, minutes: 15 } as const;

/** What somebody who says they placed an order knows of it. */
export interface OrderClaim {
  readonly number: string;
  readonly email: string;
}

/**
 * Opens an order for whoever knows its number and its email. Wrong tries are counted for each of the two, so that neither
 * can be guessed from the other; when there were too many nothing is found for a while, right claims included.
 */
export async function lookUpOrder(
  { database, clock, secret }: EngineContext,
  claim: OrderClaim,
  open: (claim: OrderClaim) => Promise<OrderView | undefined>,
): Promise<OrderView | undefined> {
  const number = claim.number.trim();
  const email = claim.email.trim().toLowerCase();
  if (!isStorable(number + email)) return undefined;
  const counters = [
    { key: counterKey('order-email', email, secret), ...LOOK_UP_LIMIT },
    { key: counterKey('order-number', number, secret), ...LOOK_UP_LIMIT },
  ];
  for (const counter of counters) if ((await countTry(database, counter, clock())) > 0) return undefined;
  const found = await open({ number, email });
  if (found) await giveTriesBack(database, counters);
  return found;
}
