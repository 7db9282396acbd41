/** A group of actions that share a backend: its limits and its breaker. */
export interface Source {
  readonly id: string;
  /** Batches under way at once. Default 8. */
  readonly concurrency?: number;
  /** `microtask` (default), or a window in milliseconds during which questions are gathered. */
  readonly window?: 'microtask' | number;
  /** Milliseconds after which a call is given up: its signal aborts and it counts as a failure. Default 10,000. */
  readonly giveUpAfter?: number;
  /** Opens when at least `minimum` (default 10) calls in `over` ms (default 10,000) fail at this rate; tried again after `rest` ms (default 5,000). */
  readonly breaker?: {
    readonly errorRate: number;
    readonly minimum?: number;
    readonly over?: number;
    readonly rest?: number;
  };
}

/** Names a backend that actions ask. @throws when a limit makes no sense. */
export function defineSource(source: Source): Source {
  const { id, concurrency = 1, window = 0, giveUpAfter = 1, breaker } = source;
  if (!id) throw new Error('A source needs an id, for example "catalogue".');
  if (!(concurrency >= 1))
    throw new Error(`Source "${id}" allows ${concurrency} calls at once; it needs at least 1.`);
  if (window !== 'microtask' && !(window >= 0))
    throw new Error(`Source "${id}" has the window ${window}; expected "microtask" or milliseconds.`);
  if (!(giveUpAfter > 0))
    throw new Error(`Source "${id}" gives up after ${giveUpAfter} ms; expected more than 0.`);
  if (breaker && !(breaker.errorRate > 0 && breaker.errorRate <= 1))
    throw new Error(
      `The breaker of source "${id}" opens at the rate ${breaker.errorRate}; expected more than 0, at most 1.`,
    );
  return Object.freeze({ ...source });
}
