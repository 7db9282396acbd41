import { normalisePath } from '@vitrine/content';
import type { DraftFacts, ReleaseItemFacts } from '@vitrine/content/server';

/** What people work on now, by the ids of documents and styles. */
export type VersionsNow = ReadonlyMap<
  string,
  Pick<DraftFacts, 'version'> & Partial<Pick<DraftFacts, 'paths'>>
>;

/** Whether something that is planned was edited since: what goes live is what was planned. */
export function isEditedSince(
  {
    action,
    document,
    versions = {},
    paths,
  }: Pick<ReleaseItemFacts, 'action' | 'document' | 'versions' | 'paths'>,
  now: VersionsNow,
): boolean {
  if (action === 'unpublish') return false;
  const isChanged = Object.entries(versions).some(
    ([id, version]) => now.has(id) && now.get(id)!.version !== version,
  );
  const here = now.get(document)?.paths;
  return isChanged || (here !== undefined && placesOf(here) !== placesOf(paths));
}

function placesOf(paths: ReleaseItemFacts['paths']): string {
  return Object.entries(paths)
    .map(([place, path]) => `${place} ${normalisePath(path) ?? path}`)
    .sort()
    .join('\n');
}
