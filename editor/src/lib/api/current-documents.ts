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
export function currentDocuments({ rooms, pages, channels }: CurrentDocumentsOptions) {
  return async (id: string): Promise<CurrentDocument | undefined> => {
    const document = await rooms.document(id);
    if (document) return { document, paths: (await rooms.paths(id)) ?? {} };
    const [published] = await pages.published([id]);
    if (!published) return undefined;
    const entries = await Promise.all(channels.map((channel) => pages.addressesOf(channel.id, id)));
    const paths = entries.flat().map(({ channel, locale, path }) => [`${channel}/${locale}`, path]);
    return { document: published.document, paths: Object.fromEntries(paths) };
  };
}
