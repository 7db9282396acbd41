import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Editor, EditorView } from './editor.ts';
import { useStore } from './store.ts';

export const EditorContext = createContext<Editor | undefined>(undefined);

/** The editor around a component. */
export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('This stands outside of an editor. Put it below EditorContext.');
  return editor;
}

export function useView<S>(select: (view: EditorView) => S): S {
  return useStore(useEditor().view, select);
}

/** Facts of one instance; renders again when they change. */
export function useNode(id: string) {
  const { page } = useEditor();
  return useSyncExternalStore(
    (listener) => page.onNode(id, listener),
    () => page.node(id),
  );
}

export function useMeta() {
  const { page } = useEditor();
  return useSyncExternalStore(
    (listener) => page.onMeta(listener),
    () => page.meta(),
  );
}
