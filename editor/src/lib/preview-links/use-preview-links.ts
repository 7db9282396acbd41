import { useCallback, useEffect, useState } from 'react';
import { ask } from '../app/backend.ts';
import type { PreviewLinkFacts } from './preview-link-facts.ts';

export interface PreviewLinks {
  /** The newest first; absent while they are being fetched. */
  readonly links?: readonly PreviewLinkFacts[];
  /** Why they could not be fetched, in a sentence. */
  readonly problem?: string;
  readonly load: () => Promise<void>;
  /** Rejects with a sentence when it could not be ended. */
  readonly end: (id: string) => Promise<void>;
}

/** The links people made, while they are on the screen. */
export function usePreviewLinks(): PreviewLinks {
  const [links, setLinks] = useState<readonly PreviewLinkFacts[] | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const load = useCallback(
    () =>
      ask<readonly PreviewLinkFacts[]>('preview-links').then(
        (list) => {
          setLinks(list);
          setProblem(undefined);
        },
        (error: Error) => setProblem(error.message),
      ),
    [],
  );
  const end = useCallback(async (id: string) => {
    const ended = await ask<PreviewLinkFacts>(`preview-links/${encodeURIComponent(id)}`, {
      method: 'DELETE',
    });
    setLinks((list) => list?.map((each) => (each.id === id ? ended : each)));
  }, []);
  useEffect(() => void load(), [load]);
  return { links, problem, load, end };
}
