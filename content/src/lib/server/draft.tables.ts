import type { Migration } from '@vitrine/database';
import type { PageDocument } from '../page.ts';
import type { Composed } from '../template.ts';
import type { DocumentPaths } from './draft-store.ts';
import type { VersionKind } from './version-store.ts';

export interface DraftTables {
  content_drafts: {
    id: string;
    kind: PageDocument['kind'];
    composes: Composed | null;
    name: string;
    /** The derived document, canonical JSON, with its version. */
    body: string;
    version: string;
    paths: DocumentPaths;
    /** The document it stands below in lists, and its place there. */
    parent: string | null;
    position: number;
    trashed_at: Date | null;
    created_at: Date;
    created_by: string;
    updated_at: Date;
    updated_by: string;
    /** Yjs, everything up to the last compaction. */
    state: Uint8Array;
    /** What was published and in the draft at the same time, last. */
    base_version: string | null;
    base_paths: DocumentPaths | null;
  };
  /** Yjs, what came since; only ever appended to, and emptied by compaction. */
  content_draft_updates: { seq: number; document_id: string; update: Uint8Array; by: string; at: Date };
  /** Yjs, what a draft was before it was given another form, and what gave it that. */
  content_draft_states_before: {
    seq: number;
    document_id: string;
    state: Uint8Array;
    change: Uint8Array;
    at: Date;
  };
  content_saved_versions: {
    seq: number;
    document_id: string;
    kind: VersionKind;
    name: string | null;
    by: string;
    at: Date;
    /** Automatic ones: when the stretch of work began that it is the end of. */
    began_at: Date;
    version: string;
  };
  /** Each form of a document once, canonical JSON. */
  content_version_bodies: { document_id: string; version: string; body: string };
}

export const draftsMigration: Migration = {
  id: '0002-drafts-and-versions',
  up: (_, execute) =>
    execute(`
      create table content_drafts (
        id text primary key,
        kind text not null check (kind in ('page', 'template', 'fragment', 'layout')),
        composes text,
        name text not null,
        body text not null,
        version text not null,
        paths jsonb not null,
        parent text,
        position int not null default 0,
        trashed_at timestamptz,
        created_at timestamptz not null default now(),
        created_by text not null,
        updated_at timestamptz not null default now(),
        updated_by text not null,
        state bytea not null,
        base_version text,
        base_paths jsonb
      );
      create index content_drafts_paths on content_drafts using gin (paths jsonb_path_ops);
      create index content_drafts_composes on content_drafts (composes) where composes is not null;
      create table content_draft_updates (
        seq bigint generated always as identity primary key,
        document_id text not null references content_drafts (id) on delete cascade,
        update bytea not null,
        by text not null,
        at timestamptz not null default now()
      );
      create index content_draft_updates_document on content_draft_updates (document_id, seq);
      create table content_version_bodies (
        document_id text not null,
        version text not null,
        body text not null,
        primary key (document_id, version)
      );
      create table content_saved_versions (
        seq bigint generated always as identity primary key,
        document_id text not null,
        kind text not null check (kind in ('auto', 'named', 'published')),
        name text check (kind = 'named' or name is null),
        by text not null,
        at timestamptz not null,
        began_at timestamptz not null,
        version text not null,
        foreign key (document_id, version) references content_version_bodies (document_id, version)
      );
      create index content_saved_versions_document on content_saved_versions (document_id, seq desc);
      create index content_saved_versions_body on content_saved_versions (document_id, version);
    `),
};

export const statesBeforeMigration: Migration = {
  id: '0006-states-before',
  up: (_, execute) =>
    execute(`
      create table content_draft_states_before (
        seq bigint generated always as identity primary key,
        document_id text not null,
        state bytea not null,
        change bytea not null,
        at timestamptz not null default now()
      );
      create index content_draft_states_before_document on content_draft_states_before (document_id, seq);
    `),
};
