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
    const done = {
      ...(await step('checkouts', () => engine.checkout.resume())),
      ...(await step('points', async () => ({ settled: (await engine.loyalty.resume()).orders }))),
      ...(await step('stock', async () => ({ freed: await engine.inventory.sweepReservations() }))),
      ...(await step('exchanges', async () => ({ linked: await engine.returns.linkExchanges() }))),
      ...(await step('added goods', async () => ({ expired: await engine.additions.expire() }))),
      ...(await step('routes', async () => ({ rerouted: await engine.fulfilment.routeStuck() }))),
    };
    if (Object.values(done).some((count) => count > 0))
      logger.info(done, 'payments that were left open have been looked after');
  }

  /** What goes wrong with one kind of work keeps none of the others waiting. */
  async function step<Done extends Record<string, number>>(
    what: string,
    look: () => Promise<Done>,
  ): Promise<Partial<Done>> {
    try {
      return await look();
    } catch (error) {
      logger.error({ err: error, what }, 'looking after what was left open failed');
      return {};
    }
  }

  return keepWorking(work, { every: 1_000, what: 'looking after payments', logger });
}
