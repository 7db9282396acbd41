import type { Migration } from '@vitrine/database';
import { sql } from 'kysely';

export const loyaltyMigrations: readonly Migration[] = [
  {
    id: 'loyalty-001-programmes',
    async up(db) {
      await sql`
        create table loyalty_programme (
          id text primary key,
          programme jsonb not null,
          updated_at timestamptz not null
        )`.execute(db);
      await sql`
        create table loyalty_member (
          programme_id text not null references loyalty_programme (id),
          customer_id uuid not null,
          joined_at timestamptz not null,
          tier text,
          recheck_at timestamptz,
          primary key (programme_id, customer_id)
        )`.execute(db);
      await sql`create index loyalty_member_customer on loyalty_member (customer_id)`.execute(db);
      await sql`
        create index loyalty_member_recheck on loyalty_member (recheck_at) where recheck_at is not null`.execute(
        db,
      );
      await sql`
        create table loyalty_earning (
          order_id uuid primary key,
          programme_id text not null references loyalty_programme (id),
          customer_id uuid not null,
          placed_at timestamptz not null,
          points bigint not null check (points >= 0),
          taken_back bigint not null default 0 check (taken_back between 0 and points),
          usable_at timestamptz
        )`.execute(db);
      await sql`
        create index loyalty_earning_customer on loyalty_earning (customer_id, programme_id, placed_at)`.execute(
        db,
      );
      await sql`
        create table loyalty_earning_line (
          order_id uuid not null references loyalty_earning (order_id),
          line_id uuid not null,
          points bigint not null check (points >= 0),
          primary key (order_id, line_id)
        )`.execute(db);
      await sql`
        create table loyalty_due (
          order_id uuid primary key,
          at timestamptz not null
        )`.execute(db);
      await sql`
        create table loyalty_redemption (
          payment_id uuid primary key,
          points bigint not null check (points > 0),
          amount bigint not null check (amount > 0),
          back_points bigint not null default 0 check (back_points between 0 and points),
          back_amount bigint not null default 0 check (back_amount between 0 and amount)
        )`.execute(db);
      await sql`
        create table loyalty_give_back (
          operation_id uuid primary key,
          payment_id uuid not null references loyalty_redemption (payment_id),
          points bigint not null,
          amount bigint not null
        )`.execute(db);
      await sql`create index loyalty_give_back_payment on loyalty_give_back (payment_id)`.execute(db);
    },
  },
  {
    id: 'loyalty-002-decided-once',
    async up(db) {
      await sql`alter table loyalty_programme add column created_at timestamptz`.execute(db);
      await sql`update loyalty_programme set created_at = updated_at`.execute(db);
      await sql`alter table loyalty_programme alter column created_at set not null`.execute(db);
      await sql`
        alter table loyalty_earning alter column programme_id drop not null, alter column customer_id drop not null,
          add check (points = 0 or (programme_id is not null and customer_id is not null))`.execute(db);
    },
  },
];
