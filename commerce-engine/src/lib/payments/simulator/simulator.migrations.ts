import type { Migration } from '@vitrine/database';
import { sql } from 'kysely';

export const simulatorMigrations: readonly Migration[] = [
  {
    id: 'payments-simulator-001-bank',
    async up(db) {
      await sql`
        create table payments_simulator (
          payment_id uuid primary key,
          reference text not null unique,
          token text not null,
          state text not null,
          amount bigint not null,
          currency text not null,
          captured bigint not null default 0 check (captured between 0 and amount),
          refunded bigint not null default 0 check (refunded between 0 and captured),
          return_url text,
          operations text[] not null default '{}',
          muted text[] not null default '{}'
        )`.execute(db);
      await sql`
        create table payments_simulator_message (
          id uuid primary key,
          payment_id uuid not null references payments_simulator (payment_id),
          event text not null,
          due_at timestamptz not null,
          times int not null
        )`.execute(db);
      await sql`create index payments_simulator_message_due on payments_simulator_message (due_at)`.execute(
        db,
      );
    },
  },
  {
    id: 'payments-simulator-002-locale',
    async up(db) {
      await sql`alter table payments_simulator add column locale text not null default 'en'`.execute(db);
    },
  },
];
