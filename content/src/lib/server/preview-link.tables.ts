import type { Migration } from '@vitrine/database';

export const previewLinkMigration: Migration = {
  id: '0007-preview-links',
  up: (_, execute) =>
    execute(`
      create table content_preview_links (
        id text primary key,
        document text not null,
        channel text not null,
        locale text not null,
        path text not null,
        currency text not null,
        shown_at timestamptz,
        made_at timestamptz not null,
        made_by text not null,
        expires_at timestamptz not null,
        ended_at timestamptz,
        ended_by text check ((ended_by is not null) = (ended_at is not null))
      );
      create index content_preview_links_made on content_preview_links (made_at desc, id);
    `),
};
