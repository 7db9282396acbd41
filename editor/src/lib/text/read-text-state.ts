import { $getRoot, $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import { $linkAround, $readLink } from './set-link.ts';
import { $blockAround, $blockFormatOf, $blocksIn } from './text-blocks.ts';
import { type Mark, marks, type TextState } from './text-format.ts';

const nothing: TextState = {
  block: undefined,
  marks: new Set(),
  link: undefined,
  isCollapsed: true,
  isFocused: false,
  isEmpty: true,
};

/** What a toolbar shows of the selection. Gives `before` back when it is the same. */
export function readTextState(editor: LexicalEditor, before: TextState = nothing): TextState {
  const next = editor.getEditorState().read(() => $readState(editor));
  return isSame(before, next) ? before : next;
}

function $readState(editor: LexicalEditor): TextState {
  const root = editor.getRootElement();
  const isFocused = root?.contains(root.ownerDocument.activeElement) ?? false;
  const isEmpty = $getRoot().getTextContentSize() === 0 && $getRoot().getChildrenSize() <= 1;
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) {
    // Before anybody was in it: what a caret at its start would be in.
    const first = $getRoot().getFirstDescendant();
    const block = first ? $blockAround(first) : undefined;
    return { ...nothing, block: block ? $blockFormatOf(block) : 'paragraph', isFocused, isEmpty };
  }
  const kinds = new Set($blocksIn(selection).map($blockFormatOf));
  const link = $linkAround(selection);
  return {
    block: kinds.size === 1 ? [...kinds][0] : undefined,
    marks: new Set<Mark>(marks.filter((mark) => selection.hasFormat(mark))),
    link: link && $readLink(link),
    isCollapsed: selection.isCollapsed(),
    isFocused,
    isEmpty,
  };
}

function isSame(a: TextState, b: TextState): boolean {
  return (
    a.block === b.block &&
    a.link?.href === b.link?.href &&
    a.link?.newTab === b.link?.newTab &&
    a.isCollapsed === b.isCollapsed &&
    a.isFocused === b.isFocused &&
    a.isEmpty === b.isEmpty &&
    marks.every((mark) => a.marks.has(mark) === b.marks.has(mark))
  );
}
