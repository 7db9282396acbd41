import type { Logger } from 'pino';
import { keepWorking } from './keep-working.ts';
import type { Platform } from './platform.ts';

/** What was left open is looked for once in so many turns. */
const seldom = 15;

/**
 * Finishes what crashes, lost answers of banks and shoppers who went away have left, and hands over what the pretended bank has
 * to say. Harmless when several processes do it. @returns what stops it.
 */
export function keepPayments({ engine, simulator }: Platform, logger: Logger): () => Promise<void> {
  let turn = 0;

  async function work(): Promise<void> {
    for (const message of (await simulator?.takeMessages()) ?? [])
      await engine.payments.receive('simulator', message);
    turn += 1;
    if (turn % seldom !== 1) return;
    const done = await engine.checkout.resume();
    const { orders: settled } = await engine.loyalty.resume();
    const freed = await engine.inventory.sweepReservations();
    const linked = await engine.returns.linkExchanges();
    const expired = await engine.additions.expire();
    const rerouted = await engine.fulfilment.routeStuck();
    if (done.asked + done.givenUp + done.operations + freed + settled + linked + expired + rerouted > 0)
      logger.info(
        { ...done, freed, settled, linked, expired, rerouted },
        'payments that were left open have been looked after',
      );
  }

  return keepWorking(work, { every: 1_000, what: 'looking after payments', logger });
}
