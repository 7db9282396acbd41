import type { Database } from '@vitrine/database';
import type { MediaTables } from './media.tables.ts';
import type { MediaStorage } from './media-storage.ts';

/**
 * Removes files of the library that no asset names: a process ended between keeping a file and saying so. Files younger than a day
 * stay, they may be on their way. @returns how many.
 */
export async function sweepMedia({
  database,
  storage,
  now = new Date(),
}: {
  readonly database: Database;
  readonly storage: MediaStorage;
  readonly now?: Date;
}): Promise<number> {
  const rows = await database
    .tables<MediaTables>()
    .selectFrom('content_media_files')
    .select('storage_key')
    .execute();
  const named = new Set(rows.map(({ storage_key }) => storage_key));
  let removed = 0;
  for await (const { key, at } of storage.list('media/')) {
    if (named.has(key) || now.getTime() - at.getTime() < DAY) continue;
    await storage.remove(key);
    removed += 1;
  }
  return removed;
}

const DAY = 86_400_000;
