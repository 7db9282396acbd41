import type { Logger } from 'pino';
import { keepWorking } from './keep-working.ts';
import type { Platform } from './platform.ts';

/** Makes the gift cards of orders that are paid. Harmless when several processes do it. @returns what stops it. */
export function keepGiftCards({ engine }: Platform, logger: Logger): () => Promise<void> {
  return keepWorking(() => engine.soldGiftCards.issueDue(), {
    every: 2_000,
    what: 'making gift cards',
    logger,
  });
}
