import type { DehydratedAnswers } from '@vitrine/data-actions/react';
import type { PageState } from './island-state.ts';

/** The public answers among the values of a page, in the shape the data client takes in: what was asked here is not asked again. */
export function knownAnswers({ answers, values }: Pick<PageState, 'answers' | 'values'>): DehydratedAnswers {
  return {
    mutations: [],
    queries: answers.map(([key, at, stale, place]) => {
      const queryKey = [key.slice(0, key.indexOf('?')), key] as const;
      return {
        queryKey,
        queryHash: JSON.stringify(queryKey),
        dehydratedAt: at,
        state: {
          data: values[place] ?? null,
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
          isInvalidated: stale === 1,
        },
      };
    }),
  };
}
