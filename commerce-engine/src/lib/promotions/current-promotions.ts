import type { Database, Queryable } from '@vitrine/database';
import { type CurrentPromotions, readCurrent } from './promotions.queries.ts';

const DAY = 24 * 60 * 60 * 1000;

/** The promotions that are enabled, remembered until one changes. */
export function createPromotionMemory(
  database: Database,
  clock: () => Date,
): (on: Queryable) => Promise<CurrentPromotions> {
  let kept: CurrentPromotions | undefined;
  let changes = 0;
  database.subscribe((events) => {
    if (!events.some(({ kind }) => kind === 'promotions.changed')) return;
    kept = undefined;
    changes += 1;
  });
  return async (on) => {
    if (kept) return kept;
    // Nobody waits for another's reading: on the embedded engine that one may be waiting for our transaction.
    const before = changes;
    const read = await readCurrent(on, new Date(clock().getTime() - DAY));
    if (changes === before) kept = read;
    return read;
  };
}
