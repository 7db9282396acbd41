import { useEffect, useState } from 'react';
import type { DocumentUse } from '../../app/backend.ts';
import { useDocuments } from '../../app/documents-context.tsx';

export interface Uses {
  /** Absent while they are being looked for. */
  readonly uses?: readonly DocumentUse[];
  /** Why they could not be found, in a sentence. */
  readonly problem?: string;
}

/** What shows a document, stands in it, or links to it. */
export function useUses(id: string): Uses {
  const documents = useDocuments();
  const [state, setState] = useState<Uses>({});
  useEffect(() => {
    const stop = new AbortController();
    documents.usesOf(id, stop.signal).then(
      (uses) => setState({ uses }),
      (error: Error) => {
        if (!stop.signal.aborted) setState({ problem: error.message });
      },
    );
    return () => stop.abort();
  }, [documents, id]);
  return state;
}
