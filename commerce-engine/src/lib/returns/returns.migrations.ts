import type { Migration } from '@vitrine/database';
import { sql } from 'kysely';

export const returnsMigrations: readonly Migration[] = [
  {
    id: 'returns-001-returns',
    async up(db) {
      await sql`
        create table returns_return (
          id uuid primary key,
          number text not null unique,
          order_id uuid not null,
          currency text not null,
          state text not null
            check (state in ('requested', 'approved', 'received', 'refunded', 'rejected', 'cancelled')),
          channel text not null,
          location_id text,
          note text,
          answer text,
          fee bigint not null default 0 check (fee >= 0),
          delivery bigint not null default 0 check (delivery >= 0),
          refund bigint check (refund >= 0),
          made_at timestamptz not null,
          updated_at timestamptz not null,
          check ((state = 'refunded') = (refund is not null)),
          check ((state in ('received', 'refunded')) = (location_id is not null))
        )`.execute(db);
      await sql`create index returns_return_order on returns_return (order_id)`.execute(db);
      await sql`create index returns_return_state on returns_return (state, made_at)`.execute(db);
      await sql`
        create table returns_line (
          return_id uuid not null references returns_return (id),
          line_id uuid not null,
          quantity int not null check (quantity > 0),
          reason text not null,
          resellable int not null default 0 check (resellable >= 0),
          damaged int not null default 0 check (damaged >= 0),
          missing int not null default 0 check (missing >= 0),
          net bigint not null default 0 check (net >= 0),
          tax bigint not null default 0 check (tax >= 0),
          gross bigint not null default 0,
          taxes jsonb not null default '[]',
          primary key (return_id, line_id),
          check (resellable + damaged + missing in (0, quantity)),
          check (net + tax = gross)
        )`.execute(db);
      await sql`create index returns_line_line on returns_line (line_id)`.execute(db);
      await sql`
        create table returns_policy (channel text primary key, tenders jsonb not null)`.execute(db);
    },
  },
  {
    id: 'returns-002-newest-first',
    async up(db) {
      await sql`create index returns_return_made on returns_return (made_at desc, id desc)`.execute(db);
      await sql`create index returns_return_number on returns_return (number text_pattern_ops)`.execute(db);
    },
  },
  {
    id: 'returns-003-exchanged-for',
    async up(db) {
      await sql`
        alter table returns_return add column exchange_order_id uuid, add column exchange_number text,
          add check ((exchange_order_id is null) = (exchange_number is null))`.execute(db);
      await sql`
        create index returns_return_exchange on returns_return (exchange_order_id)
          where exchange_order_id is not null`.execute(db);
    },
  },
  {
    id: 'returns-004-days',
    async up(db) {
      await sql`alter table returns_policy add column days int check (days > 0)`.execute(db);
    },
  },
  {
    id: 'returns-005-by-shopper',
    async up(db) {
      // Of returns made before nobody knows whose note it is: it stays with staff.
      await sql`alter table returns_return add column by_shopper boolean not null default false`.execute(db);
    },
  },
  {
    id: 'returns-006-exchange-checkouts',
    async up(db) {
      await sql`alter table returns_return add column exchange_checkout_id uuid`.execute(db);
      await sql`
        create index returns_return_unlinked on returns_return (updated_at)
          where exchange_checkout_id is not null and exchange_order_id is null`.execute(db);
    },
  },
  {
    id: 'returns-007-pieces-before',
    async up(db) {
      // Of pieces received before nobody knows it: they count as the last ones.
      await sql`
        alter table returns_line add column pieces_before int check (pieces_before >= 0)`.execute(db);
    },
  },
  {
    id: 'returns-008-instead',
    async up(db) {
      await sql`alter table returns_return add column instead jsonb`.execute(db);
    },
  },
];
