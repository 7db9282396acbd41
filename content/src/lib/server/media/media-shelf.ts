import type { Readable } from 'node:stream';
import type { Database } from '@vitrine/database';
import { selectAssets } from './asset.ts';
import type { MediaMime } from './media-formats.ts';
import { bytesOf, type MediaStorage } from './media-storage.ts';

/** What visitors are served from the library, by `src`. What is in the trash is not there. */
export interface MediaShelf {
  /** Which file is behind a picture now, and the crops that may be made of it, as addresses write them. */
  look(src: string): Promise<{ readonly revision: string; readonly crops: readonly string[] } | undefined>;
  /** A picture's bytes. */
  open(src: string): Promise<Uint8Array | undefined>;
  film(src: string): Promise<ShelvedFilm | undefined>;
  /** Stops listening to the database. */
  close(): void;
}

export interface ShelvedFilm {
  readonly revision: string;
  readonly mime: MediaMime;
  readonly bytes: number;
  open(range?: { readonly from: number; readonly to: number }): Promise<Readable | undefined>;
}

interface Shelved {
  readonly kind: 'picture' | 'film';
  readonly revision: string;
  readonly crops: readonly string[];
  readonly mime: MediaMime;
  readonly bytes: number;
  readonly storageKey: string;
}

const REMEMBERED = 5000;
const LARGEST_PICTURE = 200 * 1024 * 1024;

/** Asked for every picture of every page: what it has seen it remembers until it hears of a change. */
export function createMediaShelf({
  database,
  storage,
}: {
  readonly database: Database;
  readonly storage: MediaStorage;
}): MediaShelf {
  const remembered = new Map<string, Promise<Shelved | undefined>>();
  const close = database.subscribe((events) => {
    for (const { kind, payload } of events)
      if (kind === 'media.changed') for (const src of payload.srcs as string[]) remembered.delete(src);
  });

  function find(src: string): Promise<Shelved | undefined> {
    const known = remembered.get(src);
    if (known !== undefined) return known;
    const found = read(database, src);
    remembered.set(src, found);
    // A database that was away a moment ago may be back.
    found.catch(() => remembered.delete(src));
    const [oldest] = remembered.keys();
    if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    return found;
  }

  return {
    async look(src) {
      const found = await find(src);
      return found?.kind === 'picture' ? { revision: found.revision, crops: found.crops } : undefined;
    },
    async open(src) {
      const found = await find(src);
      const body = found?.kind === 'picture' ? await storage.open(found.storageKey) : undefined;
      return body && (await bytesOf(body, LARGEST_PICTURE));
    },
    async film(src) {
      const found = await find(src);
      if (found?.kind !== 'film') return undefined;
      const { revision, mime, bytes, storageKey } = found;
      return { revision, mime, bytes, open: (range) => storage.open(storageKey, range) };
    },
    close,
  };
}

async function read(database: Database, src: string): Promise<Shelved | undefined> {
  const row = await selectAssets(database)
    .where('asset.src', '=', src)
    .where('asset.deleted_at', 'is', null)
    .executeTakeFirst();
  return (
    row && {
      kind: row.kind,
      revision: String(row.revision),
      crops: row.known_crops,
      mime: row.mime,
      bytes: row.bytes,
      storageKey: row.storage_key,
    }
  );
}
