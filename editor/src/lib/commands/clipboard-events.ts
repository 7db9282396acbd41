import type { Editor } from '../app/editor.ts';
import { outermost } from './arrange.ts';
import { clipboardOf, modulesSaidBy } from './clipboard-text.ts';
import { commandById } from './registry.ts';
import { isCovered, isTyping } from './shortcuts.ts';

/** Copy, cut and paste by the browser's own keys and menus, where no text is edited. @returns ends it. */
export function handleClipboard(
  document: Document,
  editor: Editor,
  paste: (editor: Editor, clipboard: { html: string; text: string }) => Promise<void>,
): () => void {
  // Words that are selected, or a field with the caret in it, are what the person means.
  const isElsewhere = ({ target }: Event) =>
    isTyping(target) || isCovered(editor) || (document.getSelection()?.toString() ?? '') !== '';
  const copy = (event: ClipboardEvent) => {
    const ids = outermost(editor);
    if (ids.length === 0 || !event.clipboardData || isElsewhere(event)) return;
    const { html, text } = clipboardOf(
      ids.map((id) => editor.page.toNode(id)),
      ids.map((id) => editor.nameOf(id)).join(', '),
    );
    event.preventDefault();
    event.clipboardData.setData('text/html', html);
    event.clipboardData.setData('text/plain', text);
    if (event.type === 'cut' && editor.canWrite) commandById('delete').run(editor);
    else editor.say(`${ids.length} copied.`);
  };
  const take = (event: ClipboardEvent) => {
    if (!event.clipboardData || !editor.canWrite || isElsewhere(event)) return;
    const clipboard = {
      html: event.clipboardData.getData('text/html'),
      text: event.clipboardData.getData('text/plain'),
    };
    if (modulesSaidBy(clipboard) === undefined) return;
    event.preventDefault();
    paste(editor, clipboard).catch((error: unknown) =>
      editor.tell(error instanceof Error ? error.message : 'It could not be pasted.'),
    );
  };
  document.addEventListener('copy', copy);
  document.addEventListener('cut', copy);
  document.addEventListener('paste', take);
  return () => {
    document.removeEventListener('copy', copy);
    document.removeEventListener('cut', copy);
    document.removeEventListener('paste', take);
  };
}
