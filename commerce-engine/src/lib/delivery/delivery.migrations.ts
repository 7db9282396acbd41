import type { Migration } from '@vitrine/database';
import { sql } from 'kysely';

export const deliveryMigrations: readonly Migration[] = [
  {
    id: 'delivery-001-methods-and-slots',
    async up(db) {
      await sql`
        create table delivery_method (
          id text primary key,
          method jsonb not null,
          position int not null
        )`.execute(db);
      await sql`
        create table delivery_channel (
          channel_id text primary key,
          time_zone text not null,
          holidays text[] not null
        )`.execute(db);
      await sql`
        create table delivery_product (
          product_id text primary key,
          ship boolean not null,
          pickup boolean not null,
          electronic boolean not null
        )`.execute(db);
      await sql`
        create table delivery_slot (
          store_id text not null,
          method_id text not null,
          starts_at timestamptz not null,
          taken int not null check (taken >= 0),
          primary key (store_id, method_id, starts_at)
        )`.execute(db);
      await sql`
        create table delivery_slot_booking (
          order_id text primary key,
          store_id text not null,
          method_id text not null,
          starts_at timestamptz not null,
          foreign key (store_id, method_id, starts_at) references delivery_slot
        )`.execute(db);
    },
  },
  {
    id: 'delivery-002-method-versions',
    async up(db) {
      await sql`alter table delivery_method add column version int not null default 1`.execute(db);
    },
  },
];
