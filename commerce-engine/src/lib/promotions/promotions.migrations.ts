import type { Migration } from '@vitrine/database';
import { sql } from 'kysely';

export const promotionsMigrations: readonly Migration[] = [
  {
    id: 'promotions-001-promotions-and-coupons',
    async up(db) {
      await sql`
        create table promotions_promotion (
          id text primary key,
          name jsonb not null,
          enabled boolean not null default false,
          definition jsonb not null,
          valid_to timestamptz,
          changed_at timestamptz not null
        )`.execute(db);
      await sql`
        create table promotions_settings (
          one_row boolean primary key default true check (one_row),
          settings jsonb not null
        )`.execute(db);
      await sql`
        create table promotions_coupon (
          id text primary key,
          promotion_id text not null unique references promotions_promotion (id),
          limit_total int check (limit_total >= 1),
          limit_per_code int check (limit_per_code >= 1),
          limit_per_customer int check (limit_per_customer >= 1),
          used int not null default 0 check (used >= 0)
        )`.execute(db);
      await sql`
        create table promotions_code (
          key text primary key,
          code text not null,
          coupon_id text not null references promotions_coupon (id),
          enabled boolean not null default true,
          valid_from timestamptz,
          valid_to timestamptz,
          customer text,
          limit_total int check (limit_total >= 1),
          used int not null default 0 check (used >= 0),
          check (valid_from < valid_to)
        )`.execute(db);
      await sql`create index promotions_code_coupon on promotions_code (coupon_id, key)`.execute(db);
      await sql`
        create table promotions_customer (
          coupon_id text not null references promotions_coupon (id),
          customer text not null,
          used int not null check (used >= 0),
          primary key (coupon_id, customer)
        )`.execute(db);
      await sql`
        create table promotions_use (
          owner text not null,
          coupon_id text not null references promotions_coupon (id),
          code_key text not null references promotions_code (key),
          customer text,
          at timestamptz not null,
          primary key (owner, coupon_id)
        )`.execute(db);
      await sql`create index promotions_use_coupon on promotions_use (coupon_id, code_key)`.execute(db);
    },
  },
];
