import type { Crowd } from '@vitrine/content';
import type { CrowdStore } from '@vitrine/content/server';
import type { Database } from '@vitrine/database';
import type { CrowdSource } from '@vitrine/runtime';
import type { Logger } from 'pino';
import { openCrowdNotes } from './crowd-notes.ts';

export interface SiteCrowdOptions {
  readonly store: Pick<CrowdStore, 'crowd' | 'seen' | 'began' | 'had'>;
  readonly database: Pick<Database, 'subscribe'>;
  readonly logger: Pick<Logger, 'error' | 'warn'>;
}

/** By what visitors are told apart, in this process: follows what is changed in any. What they do is written down behind them. */
export interface SiteCrowd extends CrowdSource {
  /** What was told until now has been written, or could not be written now. */
  written(): Promise<void>;
  /** Writes what waits to be written, if that can be done. */
  close(): Promise<void>;
}

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
  const notes = openCrowdNotes(store, logger);

  return {
    get current() {
      return current;
    },
    seen(views) {
      for (const view of views) notes.add({ kind: 'seen', view });
    },
    began: (visitor, cart) => notes.add({ kind: 'began', visitor, cart }),
    had: (visitor, cart) => notes.add({ kind: 'had', visitor, cart }),
    written: () => notes.written(),
    async close() {
      unsubscribe();
      await Promise.all([reading, notes.close()]);
    },
  };
}
