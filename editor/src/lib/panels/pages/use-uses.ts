import { useEffect, useState } from 'react';
import type { DocumentUse } from '../../app/backend.ts';
import { useDocuments } from '../../app/documents-context.tsx';

export interface Uses {
  /** Absent while they are being looked for. */
  readonly uses?: readonly DocumentUse[];
  /** Why they could not be found, in a sentence. */
  readonly problem?: string;
}

/** What is being written, here or by others, is known to the server some seconds later. */
const AGAIN_MILLISECONDS = 3000;

/** What shows a document, stands in it, or links to it. */
export function useUses(id: string): Uses {
  const documents = useDocuments();
  const [state, setState] = useState<Uses>({});
  useEffect(() => {
    const stop = new AbortController();
    let next: ReturnType<typeof setTimeout> | undefined;
    const ask = () => {
      documents
        .usesOf(id, stop.signal)
        .then(
          (uses) => setState({ uses }),
          (error: Error) => {
            if (stop.signal.aborted) return;
            // What was known before stays.
            setState((known) => (known.uses ? known : { problem: error.message }));
          },
        )
        .finally(() => {
          if (!stop.signal.aborted) next = setTimeout(ask, AGAIN_MILLISECONDS);
        });
    };
    ask();
    return () => {
      stop.abort();
      clearTimeout(next);
    };
  }, [documents, id]);
  return state;
}
