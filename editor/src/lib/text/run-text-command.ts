import { $insertList, $isListItemNode, $isListNode } from '@lexical/list';
import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  type ElementNode,
  type RangeSelection,
} from 'lexical';
import { $setKind, type BlockKind } from './block-kind.ts';
import { $setLink } from './set-link.ts';
import { $blockAround, $blockFormatOf, $blocksIn } from './text-blocks.ts';
import type { BlockFormat, TextCommand } from './text-format.ts';

/** Carries out a command on the selection of the running update. */
export function $runTextCommand(command: TextCommand): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  switch (command.kind) {
    case 'block':
      $setBlock(selection, command.block);
      break;
    case 'mark':
      selection.formatText(command.mark);
      break;
    case 'link':
      $setLink(selection, command.href === null ? null : command);
      break;
    case 'indent':
      $moveItems(selection, 1);
      break;
    case 'outdent':
      $moveItems(selection, -1);
      break;
    case 'clear':
      $clear(selection);
      break;
  }
}

function $setBlock(selection: RangeSelection, block: BlockFormat): void {
  const isThere = $blocksIn(selection).every((one) => $blockFormatOf(one) === block);
  const next = isThere ? 'paragraph' : block;
  if (next === 'bullet' || next === 'number') $insertList(next);
  else $setKinds(selection, next);
}

function $setKinds(selection: RangeSelection, kind: BlockKind): void {
  const blocks = $blocksIn(selection).filter((block) => !$isListNode(block.getFirstChild()));
  const overshot = $overshotBlock(selection);
  for (const block of blocks) if (!block.is(overshot)) $setKind(block, kind);
}

/** A selection of whole lines ends at the start of the next block, and means nothing of it. */
function $overshotBlock(selection: RangeSelection): ElementNode | undefined {
  const [first, last] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const block = $blockAround(last.getNode());
  if (!block || last.offset > 0 || block.is($blockAround(first.getNode()))) return undefined;
  return last.getNode().is(block) || last.getNode().is(block.getFirstDescendant()) ? block : undefined;
}

function $moveItems(selection: RangeSelection, by: 1 | -1): void {
  for (const item of $blocksIn(selection)) {
    if (!$isListItemNode(item) || $isListNode(item.getFirstChild())) continue;
    item.setIndent(Math.max(0, item.getIndent() + by));
  }
}

function $clear(selection: RangeSelection): void {
  $setLink(selection, null);
  if (selection.isCollapsed()) {
    selection.setFormat(0);
  } else {
    for (const node of selection.extract()) if ($isTextNode(node)) node.setFormat(0).setStyle('');
    selection.setFormat(0);
  }
  const isPlain = $blocksIn(selection).every((block) => $isListItemNode(block));
  if (!isPlain) $setKinds(selection, 'paragraph');
}
