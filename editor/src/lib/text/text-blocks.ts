import { $isListItemNode, $isListNode } from '@lexical/list';
import { $isElementNode, type ElementNode, type LexicalNode, type RangeSelection } from 'lexical';
import { $kindOf } from './block-kind.ts';
import type { BlockFormat } from './text-format.ts';

/** The paragraphs, headings, quotes and list items the selection touches. */
export function $blocksIn(selection: RangeSelection): ElementNode[] {
  const blocks = new Map<string, ElementNode>();
  for (const node of [selection.anchor.getNode(), ...selection.getNodes(), selection.focus.getNode()]) {
    const block = $blockAround(node);
    if (block) blocks.set(block.getKey(), block);
  }
  return [...blocks.values()];
}

export function $blockAround(node: LexicalNode): ElementNode | undefined {
  for (let at: LexicalNode | null = node; at; at = at.getParent()) {
    if ($isElementNode(at) && !at.isInline() && !$isListNode(at) && at.getParent() !== null) return at;
  }
  return undefined;
}

export function $blockFormatOf(block: ElementNode): BlockFormat {
  const list = $isListItemNode(block) ? block.getParent() : undefined;
  if ($isListNode(list)) return list.getListType() === 'number' ? 'number' : 'bullet';
  return $kindOf(block);
}
