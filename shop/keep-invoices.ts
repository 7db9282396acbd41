import type { Logger } from 'pino';
import type { Platform } from './platform.ts';

const interval = 3000;

/**
 * Issues the invoices that are due. Harmless when several processes do it. @returns a function that stops it, when what is
 * under way has ended.
 */
export function keepInvoices({ engine }: Platform, logger: Logger): () => Promise<void> {
  let working: Promise<void> | undefined;
  const timer = setInterval(() => {
    working ??= engine.invoices
      .issueDue()
      .then(
        () => {},
        (error: unknown) => logger.error({ err: error }, 'issuing invoices failed; it is tried again'),
      )
      .finally(() => {
        working = undefined;
      });
  }, interval);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await working;
  };
}
