import type { Block } from './paste-block.ts';

type Kind = { readonly kind: 'h2' | 'quote' } | Omit<Extract<Block, { kind: 'item' }>, 'words'>;

/**
 * What a paragraph of Word is besides a paragraph. Word copies lists as paragraphs that begin with their number or dot; which
 * list and how deep stands in a style only Word knows, so it is read from the attribute, not from what the browser made of it.
 */
export function wordParagraph(element: Element): Kind | undefined {
  const name = element.className;
  if (/\bMso(Title|Heading1)\b/.test(name)) return { kind: 'h2' };
  if (/\bMso(Intense)?Quote/.test(name)) return { kind: 'quote' };
  const style = element.getAttribute('style') ?? '';
  const level = /mso-list:\s*[^;"]*\blevel(\d+)/i.exec(style)?.[1];
  if (level) return { kind: 'item', isOrdered: startsWithNumber(element), depth: Number(level) };
  const named = /\bMsoList(Bullet|Number)(\d?)/.exec(name);
  if (named) return { kind: 'item', isOrdered: named[1] === 'Number', depth: Number(named[2] || 1) };
  return undefined;
}

/** The number or dot of an item, which the list will show itself. */
export function isWordMarker(element: Element): boolean {
  return /mso-list:\s*ignore/i.test(element.getAttribute('style') ?? '');
}

function startsWithNumber(paragraph: Element): boolean {
  const marker = [...paragraph.querySelectorAll('[style]')].find(isWordMarker);
  // A letter alone is a dot of the fonts Symbol and Wingdings, or the o of Courier.
  return /^\s*(\(?[\p{L}\p{N}]+[.)])/u.test(marker?.textContent ?? '');
}
