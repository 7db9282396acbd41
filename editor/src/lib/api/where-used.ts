import { type PageDocument, type PageStore, whereUsed } from '@vitrine/content';
import type { DraftStore } from '@vitrine/content/server';
import type { DocumentUse } from '../app/backend.ts';

export interface UseSources {
  readonly drafts: DraftStore;
  readonly pages: PageStore;
}

/** Documents read at once: whole ones, so that a shop with thousands of pages fits into memory. */
const AT_ONCE = 100;

/** The documents that show a fragment or stand in a layout: as people edit them, and as shoppers see them. */
export async function usesOf(id: string, { drafts, pages }: UseSources): Promise<readonly DocumentUse[]> {
  const list = await drafts.list();
  const kind = list.find((each) => each.id === id)?.kind;
  if (kind !== 'fragment' && kind !== 'layout') return [];
  const all = list.filter((each) => each.id !== id && !each.trashedAt);
  const found: DocumentUse[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const some = all.slice(from, from + AT_ONCE);
    const ids = some.map((each) => each.id);
    const [edited, published] = await Promise.all([drafts.drafts(ids), pages.published(ids)]);
    for (const [index, { id: document, name, kind }] of some.entries()) {
      const live = published[index]?.document;
      const now = edited[index] ?? live;
      const nodes = now ? nodesUsing(now, id) : [];
      const inDraft = now !== undefined && isUsing(now, id);
      const isLive = live !== undefined && isUsing(live, id);
      if (inDraft || isLive)
        found.push({ document: { id: document, name, kind }, inDraft, isPublished: isLive, nodes });
    }
  }
  return found;
}

/** As people would list them: “Home”, “About us” and 3 more. */
export function namesOfUses(uses: readonly DocumentUse[]): string {
  const names = uses.slice(0, 3).map(({ document }) => `“${document.name}”`);
  const more = uses.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function nodesUsing(document: PageDocument, id: string): readonly string[] {
  return whereUsed([document], { fragment: id }).map(({ node }) => node);
}

function isUsing(document: PageDocument, id: string): boolean {
  const isFramed = document.kind === 'page' || document.kind === 'template';
  return (isFramed && (document.layout ?? 'main') === id) || nodesUsing(document, id).length > 0;
}
