import type { Crowd } from '@vitrine/content';
import type { CrowdStore, VersionView } from '@vitrine/content/server';
import type { Database } from '@vitrine/database';
import type { CrowdSource } from '@vitrine/runtime';
import type { Logger } from 'pino';

export interface SiteCrowdOptions {
  readonly store: Pick<CrowdStore, 'crowd' | 'seen' | 'began'>;
  readonly database: Pick<Database, 'subscribe'>;
  readonly logger: Pick<Logger, 'error' | 'warn'>;
}

/** By what visitors are told apart, in this process: follows what is changed in any. What they do is written down behind them. */
export interface SiteCrowd extends CrowdSource {
  /** What was told until now has been written. */
  written(): Promise<void>;
  /** Waits for what is to be written. */
  close(): Promise<void>;
}

/** Views and baskets that wait to be written; with more the database is in trouble, and they are let go. */
const MOST_WAITING = 10_000;

export async function openSiteCrowd({ store, database, logger }: SiteCrowdOptions): Promise<SiteCrowd> {
  let current: Crowd;
  let reading = Promise.resolve();
  // Before the first reading: what is changed meanwhile is read again.
  const unsubscribe = database.subscribe((events) => {
    if (!events.some(({ kind }) => kind === 'audiences.changed')) return;
    reading = reading
      .then(async () => {
        current = await store.crowd();
      })
      .catch((error: unknown) => logger.error({ err: error }, 'audiences and tests could not be read'));
    return reading;
  });
  current = await store.crowd();

  let views: VersionView[] = [];
  let baskets = 0;
  let writing = Promise.resolve();

  // One after the other: a basket counts for who was seen before. What comes meanwhile is written at once.
  function write(work: () => Promise<void>): void {
    writing = writing.then(work).catch((error: unknown) => {
      logger.warn({ err: error }, 'what visitors of a test did could not be written down');
    });
  }

  return {
    get current() {
      return current;
    },
    seen(told) {
      if (views.length >= MOST_WAITING) return;
      const isFirst = views.length === 0;
      views.push(...told);
      if (isFirst)
        write(() => {
          const all = views;
          views = [];
          return store.seen(all);
        });
    },
    began(visitor, cart) {
      if (baskets >= MOST_WAITING) return;
      baskets += 1;
      write(() => {
        baskets -= 1;
        return store.began(visitor, cart);
      });
    },
    written: () => writing,
    async close() {
      unsubscribe();
      await Promise.all([reading, writing]);
    },
  };
}
