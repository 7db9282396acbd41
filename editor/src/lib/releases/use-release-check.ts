import { isWaiting } from '@vitrine/content';
import { useEffect, useState } from 'react';
import { ask } from '../app/backend.ts';
import type { ReleaseCheck, ReleaseFacts } from './release-facts.ts';

const nothing: ReleaseCheck = {};

/** What would keep a release from going live as things are now, and what is to be known about it before. */
export function useReleaseCheck(release: ReleaseFacts): ReleaseCheck {
  const [found, setFound] = useState(nothing);
  const { id } = release;
  const waits = isWaiting(release);
  const holds = release.items.map(({ document, plannedAt }) => `${document} ${plannedAt}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list of the same is no reason to look again.
  useEffect(() => {
    if (!waits) return;
    const asked = new AbortController();
    ask<ReleaseCheck>(`releases/${encodeURIComponent(id)}/check`, {
      signal: asked.signal,
    }).then(
      setFound,
      // That nothing is told against it is no promise: it is looked at again when its time has come.
      () => {},
    );
    return () => asked.abort();
  }, [id, waits, holds]);
  return found;
}
