import { $isHeadingNode, $isQuoteNode, HeadingNode, QuoteNode } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $getNodeByKey,
  $getSelection,
  $getState,
  $isParagraphNode,
  $isRangeSelection,
  $setState,
  COMMAND_PRIORITY_LOW,
  type CreateEditorArgs,
  createState,
  DELETE_CHARACTER_COMMAND,
  type ElementNode,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type ParagraphNode,
  type RangeSelection,
} from 'lexical';
import type { BlockFormat } from './text-format.ts';

export type BlockKind = Exclude<BlockFormat, 'bullet' | 'number'>;

const tags: Readonly<Record<BlockKind, string>> = {
  paragraph: 'p',
  h2: 'h2',
  h3: 'h3',
  h4: 'h4',
  quote: 'blockquote',
};

/**
 * What kind of block a paragraph is: `s_kind` of its element in the document. An element of its own for each kind would be another
 * one after a change, without what others wrote into the first meanwhile.
 */
const kind = createState('kind', {
  parse: (value) =>
    typeof value === 'string' && Object.hasOwn(tags, value) ? (value as BlockKind) : 'paragraph',
  // Nothing is kept of what is so anyway: undo takes the attribute away, and nobody else's change may bring it back.
  unparse: (value) => (value === 'paragraph' ? null : value),
});

/** Of a block that is no list. Texts of before keep headings and quotes as nodes of their own. */
export function $kindOf(block: ElementNode): BlockKind {
  if ($isHeadingNode(block)) return levelOf(block.getTag());
  if ($isQuoteNode(block)) return 'quote';
  return $getState(block, kind);
}

/** In place where that can be; else another block stands where this one did. */
export function $setKind(block: ElementNode, next: BlockKind): void {
  if ($isParagraphNode(block)) {
    if ($getState(block, kind) !== next) $setState(block, kind, next);
  } else if ($isHeadingNode(block) && next !== 'paragraph' && next !== 'quote') block.setTag(next);
  else block.replace($createBlock(next), true);
}

function $createBlock(next: BlockKind): ParagraphNode {
  const block = $createParagraphNode();
  return next === 'paragraph' ? block : $setState(block, kind, next);
}

const levelOf = (tag: string): BlockKind => (tag === 'h3' ? 'h3' : /h[4-6]/.test(tag) ? 'h4' : 'h2');

/** Shows each kind as the element shoppers get. */
export const blockKindDom: CreateEditorArgs['dom'] = {
  $createDOM(node, editor) {
    const tag = $isParagraphNode(node) ? tags[$getState(node, kind, 'direct')] : 'p';
    if (tag === 'p') return node.createDOM(editor._config, editor);
    return (editor.getRootElement()?.ownerDocument ?? document).createElement(tag);
  },
  $updateDOM(node, before, dom, editor) {
    const was: LexicalNode = before;
    if (!$isParagraphNode(node) || !$isParagraphNode(was)) return node.updateDOM(before, dom, editor._config);
    return $getState(node, kind, 'direct') !== $getState(was, kind, 'direct');
  },
};

/** What Lexical does for its own headings and quotes. */
export function registerBlockKinds(editor: LexicalEditor): () => void {
  const isNew = (node: LexicalNode) => $getNodeByKey(node.getKey(), editor.getEditorState()) === null;
  return mergeRegister(
    // Of pasted HTML. Those of before stay: another element would not have what others are writing in this one.
    editor.registerNodeTransform(HeadingNode, (node) => {
      if (isNew(node)) node.replace($createBlock(levelOf(node.getTag())), true);
    }),
    editor.registerNodeTransform(QuoteNode, (node) => {
      if (isNew(node)) node.replace($createBlock('quote'), true);
    }),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $splitHeading, COMMAND_PRIORITY_LOW),
    editor.registerCommand(
      DELETE_CHARACTER_COMMAND,
      (isBackward) => isBackward && $leaveKind(),
      COMMAND_PRIORITY_LOW,
    ),
  );
}

/** A heading that is broken in two is two; what is written behind one is a paragraph. */
function $splitHeading(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  if (!selection.isCollapsed()) selection.removeText();
  const block = $paragraphAround(selection);
  if (!block || !/^h/.test($kindOf(block)) || block.isEmpty()) return false;
  if ($isAtStart(selection, block)) {
    block.insertBefore($createParagraphNode());
    return true;
  }
  const last = block.getLastDescendant();
  const { key, offset } = selection.anchor;
  if (!last || (key === last.getKey() && offset === last.getTextContentSize())) return false;
  const behind = selection.insertParagraph();
  if (behind) $setKind(behind, $kindOf(block));
  return true;
}

/** Backspace at the start makes a heading or quote a paragraph. */
function $leaveKind(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const block = $paragraphAround(selection);
  if (!block || $kindOf(block) === 'paragraph' || !$isAtStart(selection, block)) return false;
  $setKind(block, 'paragraph');
  return true;
}

function $paragraphAround({ anchor }: RangeSelection): ParagraphNode | undefined {
  for (let at: LexicalNode | null = anchor.getNode(); at; at = at.getParent()) {
    if ($isParagraphNode(at)) return at;
  }
  return undefined;
}

function $isAtStart({ anchor }: RangeSelection, block: ElementNode): boolean {
  if (anchor.offset !== 0) return false;
  for (let at: LexicalNode | null = anchor.getNode(); at && !at.is(block); at = at.getParent()) {
    if (at.getPreviousSibling()) return false;
  }
  return true;
}
