import { isDeepStrictEqual } from 'node:util';
import {
  type ModuleCatalogue,
  migrateDocument,
  type PageDocument,
  type PageStore,
  type PublishHistory,
} from '@vitrine/content';
import { type DraftStore, documentVersion } from '@vitrine/content/server';
import {
  type CurrentDocument,
  type CurrentDocumentsOptions,
  currentDocuments,
  publishedForm,
} from './current-documents.ts';

/** A document as publishing takes it. */
export interface Publishable extends CurrentDocument {
  /** What is published now; `undefined` = nothing. */
  readonly publishedVersion: string | undefined;
}

export interface PublishableOptions extends CurrentDocumentsOptions {
  readonly drafts: Pick<DraftStore, 'standings'>;
  readonly pages: PageStore & PublishHistory;
  readonly modules: ModuleCatalogue;
}

/**
 * Documents as they are now, but those nobody has changed as they are published: somebody may look at one for longer than since it was
 * imported anew. Those in the trash are as they are published too.
 */
export function publishableDocuments(options: PublishableOptions) {
  const current = currentDocuments(options);
  return async (id: string): Promise<Publishable | undefined> => {
    // Before the draft: what is published after this is found out when the change is made.
    const [[standing], [live]] = await Promise.all([
      options.drafts.standings([id]),
      options.pages.published([id]),
    ]);
    const publishedVersion = live?.version;
    const now = standing?.isTrashed ? undefined : await current(id);
    const base = standing?.base;
    const isImported = live !== undefined && base !== undefined && live.version !== base.version;
    if (now && !(isImported && (await isUntouched(now.document, base.version, options))))
      return { ...now, publishedVersion };
    if (!live) return undefined;
    const published = await publishedForm(live.document, options);
    const paths = now && !isDeepStrictEqual(now.paths, base?.paths) ? now.paths : published.paths;
    return { ...published, paths, publishedVersion };
  };
}

/** Modules are brought to their current version when somebody opens a page: that is nobody's change. */
async function isUntouched(
  document: PageDocument,
  base: string,
  { pages, modules }: Pick<PublishableOptions, 'pages' | 'modules'>,
): Promise<boolean> {
  const version = documentVersion(document);
  if (version === base) return true;
  const before = (await pages.history(document.id)).find((each) => each.version === base)?.document;
  const migrated = before && migrateDocument(before, modules);
  return migrated?.kind === 'migrated' && documentVersion(migrated.document) === version;
}
