import type { Logger } from 'pino';

/**
 * Does work again and again while the shop runs, one turn after the other; what fails is logged and tried again at the next turn.
 * @returns a function that stops it, when the turn under way has ended.
 */
export function keepWorking(
  work: () => Promise<unknown>,
  { every, what, logger }: { readonly every: number; readonly what: string; readonly logger: Logger },
): () => Promise<void> {
  let working: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    working ??= work()
      .catch((error: unknown) => logger.error({ err: error }, `${what} failed; it is tried again`))
      .finally(() => {
        working = undefined;
      });
  }, every);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await working;
  };
}
