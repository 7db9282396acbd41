import type { OrderSummaryView } from '@vitrine/commerce-engine/client';
import type { Logger } from 'pino';
import { keepWorking } from './keep-working.ts';
import type { Platform } from './platform.ts';

const second = 1_000;
const minute = 60 * second;
/** How far back orders are looked for when a process begins, at most, and how many. */
const WEEK = 7 * 24 * 60 * minute;
const MOST_PAGES = 100;
const PAGE = 100;
const actor = { kind: 'system', reason: 'counting what tests bring' } as const;

export interface CountingPlatform extends Pick<Platform, 'database' | 'engine'> {
  readonly crowd: Pick<Platform['crowd'], 'crowd' | 'ordered' | 'cancelled'>;
}

/**
 * Counts orders for the tests of versions that run, whatever way they were placed: as they come, and when a process begins those that
 * nobody may have heard of. Orders that are cancelled whole are taken out. Harmless when several processes do it. @returns what stops it.
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
  /** Counts what was ordered and cancelled since the last time; a moment's nothing when nothing was. */
  count(): Promise<void>;
  close(): void;
}

export function openOrderCounter({ database, engine, crowd }: CountingPlatform): OrderCounter {
  let isBeginning = true;
  /** Orders that were placed or cancelled, and not told yet. */
  const due = new Set<string>();
  const close = database.subscribe((events) => {
    for (const { kind, payload } of events)
      if (kind === 'order.placed' || kind === 'order.cancelled') due.add(String(payload.orderId));
  });

  async function count(): Promise<void> {
    if (!isBeginning && due.size === 0) return;
    const { experiments } = await crowd.crowd();
    const begun = experiments.flatMap(({ state }) =>
      state.kind === 'running' ? [Date.parse(state.since)] : [],
    );
    if (begun.length === 0) due.clear();
    else if (isBeginning)
      await taking([...due], () => tellFrom(Math.max(engine.clock().getTime() - WEEK, Math.min(...begun))));
    isBeginning = false;
    while (due.size > 0) {
      const ids = [...due].slice(0, PAGE);
      await taking(ids, async () => {
        await tell((await engine.orders.list(actor, { ids, limit: PAGE })).orders);
        return new Set(ids);
      });
    }
  }

  /** They are due no more when they were told; before they are read, so that what happens to one meanwhile is told again. */
  async function taking(ids: readonly string[], work: () => Promise<ReadonlySet<string>>): Promise<void> {
    let told: ReadonlySet<string> = new Set();
    for (const id of ids) due.delete(id);
    try {
      told = await work();
    } finally {
      for (const id of ids) if (!told.has(id)) due.add(id);
    }
  }

  async function tellFrom(from: number): Promise<ReadonlySet<string>> {
    const told = new Set<string>();
    let after: string | undefined;
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const query = { placedFrom: new Date(from).toISOString(), limit: PAGE };
      const page = await engine.orders.list(actor, { ...query, ...(after !== undefined && { after }) });
      await tell(page.orders);
      for (const { id } of page.orders) told.add(id);
      after = page.next;
      if (after === undefined) break;
    }
    return told;
  }

  async function tell(orders: readonly OrderSummaryView[]): Promise<void> {
    const cancelled = orders.filter(({ state }) => state === 'cancelled');
    const placed = orders.filter(({ state }) => state !== 'cancelled');
    const carts = await engine.checkout.cartsOf(placed.map(({ id }) => id));
    const counted = placed.flatMap(({ id, placedAt, total: { amount, currency } }) => {
      const cart = carts.get(id);
      return cart === undefined ? [] : [{ id, cart, placedAt, currency, total: amount }];
    });
    await crowd.ordered(counted);
    await crowd.cancelled(cancelled.map(({ id }) => id));
  }

  return { count, close };
}
