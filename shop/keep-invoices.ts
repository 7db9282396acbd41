import type { Logger } from 'pino';
import { keepWorking } from './keep-working.ts';
import type { Platform } from './platform.ts';

/** Issues the invoices that are due. Harmless when several processes do it. @returns what stops it. */
export function keepInvoices({ engine }: Platform, logger: Logger): () => Promise<void> {
  return keepWorking(() => engine.invoices.issueDue(), { every: 3_000, what: 'issuing invoices', logger });
}
