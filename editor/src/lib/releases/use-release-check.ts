import { useEffect, useState } from 'react';
import { ask } from '../app/backend.ts';
import { isWaiting, type ReleaseFacts } from './release-facts.ts';

/** What would keep a release from going live as things are now, as a sentence. */
export function useReleaseCheck(release: ReleaseFacts): string | undefined {
  const [problem, setProblem] = useState<string | undefined>(undefined);
  useEffect(() => {
    if (!isWaiting(release)) return;
    const asked = new AbortController();
    ask<{ readonly problem?: string }>(`releases/${encodeURIComponent(release.id)}/check`, {
      signal: asked.signal,
    }).then(
      (found) => setProblem(found.problem),
      // That nothing is told against it is no promise: it is looked at again when its time has come.
      () => {},
    );
    return () => asked.abort();
  }, [release]);
  return problem;
}
