import type { Editor } from '../app/editor.ts';
import type { AnchorFacts } from './comment-facts.ts';
import { selectedWords } from './selected-words.ts';
import { threadsOf } from './threads-of.ts';

/** A comment on what somebody is at: the selected words, the setting they are in, the selected module, else the page. */
export function beginComment(editor: Editor): void {
  const [node] = editor.selection;
  const anchor: AnchorFacts =
    selectedWords(editor) ?? settingIn(editor) ?? (node === undefined ? {} : { node });
  editor.view.set({ left: 'comments' });
  threadsOf(editor).write(anchor);
}

/** The setting whose field the caret is in. */
function settingIn(editor: Editor): AnchorFacts | undefined {
  const [node] = editor.selection;
  const field = document.activeElement?.closest<HTMLElement>('[data-field]');
  const path = field?.dataset.field;
  return node !== undefined && editor.selection.length === 1 && path ? { node, path } : undefined;
}
