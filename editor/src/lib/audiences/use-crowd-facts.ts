import type { Audience, Experiment } from '@vitrine/content';
import { useCallback, useEffect, useState } from 'react';
import { ask } from '../app/backend.ts';
import { useDocuments } from '../app/documents-context.tsx';
import type { CrowdFacts } from './audience-facts.ts';
import { crowdListOf } from './crowd-list.ts';

export interface CrowdFactsNow {
  /** Absent while they are being fetched. */
  readonly facts?: CrowdFacts;
  /** Why they could not be fetched, in a sentence. */
  readonly problem?: string;
  readonly load: () => Promise<void>;
  /** Rejects with a sentence when it was refused; the lists are as they are then. */
  readonly change: (work: () => Promise<Audience | Experiment>) => Promise<void>;
}

/** Audiences and tests with where they are named, while they are on the screen. */
export function useCrowdFacts(): CrowdFactsNow {
  const list = crowdListOf(useDocuments());
  const [facts, setFacts] = useState<CrowdFacts | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const load = useCallback(
    () =>
      ask<CrowdFacts>('audiences').then(
        (found) => {
          setFacts(found);
          setProblem(undefined);
          list.learn({
            audiences: found.audiences.map(({ uses: _, ...each }) => each),
            experiments: found.experiments.map(({ uses: _, ...each }) => each),
          });
        },
        (error: Error) => setProblem(error.message),
      ),
    [list],
  );
  const change = useCallback(
    async (work: () => Promise<unknown>) => {
      try {
        await work();
      } finally {
        await load();
      }
    },
    [load],
  );
  useEffect(() => void load(), [load]);
  return { ...(facts && { facts }), ...(problem !== undefined && { problem }), load, change };
}
