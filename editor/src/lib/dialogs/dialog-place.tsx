import { later } from '@vitrine/ui';
import { useEffect } from 'react';
import { useDocuments } from '../app/documents-context.tsx';
import { useEditor, useView } from '../app/editor-context.tsx';
import { useStore } from '../app/store.ts';
import { useEver } from '../app/use-ever.ts';

const Dialogs = later(async () => (await import('./dialogs.tsx')).Dialogs, null);
const DocumentDialogs = later(
  async () => (await import('../panels/pages/document-dialogs.tsx')).DocumentDialogs,
  null,
);

/** Milliseconds until a dialog has gone. */
const CLOSED = 300;

/** Where dialogs appear. What they are made of is fetched when the first one is opened. */
export function DialogPlace() {
  const editor = useEditor();
  const isOpen = useView(({ dialog }) => dialog !== undefined);
  const isAsked = useStore(useDocuments().state, ({ dialog }) => dialog !== undefined);
  useFocusBack(isOpen || isAsked);
  // A dialog that was open is left where it is, so that it can go away with its own movement.
  return (
    <>
      {useEver(isOpen) && <Dialogs />}
      {useEver(isAsked) && <DocumentDialogs shop={editor} current={editor.open.id} />}
    </>
  );
}

// A dialog gives the focus back to what had it when it opened; one whose code was still on its way does not know.
function useFocusBack(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return;
    const before = document.activeElement as HTMLElement | null;
    return () => {
      setTimeout(() => {
        if (document.activeElement === document.body) before?.focus();
      }, CLOSED);
    };
  }, [isOpen]);
}
