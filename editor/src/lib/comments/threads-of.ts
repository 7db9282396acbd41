import type { Editor } from '../app/editor.ts';
import { useEditor } from '../app/editor-context.tsx';
import { useStore } from '../app/store.ts';
import { Threads } from './threads.ts';
import type { ThreadsState } from './threads-state.ts';

const known = new WeakMap<Editor, Threads>();

/** What people say about the document of an editor; fetched from the first time somebody asks until the editor closes. */
export function threadsOf(editor: Editor): Threads {
  const found = known.get(editor);
  if (found) return found;
  const threads = new Threads(editor);
  known.set(editor, threads);
  const asked = new URLSearchParams(window.location.search).get('comment');
  if (asked !== null) {
    editor.view.set({ left: 'comments' });
    void threads.open(asked);
  }
  return threads;
}

export function useThreads<S>(select: (state: ThreadsState) => S): S {
  return useStore(threadsOf(useEditor()).state, select);
}
