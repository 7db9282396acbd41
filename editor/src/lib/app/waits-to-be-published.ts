import type { PageInYdoc } from '@vitrine/content/collab';
import { instancesOf } from '../document/instances-of.ts';
import type { Documents } from './documents.ts';

/**
 * Whether the document, its layout or a fragment on them, in fragments too, differs from what is live, as far as the list of documents
 * knows.
 */
export function waitsToBePublished(
  documents: Pick<Documents, 'find'>,
  page: Pick<PageInYdoc, 'meta' | 'node' | 'props' | 'children' | 'slotNames'>,
  id: string,
): boolean {
  const { kind, layout = 'main' } = page.meta();
  const around = kind === 'page' || kind === 'template' ? [layout] : [];
  const fragments = instancesOf(page).flatMap((each) => {
    const { fragment } = page.node(each)?.type === 'fragment' ? page.props(each) : {};
    return typeof fragment === 'string' ? [fragment] : [];
  });
  const shown = new Set([id, ...around, ...fragments]);
  // A set grows while it is walked, and holds each once: a ring ends.
  for (const each of shown) {
    const facts = documents.find(each);
    if (facts?.isChanged) return true;
    for (const inside of facts?.shows ?? []) shown.add(inside);
  }
  return false;
}
