import { isWaiting } from '@vitrine/content';
import { useEffect, useState } from 'react';
import { ask } from '../app/backend.ts';
import type { ReleaseFacts } from './release-facts.ts';

/** What would keep a release from going live as things are now, as a sentence. */
export function useReleaseCheck(release: ReleaseFacts): string | undefined {
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const { id } = release;
  const waits = isWaiting(release);
  const holds = release.items.map(({ document, plannedAt }) => `${document} ${plannedAt}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list of the same is no reason to look again.
  useEffect(() => {
    if (!waits) return;
    const asked = new AbortController();
    ask<{ readonly problem?: string }>(`releases/${encodeURIComponent(id)}/check`, {
      signal: asked.signal,
    }).then(
      (found) => setProblem(found.problem),
      // That nothing is told against it is no promise: it is looked at again when its time has come.
      () => {},
    );
    return () => asked.abort();
  }, [id, waits, holds]);
  return problem;
}
