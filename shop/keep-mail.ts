import type { Logger } from 'pino';
import { openMailTransport } from './mail-transport.ts';
import type { Platform } from './platform.ts';
import type { Settings } from './settings.ts';

const interval = 2000;

/**
 * Sends the mails that are due. Harmless when several processes do it. @returns a function that stops it, when what is under way
 * has ended.
 */
export function keepMail({ engine }: Platform, settings: Settings, logger: Logger): () => Promise<void> {
  const transport = openMailTransport(settings);
  let working: Promise<void> | undefined;
  const timer = setInterval(() => {
    working ??= engine.mail
      .deliver(transport)
      .then(
        () => {},
        (error: unknown) => logger.error({ err: error }, 'sending mails failed; it is tried again'),
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
