import type { Migration } from '@vitrine/database';
import { sql } from 'kysely';

export const fulfilmentMigrations: readonly Migration[] = [
  {
    id: 'fulfilment-001-shipments',
    async up(db) {
      await sql`
        create table fulfilment_shipment (
          id uuid primary key,
          order_id uuid not null,
          kind text not null check (kind in ('parcel', 'pickup')),
          state text not null check (state in ('sent', 'ready', 'handed-over', 'withdrawn')),
          location_id text not null,
          carrier text,
          tracking text,
          made_at timestamptz not null,
          sent_at timestamptz,
          check ((state in ('sent', 'handed-over')) = (sent_at is not null)),
          check (kind = 'pickup' or state = 'sent')
        )`.execute(db);
      await sql`create index fulfilment_shipment_order on fulfilment_shipment (order_id)`.execute(db);
      await sql`
        create table fulfilment_shipment_line (
          shipment_id uuid not null references fulfilment_shipment (id),
          line_id uuid not null,
          quantity int not null check (quantity >= 0),
          primary key (shipment_id, line_id)
        )`.execute(db);
      await sql`
        create table fulfilment_rejection (
          id uuid primary key,
          order_id uuid not null,
          variant_id text not null,
          location_id text not null,
          quantity int not null check (quantity > 0),
          reason text not null,
          actor text not null,
          at timestamptz not null
        )`.execute(db);
      await sql`create index fulfilment_rejection_order on fulfilment_rejection (order_id)`.execute(db);
      await sql`
        create table fulfilment_location (location_id text primary key, ships boolean not null)`.execute(db);
    },
  },
  {
    id: 'fulfilment-002-stuck',
    async up(db) {
      await sql`
        create table fulfilment_stuck (
          order_id uuid not null,
          variant_id text not null,
          location_id text not null,
          quantity int not null check (quantity > 0),
          since timestamptz not null,
          tried_at timestamptz not null,
          primary key (order_id, variant_id, location_id)
        )`.execute(db);
      await sql`create index fulfilment_stuck_tried on fulfilment_stuck (tried_at)`.execute(db);
    },
  },
];
