import { createContext, useContext, useEffect } from 'react';
import type { DocumentFacts } from './backend.ts';
import type { Documents } from './documents.ts';
import { useStore } from './store.ts';

export const DocumentsContext = createContext<Documents | undefined>(undefined);

export function useDocuments(): Documents {
  const documents = useContext(DocumentsContext);
  if (!documents)
    throw new Error('This stands outside of the list of documents. Put it below DocumentsContext.');
  return documents;
}

/** The list, kept fresh while it is on the screen; absent until it has come. */
export function useDocumentList(): readonly DocumentFacts[] | undefined {
  const documents = useDocuments();
  useEffect(() => documents.follow(), [documents]);
  return useStore(documents.state, ({ list }) => list);
}
