import type { Logger } from 'pino';
import { keepWorking } from './keep-working.ts';
import type { Platform } from './platform.ts';

/** Tells caches and search when the day of what was on preorder begins. Harmless when several processes do it. @returns what stops it. */
export function keepStock({ engine }: Platform, logger: Logger): () => Promise<void> {
  return keepWorking(() => engine.inventory.tellWhatIsOut(), {
    every: 5_000,
    what: 'telling what has come out',
    logger,
  });
}
