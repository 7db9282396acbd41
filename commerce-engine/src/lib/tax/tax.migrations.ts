import type { Migration } from '@vitrine/database';
import { sql } from 'kysely';

export const taxMigrations: readonly Migration[] = [
  {
    id: 'tax-001-zones-classes-rates',
    async up(db) {
      await sql`
        create table tax_class (
          id text primary key,
          name text not null,
          otherwise text references tax_class (id) deferrable initially deferred
        )`.execute(db);
      await sql`insert into tax_class (id, name) values ('standard', 'Standard')`.execute(db);
      await sql`
        create table tax_zone (
          id text primary key,
          name text not null,
          country text not null,
          area jsonb not null
        )`.execute(db);
      await sql`
        create table tax_rate (
          id text primary key,
          zone_id text not null references tax_zone (id),
          class_id text not null references tax_class (id),
          name text not null,
          rate text not null,
          jurisdiction text not null,
          compound boolean not null,
          place int not null,
          included boolean,
          valid_from timestamptz,
          valid_to timestamptz,
          check (valid_from < valid_to)
        )`.execute(db);
      await sql`
        create table tax_product_class (
          product_id text primary key,
          class_id text not null references tax_class (id)
        )`.execute(db);
      await sql`
        create table tax_channel_setting (
          channel_id text primary key,
          rounding_mode text not null check (rounding_mode in ('half-up', 'half-even', 'up', 'down')),
          rounding_level text not null check (rounding_level in ('unit', 'line', 'order')),
          based_on text not null check (based_on in ('destination', 'origin', 'store')),
          shipping text not null check (shipping in ('class', 'highest', 'proportional')),
          shipping_class text references tax_class (id),
          check ((shipping = 'class') = (shipping_class is not null))
        )`.execute(db);
    },
  },
  {
    id: 'tax-002-vat-numbers',
    async up(db) {
      await sql`
        alter table tax_channel_setting add column vat_numbers text not null default 'verified'
          check (vat_numbers in ('verified', 'as-typed'))`.execute(db);
    },
  },
];
