import type { Migration } from '@vitrine/database';
import { sql } from 'kysely';

export const lotsMigrations: readonly Migration[] = [
  {
    id: 'lots-001-lots',
    async up(db) {
      await sql`
        create table lots_account (
          book text not null check (book in ('store-credit', 'points')),
          holder uuid not null,
          unit text not null,
          balance bigint not null default 0,
          primary key (book, holder, unit),
          check (book = 'points' or balance >= 0)
        )`.execute(db);
      await sql`create index lots_account_holder on lots_account (holder)`.execute(db);
      await sql`
        create table lots_lot (
          id uuid primary key,
          book text not null,
          holder uuid not null,
          unit text not null,
          origin text not null,
          left_over bigint not null,
          made_at timestamptz not null,
          usable_at timestamptz,
          runs_out_at timestamptz,
          warned_at timestamptz,
          foreign key (book, holder, unit) references lots_account (book, holder, unit),
          check (book = 'points' or left_over >= 0)
        )`.execute(db);
      await sql`create index lots_lot_account on lots_lot (holder, book, unit) where left_over <> 0`.execute(
        db,
      );
      await sql`
        create index lots_lot_over on lots_lot (runs_out_at) where left_over > 0 and runs_out_at is not null`.execute(
        db,
      );
      await sql`
        create table lots_entry (
          id uuid primary key,
          lot_id uuid not null references lots_lot (id),
          kind text not null
            check (kind in ('added', 'spent', 'given-back', 'taken-back', 'ran-out', 'settled', 'written-off')),
          amount bigint not null check (amount <> 0),
          reference text not null,
          spending text,
          reason text not null default '',
          actor text not null,
          at timestamptz not null,
          unique (lot_id, kind, reference)
        )`.execute(db);
      await sql`create index lots_entry_reference on lots_entry (reference)`.execute(db);
      await sql`create index lots_entry_spending on lots_entry (spending) where spending is not null`.execute(
        db,
      );
      await sql`create index lots_entry_at on lots_entry (lot_id, at desc)`.execute(db);
    },
  },
  {
    id: 'lots-002-origins',
    async up(db) {
      await sql`create index lots_lot_origin on lots_lot (book, origin)`.execute(db);
    },
  },
];
