import { AsyncLocalStorage } from 'node:async_hooks';
import type { CommittedEvent } from './database.ts';
import type { Logger } from './log.ts';

export type EventHandler = (events: readonly CommittedEvent[]) => void | Promise<void>;

/** Hands events to this process's subscribers, one batch after the other. */
export interface Delivery {
  add(handler: EventHandler): () => void;
  readonly hasSubscribers: boolean;
  /** Resolves when every subscriber has run. A subscriber's failure is logged and stops nobody else. */
  deliver(events: readonly CommittedEvent[]): Promise<void>;
}

export function createDelivery({ logger }: { logger: Logger }): Delivery {
  const handlers = new Set<{ handle: EventHandler }>();
  const handling = new AsyncLocalStorage<{ open: boolean }>();
  let last = Promise.resolve();

  async function runAll(events: readonly CommittedEvent[]): Promise<void> {
    const state = { open: true };
    await Promise.all(
      [...handlers].map(async ({ handle }) => {
        try {
          await handling.run(state, () => handle(events));
        } catch (error) {
          logger.error({ error, kinds: events.map(({ kind }) => kind) }, 'A subscriber of events failed.');
        }
      }),
    );
    state.open = false;
  }

  return {
    add(handle) {
      const entry = { handle };
      handlers.add(entry);
      return () => handlers.delete(entry);
    },
    get hasSubscribers() {
      return handlers.size > 0;
    },
    async deliver(events) {
      if (events.length === 0) return;
      const batch = last.then(() => runAll(events));
      last = batch;
      // A subscriber that commits a transaction itself would wait for itself: its events come right after this batch.
      if (!handling.getStore()?.open) await batch;
    },
  };
}
