import type { PageStore } from '@vitrine/content';
import type { DocumentPaths, DraftStore } from '@vitrine/content/server';
import { type CurrentDocumentsOptions, currentDocuments } from './current-documents.ts';
import { Refusal } from './refusal.ts';

export interface FreePathsOptions extends CurrentDocumentsOptions {
  readonly drafts: Pick<DraftStore, 'pathsIn'>;
  readonly pages: PageStore;
}

/** @throws Refusal when one of these addresses belongs to a document, published or not. */
export async function freePaths(paths: DocumentPaths, options: FreePathsOptions): Promise<void> {
  const { drafts, pages } = options;
  for (const [key, path] of Object.entries(paths)) {
    const [channel = '', locale = ''] = key.split('/');
    const there = await pages.resolveUrl(channel, locale, path);
    const draft = (await drafts.pathsIn(channel, { locale, path }))[0];
    const taken = there?.target.kind === 'page' ? there.target.page : draft?.id;
    if (taken === undefined) continue;
    const name = (await currentDocuments(options)(taken))?.document.name ?? taken;
    throw new Refusal(409, `The address ${path} belongs to “${name}”. Choose another one.`);
  }
}
