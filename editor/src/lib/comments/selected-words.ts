import * as Y from 'yjs';
import type { Editor } from '../app/editor.ts';
import type { AnchorFacts } from './comment-facts.ts';
import { keepRange, rangeIn, type TextRange } from './text-range.ts';

/** What is selected in the text that is written in on the canvas; without a selection the setting it is. `undefined` = none is. */
export function selectedWords(editor: Editor): AnchorFacts | undefined {
  const { text } = editor.view.get();
  if (!text) return undefined;
  const { id: node, path } = text;
  const selection = editor.frame?.contentWindow?.getSelection();
  const quote = selection?.toString() ?? '';
  const range = selection && quote !== '' ? rangeOf(editor, { node, path, selection }) : undefined;
  const words = range && keepRange(range, quote);
  return { node, path, ...(words && { words }) };
}

interface Selected {
  readonly node: string;
  readonly path: string;
  readonly selection: Selection;
}

function rangeOf(editor: Editor, { node, path, selection }: Selected): TextRange | undefined {
  return editor.written.get().text
    ? richRange(editor, `${node}/${path}`, isBackward(selection))
    : plainRange(editor.page.text(node, path), selection);
}

/** The text editor tells others where this person's caret is: as places in the document, which is what is wanted here. */
function richRange(editor: Editor, field: string, backward: boolean): TextRange | undefined {
  const state = editor.open.awareness.getLocalState();
  const caret = state?.field === field ? (state.caret as Caret | undefined) : undefined;
  if (!caret?.anchor || !caret.focus) return undefined;
  const [start, end] = backward ? [caret.focus, caret.anchor] : [caret.anchor, caret.focus];
  return {
    start: Y.createRelativePositionFromJSON(start),
    end: Y.createRelativePositionFromJSON(end),
  };
}

interface Caret {
  readonly anchor?: object | null;
  readonly focus?: object | null;
}

function plainRange(text: Y.Text, selection: Selection): TextRange | undefined {
  const range = selection.getRangeAt(0);
  const host = elementOf(range.commonAncestorContainer)?.closest('[contenteditable]');
  if (!host) return undefined;
  const before = host.ownerDocument.createRange();
  before.selectNodeContents(host);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  const end = start + range.toString().length;
  return end > start && end <= text.length ? rangeIn(text, start, end) : undefined;
}

function isBackward({ anchorNode, anchorOffset, focusNode, focusOffset }: Selection): boolean {
  if (!anchorNode || !focusNode) return false;
  if (anchorNode === focusNode) return focusOffset < anchorOffset;
  return (anchorNode.compareDocumentPosition(focusNode) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}

// Of another window's document, so not by `instanceof`.
function elementOf(node: Node): Element | null {
  return node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
}
