import { $insertList, $isListItemNode, $isListNode } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode, $isHeadingNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import {
  $createParagraphNode,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  type ElementNode,
  type RangeSelection,
} from 'lexical';
import { $setLink } from './set-link.ts';
import { $blockFormatOf, $blocksIn } from './text-blocks.ts';
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
      $setLink(selection, command.href);
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
  const blocks = $blocksIn(selection);
  const isThere = blocks.every((one) => $blockFormatOf(one) === block);
  const next = isThere ? 'paragraph' : block;
  if (next === 'bullet' || next === 'number') {
    $insertList(next);
  } else if (next !== 'paragraph' && next !== 'quote' && blocks.every($isHeadingNode)) {
    // The same element with another level: what others write in it meanwhile stays.
    for (const heading of blocks) heading.setTag(next);
  } else {
    $setBlocksType(
      selection,
      () => $createBlock(next),
      () => {},
    );
  }
}

function $createBlock(block: Exclude<BlockFormat, 'bullet' | 'number'>): ElementNode {
  if (block === 'paragraph') return $createParagraphNode();
  if (block === 'quote') return $createQuoteNode();
  return $createHeadingNode(block);
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
  if (!isPlain) $setBlocksType(selection, $createParagraphNode, () => {});
}
