import type { Logger } from 'pino';
import { keepWorking } from './keep-working.ts';
import type { Platform } from './platform.ts';

const second = 1_000;
const minute = 60 * second;
/** How far back orders are looked for when a process begins, at most. */
const WEEK = 7 * 24 * 60 * minute;
/** An order is seen when it is committed, which may be a while after it says it was placed. */
const OVERLAP = 10 * minute;
const PAGE = 100;
const actor = { kind: 'system', reason: 'counting what tests bring' } as const;

export type CountingPlatform = Pick<Platform, 'database' | 'engine' | 'crowd'>;

/**
 * Counts orders for the tests of versions that run, whatever way they were placed: as they come, and those that were placed while no
 * process was there to hear of it. Harmless when several processes do it. @returns what stops it.
 */
export function keepCounts(platform: CountingPlatform, logger: Logger): () => Promise<void> {
  const counter = openOrderCounter(platform);
  const stop = keepWorking(() => counter.count(), {
    every: second,
    what: 'counting orders for tests',
    logger,
  });
  return async () => {
    counter.close();
    await stop();
  };
}

export interface OrderCounter {
  /** Counts what was ordered since the last time; a moment's nothing when nothing was. */
  count(): Promise<void>;
  close(): void;
}

export function openOrderCounter({ database, engine, crowd }: CountingPlatform): OrderCounter {
  let isDue = true;
  let countedUntil: number | undefined;
  const close = database.subscribe((events) => {
    if (events.some(({ kind }) => kind === 'order.placed')) isDue = true;
  });

  async function count(): Promise<void> {
    const { experiments } = await crowd.crowd();
    const begun = experiments.flatMap(({ state }) =>
      state.kind === 'running' ? [Date.parse(state.since)] : [],
    );
    const now = engine.clock().getTime();
    if (begun.length > 0) {
      const from = Math.max((countedUntil ?? now - WEEK) - OVERLAP, Math.min(...begun));
      await countFrom(new Date(from));
    }
    countedUntil = now;
  }

  async function countFrom(placedFrom: Date): Promise<void> {
    let after: string | undefined;
    do {
      const query = {
        placedFrom: placedFrom.toISOString(),
        limit: PAGE,
        ...(after !== undefined && { after }),
      };
      const page = await engine.orders.list(actor, query);
      const carts = await engine.checkout.cartsOf(page.orders.map(({ id }) => id));
      for (const { id, total } of page.orders) {
        const cart = carts.get(id);
        if (cart !== undefined)
          await crowd.ordered({ id, cart, currency: total.currency, total: total.amount });
      }
      after = page.next;
    } while (after !== undefined);
  }

  return {
    async count() {
      if (!isDue) return;
      isDue = false;
      try {
        await count();
      } catch (error) {
        isDue = true;
        throw error;
      }
    },
    close,
  };
}
