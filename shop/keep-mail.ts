import type { Logger } from 'pino';
import { keepWorking } from './keep-working.ts';
import { openMailTransport } from './mail-transport.ts';
import type { Platform } from './platform.ts';
import type { Settings } from './settings.ts';

/** Sends the mails that are due. Harmless when several processes do it. @returns what stops it. */
export function keepMail({ engine }: Platform, settings: Settings, logger: Logger): () => Promise<void> {
  const transport = openMailTransport(settings);
  return keepWorking(() => engine.mail.deliver(transport), { every: 2_000, what: 'sending mails', logger });
}
