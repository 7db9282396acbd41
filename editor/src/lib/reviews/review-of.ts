import type { Editor } from '../app/editor.ts';
import { useEditor } from '../app/editor-context.tsx';
import { useStore } from '../app/store.ts';
import { PageReview, type PageReviewState } from './page-review.ts';

const known = new WeakMap<Editor, PageReview>();

/** The review of the document of an editor; fetched from the first time somebody asks until the editor closes. */
export function reviewOf(editor: Editor): PageReview {
  const found = known.get(editor) ?? new PageReview(editor);
  known.set(editor, found);
  return found;
}

export function useReview<S>(select: (state: PageReviewState) => S): S {
  return useStore(reviewOf(useEditor()).state, select);
}
