import type { MediaKind } from '@vitrine/content/server';

/** What of the library is on the screen. */
export interface MediaQuery {
  readonly words: string;
  readonly kind: MediaKind | undefined;
  /** Id of a folder; `none` = what lies in no folder; `undefined` = wherever. */
  readonly folder: string | undefined;
  readonly missingAlt: boolean;
  readonly trash: boolean;
  readonly sort: 'newest' | 'name' | 'size';
}

export const wholeLibrary: MediaQuery = {
  words: '',
  kind: undefined,
  folder: undefined,
  missingAlt: false,
  trash: false,
  sort: 'newest',
};

/** As the media API is asked. */
export function queryText(query: MediaQuery, page: { limit: number; after?: string | undefined }): string {
  const { words, kind, folder, missingAlt, trash, sort } = query;
  const asked = {
    q: words.trim(),
    kind,
    folder: trash ? undefined : folder,
    alt: missingAlt ? 'missing' : undefined,
    trash: trash ? '1' : undefined,
    sort,
    limit: String(page.limit),
    after: page.after,
  };
  return new URLSearchParams(
    Object.entries(asked).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  ).toString();
}

/** Why there may be nothing to see: what the empty screen teaches depends on it. */
export type Emptiness = 'library' | 'folder' | 'trash' | 'described' | 'search';

export function emptiness(query: MediaQuery): Emptiness {
  if (query.words.trim() !== '' || query.kind !== undefined) return 'search';
  if (query.missingAlt) return 'described';
  if (query.trash) return 'trash';
  return query.folder === undefined ? 'library' : 'folder';
}
