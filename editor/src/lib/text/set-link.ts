import { $createLinkNode, $isLinkNode, type LinkAttributes, type LinkNode } from '@lexical/link';
import {
  $createTextNode,
  $isLineBreakNode,
  $isTextNode,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import type { TextLink } from './text-format.ts';

/**
 * Makes the selected words a link, or links to words; with the caret in a link, the whole link. `$toggleLink` of @lexical/link
 * 0.52 throws for a selection that ends beside a link.
 */
export function $setLink(selection: RangeSelection, link: TextLink | null): void {
  const only = $linkAround(selection);
  if (only && !link) $unwrap(only);
  else if (only && link) {
    const { target = null, rel = null } = attributesOf(link);
    only.setURL(link.href).setTarget(target).setRel(rel);
  } else if (selection.isCollapsed()) {
    if (link) selection.insertNodes([$createLink(link).append($createTextNode(link.href))]);
  } else {
    for (const each of $linksIn(selection)) $unwrap(each);
    if (link) $wrap(selection, link);
  }
}

export function $readLink(link: LinkNode): TextLink {
  return { href: link.getURL(), ...(link.getTarget() === '_blank' && { newTab: true }) };
}

const $createLink = (link: TextLink): LinkNode => $createLinkNode(link.href, attributesOf(link));

const attributesOf = ({ newTab }: TextLink): LinkAttributes =>
  newTab ? { target: '_blank', rel: 'noopener' } : {};

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

function $wrap(selection: RangeSelection, to: TextLink): void {
  let link: LinkNode | undefined;
  for (const node of selection.extract()) {
    if (!$isTextNode(node) && !$isLineBreakNode(node)) continue;
    if ($isTextNode(node) && node.getTextContentSize() === 0) continue;
    if (!link?.is(node.getPreviousSibling())) {
      link = $createLink(to);
      node.insertBefore(link);
    }
    link.append(node);
  }
}
