import type { Migration } from '@vitrine/database';
import { sql } from 'kysely';

export const searchMigrations: readonly Migration[] = [
  {
    id: 'search-001-index',
    async up(db) {
      await sql`create extension if not exists pg_trgm`.execute(db);
      await sql`
        create table search_item (
          channel text not null,
          product_id text not null,
          tokens integer[] not null,
          published_at timestamptz not null,
          available boolean not null,
          primary key (channel, product_id)
        )`.execute(db);
      await sql`create index search_item_tokens on search_item using gin (tokens)`.execute(db);
      await sql`create index search_item_newest on search_item (channel, published_at desc, product_id)`.execute(
        db,
      );
      await sql`
        create table search_text (
          channel text not null,
          locale text not null,
          product_id text not null,
          name text not null,
          slug text not null,
          sort_name text not null,
          vector tsvector not null,
          source_hash text not null,
          primary key (channel, locale, product_id)
        )`.execute(db);
      await sql`create index search_text_vector on search_text using gin (vector)`.execute(db);
      await sql`
        create table search_price (
          channel text not null,
          currency text not null,
          customer_group text not null,
          product_id text not null,
          from_amount bigint not null,
          to_amount bigint not null,
          on_sale boolean not null,
          valid_until timestamptz,
          primary key (channel, currency, customer_group, product_id)
        )`.execute(db);
      await sql`
        create index search_price_ends on search_price (channel, currency, customer_group, valid_until)
        where valid_until is not null`.execute(db);
      await sql`
        create table search_market (
          channel text not null,
          currency text not null,
          customer_group text not null,
          primary key (channel, currency, customer_group)
        )`.execute(db);
      await sql`create table search_due (product_id text primary key, at timestamptz not null)`.execute(db);
      await sql`create index search_due_at on search_due (at)`.execute(db);
      await sql`
        create table search_token (
          id integer generated always as identity primary key,
          channel text not null,
          facet text not null,
          value text not null,
          parent text,
          facet_position integer not null,
          position integer not null,
          swatch text,
          facet_labels jsonb not null,
          labels jsonb not null,
          slugs jsonb,
          unique (channel, facet, value)
        )`.execute(db);
      await sql`
        create table search_word (
          channel text not null,
          locale text not null,
          word text not null,
          primary key (channel, locale, word)
        )`.execute(db);
      await sql`create index search_word_trigrams on search_word using gin (word gin_trgm_ops)`.execute(db);
      await sql`
        create index search_word_beginnings on search_word (channel, locale, word text_pattern_ops)`.execute(
        db,
      );
      await sql`
        create table search_synonym (
          locale text not null,
          word text not null,
          also text[] not null,
          primary key (locale, word)
        )`.execute(db);
    },
  },
  {
    id: 'search-002-name-beginnings',
    async up(db) {
      await sql`
        create index search_text_names on search_text (channel, locale, sort_name text_pattern_ops, product_id)`.execute(
        db,
      );
    },
  },
  {
    id: 'search-003-regular-prices',
    async up(db) {
      // Markets that nobody has asked for are priced at their next search.
      await sql`delete from search_market`.execute(db);
      await sql`delete from search_price`.execute(db);
      await sql`alter table search_price add column regular_from_amount bigint not null`.execute(db);
    },
  },
  {
    id: 'search-004-preorders',
    async up(db) {
      await sql`
        alter table search_item
          add column preorder boolean not null default false,
          add check (available or not preorder)`.execute(db);
    },
  },
];
