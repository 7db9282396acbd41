import type { Migration } from '@vitrine/database';
import { sql } from 'kysely';

export const additionsMigrations: readonly Migration[] = [
  {
    id: 'additions-001',
    async up(db) {
      await sql`
        create table additions_addition (
          id uuid primary key,
          order_id uuid not null references orders_order (id),
          state text not null check (state in ('waiting', 'added', 'expired', 'withdrawn')),
          goods jsonb not null,
          total bigint not null check (total >= 0),
          payment_id uuid,
          is_received boolean not null default false,
          declined text,
          made_by text not null,
          made_at timestamptz not null,
          expires_at timestamptz not null,
          updated_at timestamptz not null
        )`.execute(db);
      await sql`create index additions_addition_order on additions_addition (order_id, made_at)`.execute(db);
      await sql`create index additions_addition_payment on additions_addition (payment_id) where payment_id is not null`.execute(
        db,
      );
      await sql`create index additions_addition_waiting on additions_addition (expires_at) where state = 'waiting'`.execute(
        db,
      );
    },
  },
  {
    id: 'additions-002-for-returns',
    async up(db) {
      await sql`
        alter table additions_addition add column return_id uuid,
          add column covered bigint check (covered between 0 and total),
          add check (covered is null or return_id is not null)`.execute(db);
    },
  },
];
