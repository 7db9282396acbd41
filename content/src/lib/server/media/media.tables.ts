import type { Migration } from '@vitrine/database';
import type { RatioCrop } from './crop.ts';
import type { MediaKind, MediaMime } from './media-formats.ts';

export interface MediaTables {
  content_media: {
    id: string;
    src: string;
    kind: MediaKind;
    /** Which of its files is shown. */
    revision: number;
    folder_id: string | null;
    title: string;
    alt: Readonly<Record<string, string>>;
    decorative: boolean;
    focal_point: { readonly x: number; readonly y: number } | null;
    crops: readonly RatioCrop[];
    /** Every crop the image address makes of it. */
    known_crops: readonly string[];
    search_text: string;
    created_at: Date;
    created_by: string;
    updated_at: Date;
    updated_by: string;
    deleted_at: Date | null;
    deleted_by: string | null;
  };
  /** Every file an asset ever had. */
  content_media_files: {
    asset_id: string;
    revision: number;
    name: string;
    name_key: string;
    mime: MediaMime;
    bytes: number;
    width: number | null;
    height: number | null;
    sha256: string;
    storage_key: string;
    upload: string | null;
    at: Date;
    by: string;
  };
  content_media_folders: {
    id: string;
    name: string;
    name_key: string;
    parent_id: string | null;
  };
}

export const mediaMigration: Migration = {
  id: '0003-media-library',
  up: (_, execute) =>
    execute(`
      create table content_media_folders (
        id text primary key,
        name text not null,
        name_key text collate "C" not null,
        parent_id text references content_media_folders (id)
      );
      create unique index content_media_folders_name on content_media_folders (coalesce(parent_id, ''), name_key);
      create table content_media (
        id text primary key,
        src text not null unique,
        kind text not null check (kind in ('picture', 'film')),
        revision int not null,
        folder_id text references content_media_folders (id),
        title text not null,
        alt jsonb not null,
        decorative boolean not null,
        focal_point jsonb,
        crops jsonb not null,
        known_crops jsonb not null,
        search_text text not null,
        created_at timestamptz not null,
        created_by text not null,
        updated_at timestamptz not null,
        updated_by text not null,
        deleted_at timestamptz,
        deleted_by text
      );
      create index content_media_newest on content_media (created_at desc, id desc);
      create index content_media_folder on content_media (folder_id);
      create table content_media_files (
        asset_id text not null references content_media (id) on delete cascade,
        revision int not null,
        name text not null,
        name_key text collate "C" not null,
        mime text not null,
        bytes bigint not null,
        width int,
        height int,
        sha256 text not null,
        storage_key text not null,
        upload text,
        at timestamptz not null,
        by text not null,
        primary key (asset_id, revision)
      );
      create index content_media_files_content on content_media_files (sha256);
      create unique index content_media_files_upload on content_media_files (upload) where upload is not null;
    `),
};
