import type { Database } from '@vitrine/database';
import { type Remembered, remember } from '../remember.ts';
import { type CurrentPromotions, readCurrent } from './promotions.queries.ts';

const DAY = 24 * 60 * 60 * 1000;

/** The promotions that are enabled, remembered until one changes. */
export function createPromotionMemory(database: Database, clock: () => Date): Remembered<CurrentPromotions> {
  return remember(database, ['promotions.changed'], (on) =>
    readCurrent(on, new Date(clock().getTime() - DAY)),
  );
}
