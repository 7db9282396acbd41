import type { MigrationSet } from '@vitrine/database';
import type { PageDocument } from '../page.ts';
import type { Composed } from '../template.ts';
import { commentMigration } from './comment.tables.ts';
import { crowdMigration } from './crowd.tables.ts';
import { draftsMigration, statesBeforeMigration } from './draft.tables.ts';
import { mediaMigration } from './media/media.tables.ts';
import { presetMigration } from './preset.tables.ts';
import { previewLinkMigration, sharedAsMigration } from './preview-link.tables.ts';
import { plannedVersionsMigration, releasedStylesMigration, releaseMigration } from './release.tables.ts';
import { reviewMigration } from './review.tables.ts';
import { themeMigration } from './theme.tables.ts';
import { translationMigration } from './translation.tables.ts';

export interface ContentTables {
  content_documents: {
    id: string;
    kind: PageDocument['kind'];
    composes: Composed | null;
    version: string;
    /** Canonical JSON. */
    body: string;
  };
  /** Every form a document was ever published in. */
  content_versions: {
    seq: number;
    document_id: string;
    version: string;
    /** `null` = it was taken back. */
    body: string | null;
    published_by: string;
    published_at: Date;
  };
  content_urls: {
    channel: string;
    locale: string;
    path: string;
    kind: 'page' | 'redirect' | 'gone';
    page: string | null;
    redirect_to: string | null;
    status: number | null;
  };
  content_template_overrides: { entity_id: string; template_id: string };
}

/** What content keeps in a database. */
export const contentMigrations: MigrationSet = {
  owner: 'content',
  migrations: [
    {
      id: '0001-published-pages',
      up: (_, execute) =>
        execute(`
          create table content_documents (
            id text primary key,
            kind text not null check (kind in ('page', 'template', 'fragment', 'layout')),
            composes text check ((composes is not null) = (kind = 'template')),
            version text not null,
            body text not null
          );
          create index content_documents_composes on content_documents (composes) where composes is not null;
          create table content_versions (
            seq bigint generated always as identity primary key,
            document_id text not null,
            version text not null,
            body text,
            published_by text not null,
            published_at timestamptz not null default now()
          );
          create index content_versions_document on content_versions (document_id, seq desc);
          create table content_urls (
            channel text not null,
            locale text not null,
            path text not null,
            kind text not null check (kind in ('page', 'redirect', 'gone')),
            page text check ((page is not null) = (kind = 'page')),
            redirect_to text check ((redirect_to is not null) = (kind = 'redirect')),
            status int check ((status is not null) = (kind = 'redirect')),
            primary key (channel, locale, path)
          );
          create index content_urls_page on content_urls (page) where page is not null;
          create table content_template_overrides (
            entity_id text primary key,
            template_id text not null
          );
          create index content_template_overrides_template on content_template_overrides (template_id);
        `),
    },
    draftsMigration,
    mediaMigration,
    themeMigration,
    presetMigration,
    statesBeforeMigration,
    previewLinkMigration,
    releaseMigration,
    commentMigration,
    translationMigration,
    crowdMigration,
    reviewMigration,
    sharedAsMigration,
    releasedStylesMigration,
    plannedVersionsMigration,
  ],
};
