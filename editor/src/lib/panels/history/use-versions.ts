import { useCallback, useEffect, useState } from 'react';
import { ask, type VersionFacts } from '../../app/backend.ts';

/** Milliseconds after which it is looked whether one was kept meanwhile. */
const LOOK_AGAIN = 30_000;

/** The versions of a document, latest first, while they are on the screen. */
export function useVersions(id: string) {
  const [versions, setVersions] = useState<readonly VersionFacts[] | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const load = useCallback(
    () =>
      ask<readonly VersionFacts[]>(`documents/${encodeURIComponent(id)}/versions`).then(
        (list) => {
          setVersions(list);
          setProblem(undefined);
        },
        (error: Error) => setProblem(error.message),
      ),
    [id],
  );
  useEffect(() => {
    void load();
    const timer = setInterval(() => document.visibilityState === 'visible' && void load(), LOOK_AGAIN);
    return () => clearInterval(timer);
  }, [load]);
  return { versions, problem, load };
}
