import { useEffect, useState } from 'react';
import type { MediaAsset, MediaUses, MediaVersion } from '../media-api/media-wire.ts';
import { useLibraryTools } from './library-context.ts';

interface Details {
  readonly versions: readonly MediaVersion[] | undefined;
  readonly uses: MediaUses['uses'] | undefined;
  readonly problem: string | undefined;
}

const none: Details = { versions: undefined, uses: undefined, problem: undefined };
/** Whoever walks through the grid with arrow keys looks at none of them yet. */
const PAUSE = 150;

/** What the list does not know: the files before, and where it is used. */
export function useAssetDetails({ id, revision }: MediaAsset): Details & { retry: () => void } {
  const { library } = useLibraryTools();
  const [details, setDetails] = useState(none);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision or attempt asks again.
  useEffect(() => {
    const asking = new AbortController();
    const { signal } = asking;
    const timer = setTimeout(() => {
      Promise.all([library.details(id, signal), library.usesOf(id, signal)]).then(
        ([versions, uses]) => setDetails({ versions, uses, problem: undefined }),
        (error: Error) => {
          if (!signal.aborted) setDetails((before) => ({ ...before, problem: error.message }));
        },
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [library, id, revision, attempt]);
  return { ...details, retry: () => setAttempt(attempt + 1) };
}
