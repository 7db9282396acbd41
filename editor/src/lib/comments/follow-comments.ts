import type { Editor } from '../app/editor.ts';

/**
 * Fetches what people say about the page, once the page itself is there, and keeps it new; and where it is read and written, so that
 * nobody who begins a comment waits to type it. Offline it is tried again when the panel opens.
 */
export function followComments(editor: Editor): void {
  import('./threads-of.ts').then(
    ({ threadsOf }) => editor.over.signal.aborted || threadsOf(editor),
    () => {},
  );
  Promise.all([import('./begin-comment.ts'), import('./comments-panel.tsx')]).catch(() => {});
}
