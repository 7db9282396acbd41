import type { Migration } from '@vitrine/database';

export const reviewMigration: Migration = {
  id: '0012-reviews',
  up: (_, execute) =>
    execute(`
      create table content_reviews (
        id text primary key,
        document_id text not null,
        state text not null check (state in ('asked', 'approved', 'returned', 'withdrawn')),
        asked_by text not null,
        asked_at timestamptz not null,
        note text not null,
        -- Null = anybody who may publish.
        whom text,
        -- Of the document as it was when it was asked, or approved, and where that form is kept.
        version text not null,
        kept bigint not null,
        decided_at timestamptz check ((decided_at is null) = (state = 'asked')),
        decided_by text check ((decided_by is null) = (decided_at is null)),
        decision_note text not null default '',
        -- From when on nobody is told of it.
        over_at timestamptz check (over_at is null or state <> 'asked'),
        -- The answer was that the document went live.
        is_published boolean not null default false,
        -- What the last letter about it said, and when it was sent.
        letter text,
        letter_at timestamptz
      );
      create unique index content_reviews_asked on content_reviews (document_id) where state = 'asked';
      create index content_reviews_document on content_reviews (document_id, asked_at desc);
      create index content_reviews_told on content_reviews (asked_by) where over_at is null;
      -- Whatever deletes a document takes its reviews along.
      create function content_reviews_of_deleted() returns trigger language plpgsql as $$
        begin
          delete from content_reviews where document_id = old.id;
          return old;
        end
      $$;
      create trigger content_reviews_of_deleted after delete on content_drafts
        for each row execute function content_reviews_of_deleted();
    `),
};
