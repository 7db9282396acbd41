import { $getRoot, $getSelection, $setSelection, type LexicalEditor } from 'lexical';

/** Where to put the caret: a point is in pixels of the page the text is in, as a click there tells it. */
export type CaretPlace = 'start' | 'end' | { readonly x: number; readonly y: number };

/** Gives a text the focus; without a place, the caret stays where it was last, or comes to the end. */
export function placeCaret(editor: LexicalEditor, place?: CaretPlace): void {
  const root = editor.getRootElement();
  if (!root) return;
  const before = editor.getEditorState().read(() => $getSelection()?.clone());
  // Lexical sets the selection only, and that does not bring the focus into another window.
  root.focus({ preventScroll: true });
  const hit = typeof place === 'object' ? positionAt(root, place) : undefined;
  if (hit) {
    root.ownerDocument.getSelection()?.collapse(hit.offsetNode, hit.offset);
    return;
  }
  if (place === undefined && before) {
    // The browser has its own idea of where the caret was, and words made anew meanwhile are not in it: ours is put back before
    // Lexical hears of that.
    editor.update(() => $setSelection(before), { discrete: true });
    return;
  }
  if (place !== undefined) {
    editor.update(() => {
      if (place === 'start') $getRoot().selectStart();
      else $getRoot().selectEnd();
    });
  }
  editor.focus();
}

export function positionAt(
  within: HTMLElement,
  { x, y }: { readonly x: number; readonly y: number },
): { readonly offsetNode: Node; readonly offset: number } | undefined {
  const hit = within.ownerDocument.caretPositionFromPoint(x, y);
  return hit && within.contains(hit.offsetNode) ? hit : undefined;
}
