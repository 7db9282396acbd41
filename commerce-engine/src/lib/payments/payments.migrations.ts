import type { Migration } from '@vitrine/database';
import { sql } from 'kysely';

export const paymentsMigrations: readonly Migration[] = [
  {
    id: 'payments-001-payments',
    async up(db) {
      await sql`
        create table payments_payment (
          id uuid primary key,
          owner text not null,
          order_id uuid,
          provider text not null,
          method text not null,
          state text not null check (state in ('started', 'action', 'pending', 'authorised', 'declined', 'cancelled')),
          amount bigint not null check (amount > 0),
          captured bigint not null default 0,
          refunded bigint not null default 0,
          currency text not null,
          locale text not null,
          reference text,
          token text,
          return_url text,
          action_url text,
          label text,
          declined text,
          problem text,
          started_at timestamptz not null,
          asked_at timestamptz not null,
          check (captured between 0 and amount),
          check (refunded between 0 and captured)
        )`.execute(db);
      await sql`create index payments_payment_owner on payments_payment (owner)`.execute(db);
      await sql`create index payments_payment_order on payments_payment (order_id)`.execute(db);
      await sql`
        create index payments_payment_undecided on payments_payment (asked_at)
        where state in ('started', 'action', 'pending')`.execute(db);
      await sql`
        create table payments_entry (
          id uuid primary key,
          payment_id uuid not null references payments_payment (id),
          kind text not null check (kind in ('authorised', 'captured', 'refunded', 'cancelled')),
          amount bigint not null,
          reference text not null,
          at timestamptz not null,
          unique (payment_id, kind, reference)
        )`.execute(db);
      await sql`
        create table payments_operation (
          id uuid primary key,
          payment_id uuid not null references payments_payment (id),
          kind text not null check (kind in ('capture', 'cancel', 'refund')),
          amount bigint not null check (amount > 0),
          state text not null default 'due' check (state in ('due', 'done', 'failed')),
          reason text not null,
          problem text,
          tries int not null default 0,
          made_at timestamptz not null,
          due_at timestamptz not null
        )`.execute(db);
      await sql`create index payments_operation_due on payments_operation (due_at) where state = 'due'`.execute(
        db,
      );
      await sql`create index payments_operation_payment on payments_operation (payment_id)`.execute(db);
      await sql`
        create table payments_inbox (
          provider text not null,
          event_id text not null,
          payment_id uuid not null,
          at timestamptz not null,
          primary key (provider, event_id)
        )`.execute(db);
    },
  },
  {
    id: 'payments-002-awaited',
    async up(db) {
      await sql`
        create index payments_payment_awaited on payments_payment (provider, started_at, id)
        where state = 'authorised' and captured = 0 and order_id is not null`.execute(db);
    },
  },
  {
    id: 'payments-003-troubles',
    async up(db) {
      await sql`
        create index payments_payment_problem on payments_payment (asked_at) where problem is not null`.execute(
        db,
      );
      await sql`
        create index payments_operation_failed on payments_operation (due_at) where state = 'failed'`.execute(
        db,
      );
    },
  },
  {
    id: 'payments-004-via',
    async up(db) {
      await sql`
        alter table payments_operation add column via text, add column via_to text,
          add check ((via is null) = (via_to is null)), add check (via is null or kind = 'refund')`.execute(
        db,
      );
    },
  },
];
