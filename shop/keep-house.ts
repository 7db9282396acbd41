import type { Logger } from 'pino';
import type { Platform } from './platform.ts';

const hour = 3_600_000;

/**
 * Once an hour, what nobody needs any more is deleted: abandoned carts, ended sessions, answers kept for repeated requests, events
 * everyone has seen, what tests of versions counted a year ago. Harmless when several processes do it. @returns a function that stops it.
 */
export function keepHouse({ engine, crowd }: Platform, logger: Logger): () => void {
  const timer = setInterval(() => {
    Promise.all([engine.keepHouse(), crowd.keepHouse()]).then(
      ([gone, { visitors }]) => logger.debug({ ...gone, visitors }, 'housekeeping done'),
      (error: unknown) => logger.error({ err: error }, 'housekeeping failed; it is tried again in an hour'),
    );
  }, hour);
  timer.unref();
  return () => clearInterval(timer);
}
