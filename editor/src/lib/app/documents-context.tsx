import { createContext, useContext, useEffect } from 'react';
import type { DocumentFacts } from './backend.ts';
import type { Documents } from './documents.ts';
import { useStore } from './store.ts';

export const DocumentsContext = createContext<Documents | undefined>(undefined);

/** Milliseconds after which what others did is looked for. */
const LOOK_AGAIN = 20_000;

export function useDocuments(): Documents {
  const documents = useContext(DocumentsContext);
  if (!documents)
    throw new Error('This stands outside of the list of documents. Put it below DocumentsContext.');
  return documents;
}

/** The list, kept fresh while it is on the screen; absent until it has come. */
export function useDocumentList(): readonly DocumentFacts[] | undefined {
  const documents = useDocuments();
  useEffect(() => {
    const load = () => {
      if (document.visibilityState === 'visible') void documents.load();
    };
    void documents.freshen();
    const timer = setInterval(load, LOOK_AGAIN);
    window.addEventListener('focus', load);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', load);
    };
  }, [documents]);
  return useStore(documents.state, ({ list }) => list);
}
