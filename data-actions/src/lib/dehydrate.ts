import type { SharedDimensions } from './dimensions.ts';
import type { AnswerRecord } from './plan-result.ts';

/** TanStack Query's dehydrated state, as its `hydrate` reads it. */
export interface DehydratedAnswers {
  readonly mutations: readonly never[];
  readonly queries: readonly {
    readonly queryKey: readonly [string, string];
    readonly queryHash: string;
    readonly dehydratedAt: number;
    readonly state: {
      readonly data: unknown;
      readonly dataUpdatedAt: number;
      readonly dataUpdateCount: 1;
      readonly status: 'success';
      readonly fetchStatus: 'idle';
      readonly error: null;
      readonly errorUpdateCount: 0;
      readonly errorUpdatedAt: 0;
      readonly fetchFailureCount: 0;
      readonly fetchFailureReason: null;
      readonly fetchMeta: null;
      readonly isInvalidated: boolean;
    };
  }[];
}

/** What `startData` takes in the browser. */
export interface DataStart {
  readonly context: Readonly<SharedDimensions>;
  readonly state?: DehydratedAnswers;
}

/** Public answers by canonical key, as `PlanResult.data` has them, in the shape the browser's client takes in. No client is made. */
export function dehydrateEntries(data: Readonly<Record<string, AnswerRecord>>): DehydratedAnswers {
  return {
    mutations: [],
    queries: Object.entries(data).map(([key, { d, at, state }]) => {
      const queryKey = [key.slice(0, key.indexOf('?')), key] as const;
      return {
        queryKey,
        queryHash: JSON.stringify(queryKey),
        dehydratedAt: at,
        state: {
          data: d,
          // The source's time: the browser's freshness goes on where the server's was.
          dataUpdatedAt: at,
          dataUpdateCount: 1,
          status: 'success',
          fetchStatus: 'idle',
          error: null,
          errorUpdateCount: 0,
          errorUpdatedAt: 0,
          fetchFailureCount: 0,
          fetchFailureReason: null,
          fetchMeta: null,
          isInvalidated: state === 'stale',
        },
      };
    }),
  };
}
