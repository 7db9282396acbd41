import { $createLinkNode, $isLinkNode, type LinkNode } from '@lexical/link';
import {
  $createTextNode,
  $isLineBreakNode,
  $isTextNode,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';

/**
 * Makes the selected words a link, or links to words; with the caret in a link, the whole link. `$toggleLink` of @lexical/link
 * 0.52 throws for a selection that ends beside a link.
 */
export function $setLink(selection: RangeSelection, href: string | null): void {
  const only = $linkAround(selection);
  if (only && href === null) $unwrap(only);
  else if (only) only.setURL(href!);
  else if (selection.isCollapsed()) {
    if (href !== null) selection.insertNodes([$createLinkNode(href).append($createTextNode(href))]);
  } else {
    for (const link of $linksIn(selection)) $unwrap(link);
    if (href !== null) $wrap(selection, href);
  }
}

/** The link that holds the whole selection. */
export function $linkAround(selection: RangeSelection): LinkNode | undefined {
  const link = $linkOf(selection.anchor.getNode());
  return link && $linkOf(selection.focus.getNode())?.is(link) ? link : undefined;
}

function $linksIn(selection: RangeSelection): LinkNode[] {
  const links = new Map<string, LinkNode>();
  for (const node of selection.getNodes()) {
    const link = $linkOf(node);
    if (link) links.set(link.getKey(), link);
  }
  return [...links.values()];
}

function $linkOf(node: LexicalNode): LinkNode | undefined {
  for (let at: LexicalNode | null = node; at; at = at.getParent()) if ($isLinkNode(at)) return at;
  return undefined;
}

function $unwrap(link: LinkNode): void {
  for (const child of link.getChildren()) link.insertBefore(child);
  link.remove();
}

function $wrap(selection: RangeSelection, href: string): void {
  let link: LinkNode | undefined;
  for (const node of selection.extract()) {
    if (!$isTextNode(node) && !$isLineBreakNode(node)) continue;
    if ($isTextNode(node) && node.getTextContentSize() === 0) continue;
    if (!link?.is(node.getPreviousSibling())) {
      link = $createLinkNode(href);
      node.insertBefore(link);
    }
    link.append(node);
  }
}
