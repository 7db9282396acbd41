import type { Editor } from '../app/editor.ts';

/** Asks whether the page is in review, once the page itself is there, and keeps that new. Offline it is asked when the window is looked at again. */
export function followReview(editor: Editor): void {
  import('./review-of.ts').then(
    ({ reviewOf }) => editor.over.signal.aborted || reviewOf(editor),
    () => {},
  );
}
