import type { Migration } from '@vitrine/database';
import { sql } from 'kysely';

export const pricingMigrations: readonly Migration[] = [
  {
    id: 'pricing-001-lists-and-prices',
    async up(db) {
      await sql`
        create table pricing_list (
          id text primary key,
          name text not null,
          currency text not null,
          channel_id text,
          customer_group text,
          priority int not null default 0,
          valid_from timestamptz,
          valid_to timestamptz
        )`.execute(db);
      await sql`
        create table pricing_price (
          id text primary key,
          list_id text not null references pricing_list (id),
          variant_id text not null,
          product_id text not null,
          min_quantity int not null check (min_quantity >= 1),
          kind text not null check (kind in ('regular', 'sale')),
          amount bigint not null check (amount >= 0),
          valid_from timestamptz,
          valid_to timestamptz,
          campaign text,
          check (valid_from < valid_to)
        )`.execute(db);
      await sql`create index pricing_price_variant on pricing_price (variant_id)`.execute(db);
      await sql`
        create unique index pricing_price_open on pricing_price (variant_id, list_id, kind, min_quantity)
          where valid_to is null and campaign is null`.execute(db);
      await sql`create index pricing_price_product on pricing_price (product_id)`.execute(db);
    },
  },
];
