import type { Queryable } from '@vitrine/database';
import type { RatioCrop } from './crop.ts';
import type { MediaTables } from './media.tables.ts';
import type { MediaKind, MediaMime } from './media-formats.ts';

/** A picture or film of the library. Its `src` stays the same for its whole life, whatever file is behind it. */
export interface Asset {
  readonly id: string;
  /** What modules are given: for a picture a path below the image address, for a film a path of the shop. */
  readonly src: string;
  readonly kind: MediaKind;
  /** Counts its files; another file, another number. */
  readonly revision: number;
  readonly name: string;
  readonly mime: MediaMime;
  readonly bytes: number;
  /** Pictures only: as seen, in pixels. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  /** Of the file as it was uploaded. */
  readonly sha256: string;
  readonly folder: string | undefined;
  readonly title: string;
  /** By locale; never empty. */
  readonly alt: Readonly<Record<string, string>>;
  /** Somebody decided that it says nothing, so that it needs no alternative text. */
  readonly decorative: boolean;
  readonly focalPoint: { readonly x: number; readonly y: number } | undefined;
  readonly crops: readonly RatioCrop[];
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly updatedAt: Date;
  readonly updatedBy: string;
  /** In the trash since then. */
  readonly deletedAt: Date | undefined;
}

/** One file an asset has or had. */
export interface AssetVersion {
  readonly revision: number;
  readonly name: string;
  readonly mime: MediaMime;
  readonly bytes: number;
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly at: Date;
  readonly by: string;
}

export type FileRow = MediaTables['content_media_files'];
type AssetRow = MediaTables['content_media'] &
  Omit<FileRow, 'asset_id' | 'revision' | 'upload' | 'at' | 'by'>;

/** Assets with the files they show now. */
export function selectAssets(database: Queryable) {
  return database
    .tables<MediaTables>()
    .selectFrom('content_media as asset')
    .innerJoin('content_media_files as file', (join) =>
      join.onRef('file.asset_id', '=', 'asset.id').onRef('file.revision', '=', 'asset.revision'),
    )
    .selectAll('asset')
    .select(['name', 'name_key', 'mime', 'bytes', 'width', 'height', 'sha256', 'storage_key']);
}

export function assetOf(row: AssetRow): Asset {
  return {
    id: row.id,
    src: row.src,
    kind: row.kind,
    revision: row.revision,
    name: row.name,
    mime: row.mime,
    bytes: row.bytes,
    width: row.width ?? undefined,
    height: row.height ?? undefined,
    sha256: row.sha256,
    folder: row.folder_id ?? undefined,
    title: row.title,
    alt: row.alt,
    decorative: row.decorative,
    focalPoint: row.focal_point ?? undefined,
    crops: row.crops,
    createdAt: row.created_at,
    createdBy: row.created_by,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
    deletedAt: row.deleted_at ?? undefined,
  };
}

export async function readAsset(database: Queryable, id: string): Promise<Asset | undefined> {
  const row = await selectAssets(database).where('asset.id', '=', id).executeTakeFirst();
  return row && assetOf(row);
}

export function versionOf(row: FileRow): AssetVersion {
  const { revision, name, mime, bytes, width, height, at, by } = row;
  return { revision, name, mime, bytes, width: width ?? undefined, height: height ?? undefined, at, by };
}
