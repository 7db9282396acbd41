import type { Logger } from 'pino';
import type { Platform } from './platform.ts';

const second = 1_000;
const hour = 3_600 * second;
const day = 24 * hour;

// An endpoint that is slow to answer holds up one of these; the others get on with the rest.
const mostAtOnce = 3;
const keptFor = 30 * day;

/**
 * Every second other systems are told what happened in the shop, and what they did not take is tried again. Harmless when several
 * processes do it. @returns a function that stops it, when what is under way has ended.
 */
export function keepWebhooks({ engine: { webhooks } }: Platform, logger: Logger): () => Promise<void> {
  const passes = new Set<Promise<void>>();
  const ending = new AbortController();

  async function work(): Promise<void> {
    await webhooks.relay();
    const { taken, failed } = await webhooks.deliver({ signal: ending.signal });
    if (failed > 0) logger.info({ taken, failed }, 'some webhooks were not taken; they are tried again');
  }

  function begin(job: () => Promise<void>): void {
    const pass = job()
      .catch((error: unknown) =>
        logger.error({ err: error }, 'telling other systems failed; it is tried again'),
      )
      .finally(() => passes.delete(pass));
    passes.add(pass);
  }

  const timer = setInterval(() => {
    if (passes.size < mostAtOnce) begin(work);
  }, second);
  const housekeeping = setInterval(() => {
    begin(async () => void (await webhooks.keepHouse(new Date(Date.now() - keptFor))));
  }, hour);
  timer.unref();
  housekeeping.unref();
  return async () => {
    clearInterval(timer);
    clearInterval(housekeeping);
    ending.abort();
    await Promise.all(passes);
  };
}
