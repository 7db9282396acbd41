import { useEffect, useState } from 'react';

export type SearchState<H> =
  | { readonly kind: 'searching'; readonly hits: readonly H[] }
  | { readonly kind: 'found'; readonly hits: readonly H[] }
  | { readonly kind: 'failed'; readonly hits: readonly H[] };

export interface SearchOptions<H> {
  readonly search: (q: string, signal: AbortSignal) => Promise<readonly H[]>;
  readonly q: string;
  /** Nothing is asked while false. */
  readonly isOpen: boolean;
  /** Milliseconds of quiet before a text is searched for. Default 200; an empty one is not waited for. */
  readonly quiet?: number;
}

/** What was found for a text; what was found before stays until then, so that the list does not flicker. */
export function useSearch<H>({ search, q, isOpen, quiet = 200 }: SearchOptions<H>): SearchState<H> & {
  readonly retry: () => void;
} {
  const [state, setState] = useState<SearchState<H>>({ kind: 'searching', hits: [] });
  const [attempt, setAttempt] = useState(0);
  const text = q.trim();

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same again.
  useEffect(() => {
    if (!isOpen) return;
    const control = new AbortController();
    setState(({ hits }) => ({ kind: 'searching', hits }));
    const timer = setTimeout(
      () => {
        search(text, control.signal).then(
          (hits) => control.signal.aborted || setState({ kind: 'found', hits }),
          () => control.signal.aborted || setState({ kind: 'failed', hits: [] }),
        );
      },
      text === '' ? 0 : quiet,
    );
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [search, text, isOpen, quiet, attempt]);

  return { ...state, retry: () => setAttempt((count) => count + 1) };
}
