import { isWaiting, type PageStore } from '@vitrine/content';
import { createReleasePageStore } from '@vitrine/content/server';
import type { Platform } from '../platform.ts';

/** The shop's pages as they will be once a release went live. @returns undefined when none of this id waits. */
export async function plannedShop(
  id: string,
  { pages, releases }: { readonly pages: PageStore; readonly releases: Platform['releases'] },
): Promise<{ readonly name: string; readonly pages: PageStore } | undefined> {
  const release = await releases.find(id);
  if (!release || !isWaiting(release)) return undefined;
  const decided = await releases.decidedSince(release);
  return { name: release.name, pages: createReleasePageStore(pages, release, decided) };
}
