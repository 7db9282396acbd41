import type { PageDocument, PageStore } from '@vitrine/content';
import type { DocumentPaths } from '@vitrine/content/server';
import type { Rooms } from '../room/create-rooms.ts';

export interface CurrentDocument {
  readonly document: PageDocument;
  readonly paths: DocumentPaths;
}

export interface CurrentDocumentsOptions {
  readonly rooms: Pick<Rooms, 'document' | 'paths'>;
  readonly pages: PageStore;
  readonly channels: readonly { readonly id: string }[];
}

/** Documents as they are now, live or stored; those without a draft as they are published. */
export function currentDocuments({ rooms, ...options }: CurrentDocumentsOptions) {
  return async (id: string): Promise<CurrentDocument | undefined> => {
    const document = await rooms.document(id);
    if (document) return { document, paths: (await rooms.paths(id)) ?? {} };
    const [published] = await options.pages.published([id]);
    return published && (await publishedForm(published.document, options));
  };
}

/** A published document with its addresses. */
export async function publishedForm(
  document: PageDocument,
  { pages, channels }: Pick<CurrentDocumentsOptions, 'pages' | 'channels'>,
): Promise<CurrentDocument> {
  const entries = await Promise.all(channels.map((channel) => pages.addressesOf(channel.id, document.id)));
  const paths = entries.flat().map(({ channel, locale, path }) => [`${channel}/${locale}`, path]);
  return { document, paths: Object.fromEntries(paths) };
}
