import type { Readable } from 'node:stream';
import type { Database } from '@vitrine/database';
import type { Asset, AssetVersion } from './asset.ts';
import { readAsset, versionOf } from './asset.ts';
import { type AssetChanges, createAssetChanges } from './asset-changes.ts';
import { type AssetFiles, createAssetFiles } from './asset-files.ts';
import { type AssetPage, type AssetQuery, listAssets } from './asset-query.ts';
import type { MediaTables } from './media.tables.ts';
import { createMediaFolders, type MediaFolders } from './media-folders.ts';
import type { MediaStorage } from './media-storage.ts';

/** The media library: what it holds and everything that can happen to it. */
export interface Assets extends AssetFiles, AssetChanges {
  /** Also from the trash. */
  get(id: string): Promise<Asset | undefined>;
  list(query?: AssetQuery): Promise<AssetPage>;
  /** Which file is behind each `src` now; those that are not there, or in the trash, are left out. */
  revisions(srcs: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Every file it has had, newest first. */
  versions(id: string): Promise<readonly AssetVersion[]>;
  /** The file itself, as it was uploaded, with everything the camera wrote: for the staff, never for visitors. */
  open(
    id: string,
    revision?: number,
  ): Promise<{ readonly version: AssetVersion; readonly body: Readable } | undefined>;
  readonly folders: MediaFolders;
}

export interface AssetsOptions {
  readonly database: Database;
  readonly storage: MediaStorage;
  readonly clock?: () => Date;
}

export function createAssets({ database, storage, clock = () => new Date() }: AssetsOptions): Assets {
  const files = (id: string) =>
    database.tables<MediaTables>().selectFrom('content_media_files').selectAll().where('asset_id', '=', id);
  return {
    ...createAssetFiles({ database, storage, clock }),
    ...createAssetChanges({ database, clock }),
    folders: createMediaFolders(database),
    get: (id) => readAsset(database, id),
    list: (query = {}) => listAssets(database, query),
    async revisions(srcs) {
      if (srcs.length === 0) return new Map();
      const rows = await database
        .tables<MediaTables>()
        .selectFrom('content_media')
        .select(['src', 'revision'])
        .where('src', 'in', srcs)
        .where('deleted_at', 'is', null)
        .execute();
      return new Map(rows.map(({ src, revision }) => [src, revision]));
    },
    async versions(id) {
      return (await files(id).orderBy('revision', 'desc').execute()).map(versionOf);
    },
    async open(id, revision) {
      const wanted = revision ?? (await readAsset(database, id))?.revision;
      if (wanted === undefined) return undefined;
      const file = await files(id).where('revision', '=', wanted).executeTakeFirst();
      const body = file && (await storage.open(file.storage_key));
      return body && { version: versionOf(file), body };
    },
  };
}
