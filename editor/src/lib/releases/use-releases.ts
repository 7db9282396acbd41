import { useCallback, useEffect, useState } from 'react';
import type { ReleaseWish } from '../app/documents.ts';
import { useDocuments } from '../app/documents-context.tsx';
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
      documents.releases().then(
        (list) => {
          setReleases(list);
          setProblem(undefined);
        },
        (error: Error) => setProblem(error.message),
      ),
    [documents],
  );
  const change = useCallback(
    async (id: string, wish: ReleaseWish) => {
      try {
        await documents.changeRelease(id, wish);
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
