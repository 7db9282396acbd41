import { fragmentsOf, type PageStore } from '@vitrine/content';
import type { DraftFacts, DraftStore } from '@vitrine/content/server';

interface FragmentsInsideOptions {
  readonly drafts: Pick<DraftStore, 'drafts'>;
  readonly pages: Pick<PageStore, 'published'>;
}

/** The fragments in each of these fragments and layouts, as they are edited; pages are left out, and what has none. */
export async function fragmentsInside(
  all: readonly Pick<DraftFacts, 'id' | 'kind'>[],
  { drafts, pages }: FragmentsInsideOptions,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = all.filter(({ kind }) => kind === 'fragment' || kind === 'layout').map(({ id }) => id);
  const [edited, published] = await Promise.all([drafts.drafts(ids), pages.published(ids)]);
  const found = ids.map((id, index) => {
    const document = edited[index] ?? published[index]?.document;
    return [id, document ? fragmentsOf(document) : []] as const;
  });
  return new Map(found.filter(([, inside]) => inside.length > 0));
}
