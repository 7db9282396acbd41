import type { PageDocument, PublishHistory } from '@vitrine/content';
import type { VersionFacts } from '@vitrine/content/server';

export interface PublishedBefore extends VersionFacts {
  readonly document: PageDocument;
}

/**
 * Forms a document went live in of which no version was kept: what an import published, say. Their numbers are below zero and stay the
 * same however often it is published later.
 */
export async function publishedBefore(
  id: string,
  kept: readonly VersionFacts[],
  { pages }: { readonly pages: PublishHistory },
): Promise<readonly PublishedBefore[]> {
  const known = new Set(kept.filter(({ kind }) => kind === 'published').map(({ version }) => version));
  const history = await pages.history(id);
  return history.flatMap(({ version, by, at, document }, index): PublishedBefore[] => {
    if (!document || known.has(version)) return [];
    return [{ seq: index - history.length, kind: 'published', version, by, at, document }];
  });
}
