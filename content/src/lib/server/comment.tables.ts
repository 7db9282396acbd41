import type { Migration } from '@vitrine/database';

export const commentMigration: Migration = {
  id: '0009-comments',
  up: (_, execute) =>
    execute(`
      create table content_comment_threads (
        id text primary key,
        -- The order in which they were begun.
        seq bigint generated always as identity,
        document_id text not null,
        -- What it hangs on: a module, a setting of it, words in that. Null = the document.
        node text,
        path text check (path is null or node is not null),
        quote text check (quote is null or path is not null),
        range_start text check ((range_start is null) = (quote is null)),
        range_end text check ((range_end is null) = (quote is null)),
        assignee text,
        resolved_at timestamptz,
        resolved_by text check ((resolved_by is not null) = (resolved_at is not null))
      );
      create index content_comment_threads_open on content_comment_threads (document_id, seq desc)
        where resolved_at is null;
      create index content_comment_threads_document on content_comment_threads (document_id, seq desc);
      create index content_comment_threads_assignee on content_comment_threads (assignee, seq desc)
        where resolved_at is null;
      create table content_comments (
        id text primary key,
        seq bigint generated always as identity,
        thread_id text not null references content_comment_threads (id) on delete cascade,
        author text not null,
        words text not null,
        mentions jsonb not null default '[]',
        written_at timestamptz not null,
        edited_at timestamptz,
        -- Its words are gone; it stays because others answered.
        deleted_at timestamptz,
        -- Grows with every edit: who edits says what he read.
        revision int not null default 1
      );
      create index content_comments_thread on content_comments (thread_id, seq);
      create index content_comments_mentions on content_comments using gin (mentions jsonb_path_ops);
      -- When somebody was last sent a letter about a thread.
      create table content_comment_letters (
        thread_id text not null references content_comment_threads (id) on delete cascade,
        person text not null,
        sent_at timestamptz not null,
        primary key (thread_id, person)
      );
      -- Whatever deletes a document takes its comments along.
      create function content_comments_of_deleted() returns trigger language plpgsql as $$
        begin
          delete from content_comment_threads where document_id = old.id;
          return old;
        end
      $$;
      create trigger content_comments_of_deleted after delete on content_drafts
        for each row execute function content_comments_of_deleted();
    `),
};
