import type { Migration } from '@vitrine/database';
import { sql } from 'kysely';

export const giftCardsMigrations: readonly Migration[] = [
  {
    id: 'gift-cards-001-cards',
    async up(db) {
      await sql`
        create table giftcards_card (
          id uuid primary key,
          code_hash text not null unique,
          last4 text not null,
          pin_hash text not null,
          currency text not null,
          issued bigint not null check (issued > 0),
          balance bigint not null check (balance >= 0),
          state text not null default 'active' check (state in ('active', 'blocked')),
          expires_at timestamptz,
          issued_at timestamptz not null,
          note text not null default '',
          wrong_pins int not null default 0,
          locked_until timestamptz
        )`.execute(db);
      await sql`create index giftcards_card_issued on giftcards_card (issued_at desc, id desc)`.execute(db);
      await sql`
        create table giftcards_entry (
          id uuid primary key,
          card_id uuid not null references giftcards_card (id),
          kind text not null check (kind in ('issued', 'spent', 'given-back', 'adjusted')),
          amount bigint not null check (amount <> 0),
          reference text not null,
          at timestamptz not null,
          unique (card_id, kind, reference)
        )`.execute(db);
      await sql`create index giftcards_entry_reference on giftcards_entry (reference)`.execute(db);
    },
  },
  {
    id: 'gift-cards-002-sold',
    async up(db) {
      await sql`
        create table giftcards_product (
          product_id text primary key,
          active boolean not null,
          ways_before jsonb not null,
          class_before text not null
        )`.execute(db);
      await sql`create table giftcards_line (line_id uuid primary key, order_id uuid not null)`.execute(db);
      await sql`create index giftcards_line_order on giftcards_line (order_id)`.execute(db);
      await sql`
        create table giftcards_sold (
          card_id uuid primary key references giftcards_card (id),
          order_id uuid not null,
          line_id uuid not null,
          mailing_id uuid not null,
          piece int not null check (piece >= 0),
          issue int not null default 1 check (issue > 0),
          unique (line_id, piece)
        )`.execute(db);
      await sql`create index giftcards_sold_order on giftcards_sold (order_id)`.execute(db);
      await sql`create index giftcards_sold_mailing on giftcards_sold (mailing_id)`.execute(db);
      await sql`
        create table giftcards_due (
          order_id uuid primary key,
          at timestamptz not null,
          changes int not null default 1
        )`.execute(db);
      await sql`create index giftcards_due_at on giftcards_due (at)`.execute(db);
    },
  },
  {
    id: 'gift-cards-003-discounts',
    async up(db) {
      await sql`alter table giftcards_product add column discounts_before text not null default 'everything'`.execute(
        db,
      );
    },
  },
];
