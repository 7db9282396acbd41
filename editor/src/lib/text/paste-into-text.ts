import { $generateNodesFromDOM } from '@lexical/html';
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { cleanPaste, plainToHtml } from './paste/clean-paste.ts';
import { isAddress } from './paste/paste-address.ts';
import { $setLink } from './set-link.ts';
import type { TextFormat } from './text-format.ts';

export interface PasteIntoTextOptions {
  readonly host: HTMLElement;
  readonly editor: LexicalEditor;
  readonly formats: ReadonlySet<TextFormat>;
  /** Carries out what a paste changes, as one step of undo. */
  readonly step: (change: () => void) => void;
}

/** Everything that is pasted or dropped comes in through `cleanPaste`, whatever program it was copied from. */
export function listenToPaste({ host, editor, formats, step }: PasteIntoTextOptions): () => void {
  const onPaste = (event: ClipboardEvent) => {
    const data = event.clipboardData;
    if (!data) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (data.types.includes('text/html') || data.types.includes('text/plain')) {
      step(() => $insertTransfer(editor, data, formats));
    }
  };
  host.addEventListener('paste', onPaste, true);
  // What the browser inserts itself: a drop from another program, a suggestion of a phone's keyboard.
  const stop = editor.registerCommand(
    CONTROLLED_TEXT_INSERTION_COMMAND,
    (payload) => {
      if (typeof payload === 'string' || !payload.dataTransfer) return false;
      $insertTransfer(editor, payload.dataTransfer, formats);
      return true;
    },
    COMMAND_PRIORITY_CRITICAL,
  );
  return () => {
    host.removeEventListener('paste', onPaste, true);
    stop();
  };
}

function $insertTransfer(editor: LexicalEditor, data: DataTransfer, formats: ReadonlySet<TextFormat>): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const plain = data.getData('text/plain').trim();
  if (formats.has('link') && !selection.isCollapsed() && isAddress(plain)) {
    $setLink(selection, { href: plain });
    return;
  }
  const copied = data.getData('text/html');
  const html = copied ? cleanPaste(copied, { formats }) : plainToHtml(data.getData('text/plain'));
  if (html === '') return;
  const view = editor.getRootElement()?.ownerDocument.defaultView ?? window;
  const parsed = new view.DOMParser().parseFromString(html, 'text/html');
  selection.insertNodes($generateNodesFromDOM(editor, parsed));
}
