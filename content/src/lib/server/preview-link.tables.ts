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

export const sharedAsMigration: Migration = {
  id: '0013-preview-links-as-whom',
  up: (_, execute) =>
    execute(`
      alter table content_preview_links
        add column customer_group text,
        add column audience text,
        add column release_id text,
        alter column document drop not null,
        add constraint content_preview_links_shows check (num_nonnulls(document, release_id) = 1);
    `),
};
