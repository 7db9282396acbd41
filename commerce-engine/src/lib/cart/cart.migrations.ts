import type { Migration } from '@vitrine/database';
import { sql } from 'kysely';

export const cartMigrations: readonly Migration[] = [
  {
    id: 'cart-001-carts',
    async up(db) {
      await sql`
        create table cart (
          id uuid primary key,
          channel text not null,
          currency text not null,
          customer_group text not null,
          version integer not null check (version > 0),
          notices jsonb not null,
          created_at timestamptz not null,
          updated_at timestamptz not null,
          expires_at timestamptz not null
        )`.execute(db);
      await sql`create index cart_expires on cart (expires_at)`.execute(db);
      await sql`
        create table cart_line (
          id uuid primary key,
          cart_id uuid not null references cart (id) on delete cascade,
          variant_id text not null,
          product_id text not null,
          quantity integer not null check (quantity between 1 and 99),
          seen_amount bigint not null,
          seen_name text not null,
          place integer not null,
          unique (cart_id, variant_id)
        )`.execute(db);
    },
  },
  {
    id: 'cart-002-coupons',
    async up(db) {
      await sql`alter table cart add column coupons text[] not null default '{}'`.execute(db);
    },
  },
  {
    id: 'cart-003-customers',
    async up(db) {
      await sql`alter table cart add column customer_id uuid`.execute(db);
      await sql`
        create index cart_customer on cart (customer_id, channel) where customer_id is not null`.execute(db);
    },
  },
  {
    id: 'cart-004-quantities',
    async up(db) {
      await sql`
        alter table cart_line drop constraint cart_line_quantity_check,
          add constraint cart_line_quantity_check check (quantity between 1 and 10000)`.execute(db);
    },
  },
  {
    id: 'cart-005-by-hand',
    async up(db) {
      await sql`alter table cart add column by_hand jsonb, add column opened_by jsonb`.execute(db);
      await sql`alter table cart_line add column by_hand jsonb`.execute(db);
    },
  },
  {
    id: 'cart-006-opened',
    async up(db) {
      await sql`
        create index cart_opened on cart (updated_at desc, id desc) where opened_by is not null`.execute(db);
      await sql`
        create index cart_opened_for on cart ((opened_by->>'customerId'), updated_at desc, id desc)
        where opened_by is not null`.execute(db);
      await sql`
        create index cart_opened_sent on cart (lower(opened_by->'sent'->>'to')) where opened_by is not null`.execute(
        db,
      );
    },
  },
  {
    id: 'cart-007-recipients',
    async up(db) {
      await sql`
        alter table cart_line add column recipient jsonb,
          drop constraint cart_line_cart_id_variant_id_key`.execute(db);
      await sql`
        create unique index cart_line_once on cart_line (cart_id, variant_id, md5(coalesce(recipient::text, '')))`.execute(
        db,
      );
    },
  },
];
