import { useCallback, useEffect, useState } from 'react';
import { useDocuments } from '../app/documents-context.tsx';
import { changeRelease, fetchReleases, type ReleaseWish } from './change-releases.ts';
import type { ReleaseFacts } from './release-facts.ts';

export interface Releases {
  /** Absent while they are being fetched. */
  readonly releases?: readonly ReleaseFacts[];
  /** Why they could not be fetched, in a sentence. */
  readonly problem?: string;
  readonly load: () => Promise<void>;
  /** Rejects with a sentence when it was refused; the list is as it is then. */
  readonly change: (id: string, wish: ReleaseWish) => Promise<void>;
}

/** What is planned, while it is on the screen. */
export function useReleases(): Releases {
  const documents = useDocuments();
  const [releases, setReleases] = useState<readonly ReleaseFacts[] | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const load = useCallback(
    () =>
      fetchReleases().then(
        (list) => {
          setReleases(list);
          setProblem(undefined);
        },
        (error: Error) => setProblem(error.message),
      ),
    [],
  );
  const change = useCallback(
    async (id: string, wish: ReleaseWish) => {
      try {
        await changeRelease(documents, id, wish);
      } finally {
        await load();
      }
    },
    [documents, load],
  );
  useEffect(() => void load(), [load]);
  return {
    ...(releases && { releases }),
    ...(problem !== undefined && { problem }),
    load,
    change,
  };
}
