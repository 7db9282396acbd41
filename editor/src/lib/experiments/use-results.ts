import type { VersionCount } from '@vitrine/content';
import { useEffect, useState } from 'react';
import { ask } from '../app/backend.ts';

/** Milliseconds after which the figures of a test that runs are asked for again. */
const AGAIN = 30_000;

export interface Results {
  /** The last that came; absent until then. */
  readonly counts?: readonly VersionCount[];
  /** Why there are no newer ones, in a sentence. */
  readonly problem?: string;
}

/** What became of the versions of a test, while it is on the screen; those that run are followed. */
export function useResults(experiment: string, isRunning: boolean): Results {
  const [results, setResults] = useState<Results>({});
  useEffect(() => {
    const over = new AbortController();
    const load = () => {
      ask<{ readonly counts: readonly VersionCount[] }>(
        `experiments/${encodeURIComponent(experiment)}/results`,
        { signal: over.signal },
      ).then(
        ({ counts }) => setResults({ counts }),
        (error: Error) => {
          if (!over.signal.aborted) setResults(({ counts }) => ({ counts, problem: error.message }));
        },
      );
    };
    load();
    const timer = isRunning ? setInterval(load, AGAIN) : undefined;
    return () => {
      over.abort();
      clearInterval(timer);
    };
  }, [experiment, isRunning]);
  return results;
}
