import type { Logger } from 'pino';
import type { Platform } from './platform.ts';

const second = 1000;

/**
 * Finishes what crashes, lost answers of banks and shoppers who went away have left, and hands over what the pretended bank has
 * to say. Harmless when several processes do it. @returns a function that stops it, when what is under way has ended.
 */
export function keepPayments({ engine, simulator }: Platform, logger: Logger): () => Promise<void> {
  let turn = 0;
  let working = Promise.resolve();
  let isWorking = false;

  async function work(): Promise<void> {
    for (const message of (await simulator?.takeMessages()) ?? [])
      await engine.payments.receive('simulator', message);
    turn += 1;
    if (turn % 15 !== 1) return;
    const done = await engine.checkout.resume();
    const { orders: settled } = await engine.loyalty.resume();
    const freed = await engine.inventory.sweepReservations();
    if (done.asked + done.givenUp + done.operations + freed + settled > 0)
      logger.info({ ...done, freed, settled }, 'payments that were left open have been looked after');
  }

  const timer = setInterval(() => {
    if (isWorking) return;
    isWorking = true;
    working = work()
      .catch((error: unknown) =>
        logger.error({ err: error }, 'looking after payments failed; it is tried again'),
      )
      .finally(() => {
        isWorking = false;
      });
  }, second);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await working;
  };
}
