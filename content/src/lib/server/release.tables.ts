import type { Migration } from '@vitrine/database';

export const releaseMigration: Migration = {
  id: '0008-releases',
  up: (_, execute) =>
    execute(`
      create table content_releases (
        id text primary key,
        name text not null,
        goes_live_at timestamptz,
        state text not null check (state in ('planned', 'failed', 'published', 'cancelled')),
        -- Grows with every change: whoever publishes it has read just this.
        version int not null,
        made_at timestamptz not null,
        made_by text not null,
        ended_at timestamptz check ((ended_at is not null) = (state in ('published', 'cancelled'))),
        ended_by text check ((ended_by is not null) = (ended_at is not null)),
        problem text check ((problem is not null) = (state = 'failed')),
        kept jsonb not null default '[]'
      );
      create index content_releases_due on content_releases (goes_live_at) where state = 'planned';
      create table content_release_items (
        release_id text not null references content_releases (id) on delete cascade,
        document_id text not null,
        kind text not null,
        name text not null,
        action text not null check (action in ('publish', 'unpublish')),
        -- What goes live, canonical JSON.
        documents text not null,
        paths jsonb not null,
        -- Of content_publishings: what came after it was decided after this was planned.
        planned_after bigint not null,
        planned_at timestamptz not null,
        planned_by text not null,
        primary key (release_id, document_id)
      );
      -- Each time a document was published, taken back, or got another address; in the order in which that was done.
      create table content_publishings (
        seq bigint generated always as identity primary key,
        document_id text not null,
        -- Null = by hand.
        release_id text
      );
      create index content_publishings_document on content_publishings (document_id, seq);
    `),
};

export const plannedVersionsMigration: Migration = {
  id: '0015-versions-in-releases',
  up: (_, execute) =>
    execute(`
      -- Of what goes live, by id; null = it was planned before this was kept.
      alter table content_release_items add column versions jsonb;
    `),
};

export const releasedStylesMigration: Migration = {
  id: '0014-styles-in-releases',
  up: (_, execute) =>
    execute(`
      -- What goes live where it is no document, in the form of its kind.
      alter table content_release_items
        add column tokens jsonb,
        add constraint content_release_items_tokens check ((tokens is not null) = (kind = 'styles'));
    `),
};
