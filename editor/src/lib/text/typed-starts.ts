import { $isListItemNode } from '@lexical/list';
import { $getSelection, $isRangeSelection, $isTextNode, type LexicalEditor } from 'lexical';
import { $blockAround, $blockFormatOf } from './text-blocks.ts';
import type { BlockFormat } from './text-format.ts';

const starts: Readonly<Record<string, BlockFormat>> = {
  '##': 'h2',
  '###': 'h3',
  '####': 'h4',
  '>': 'quote',
  '-': 'bullet',
  '*': 'bullet',
  '1.': 'number',
};

/**
 * `## `, `- `, `1. ` and `> ` at the start of a paragraph make it a heading, list or quote. One undo gives the typed
 * signs back.
 */
export function listenToTypedStarts(
  host: HTMLElement,
  editor: LexicalEditor,
  make: (block: BlockFormat, removeSigns: () => void) => boolean,
): () => void {
  const onBeforeInput = (event: InputEvent) => {
    if (event.inputType !== 'insertText' || event.data !== ' ' || event.isComposing) return;
    const block = editor.read(() => starts[$signsBeforeCaret() ?? '']);
    if (!block || !make(block, $removeSigns)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  host.addEventListener('beforeinput', onBeforeInput, true);
  return () => host.removeEventListener('beforeinput', onBeforeInput, true);
}

/** What stands between the start of a paragraph and the caret. */
function $signsBeforeCaret(): string | undefined {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return undefined;
  const node = selection.anchor.getNode();
  const block = $blockAround(node);
  if (!block || $isListItemNode(block) || $blockFormatOf(block) !== 'paragraph') return undefined;
  if (!$isTextNode(node) || !node.is(block.getFirstChild())) return undefined;
  return node.getTextContent().slice(0, selection.anchor.offset);
}

function $removeSigns(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const node = selection.anchor.getNode();
  if ($isTextNode(node)) node.spliceText(0, selection.anchor.offset, '', true);
}
