import type { Migration } from '@vitrine/database';
import { sql } from 'kysely';

export const inventoryMigrations: readonly Migration[] = [
  {
    id: 'inventory-001-ledger-and-levels',
    async up(db) {
      await sql`
        create table inventory_item (
          variant_id text primary key,
          product_id text not null,
          backorder boolean not null default false,
          low_stock int not null default 5 check (low_stock >= 0)
        )`.execute(db);
      await sql`
        create table inventory_level (
          variant_id text not null references inventory_item (variant_id),
          location_id text not null,
          on_hand int not null default 0,
          reserved int not null default 0 check (reserved >= 0),
          buffer int not null default 0 check (buffer >= 0),
          primary key (variant_id, location_id),
          check (on_hand >= reserved)
        )`.execute(db);
      await sql`
        create table inventory_movement (
          id bigint generated always as identity primary key,
          variant_id text not null,
          location_id text not null,
          on_hand int not null,
          reserved int not null,
          reason text not null,
          actor text not null,
          reference text,
          at timestamptz not null,
          foreign key (variant_id, location_id) references inventory_level (variant_id, location_id)
        )`.execute(db);
      await sql`
        create index inventory_movement_level on inventory_movement (variant_id, location_id)`.execute(db);
      await sql`
        create function inventory_refuse_change() returns trigger language plpgsql as $$
        begin
          raise exception 'The stock ledger is append-only: book a movement that corrects this one.';
        end $$`.execute(db);
      await sql`
        create trigger inventory_movement_append_only before update or delete on inventory_movement
        for each row execute function inventory_refuse_change()`.execute(db);
    },
  },
  {
    id: 'inventory-002-reservations',
    async up(db) {
      await sql`
        create table inventory_reservation (
          id uuid primary key,
          owner text not null,
          variant_id text not null references inventory_item (variant_id),
          location_id text not null,
          quantity int not null check (quantity >= 0),
          backordered int not null default 0 check (backordered >= 0),
          expires_at timestamptz,
          made_at timestamptz not null,
          unique (owner, variant_id, location_id),
          check (quantity + backordered > 0)
        )`.execute(db);
      await sql`
        create index inventory_reservation_expires on inventory_reservation (expires_at)
        where expires_at is not null`.execute(db);
      await sql`
        create index inventory_reservation_variant on inventory_reservation (variant_id)`.execute(db);
    },
  },
  {
    id: 'inventory-003-backorders',
    async up(db) {
      await sql`
        create index inventory_reservation_backordered on inventory_reservation (variant_id, made_at)
        where backordered > 0`.execute(db);
    },
  },
  {
    id: 'inventory-004-ledger-of-a-variant',
    async up(db) {
      await sql`create index inventory_movement_variant on inventory_movement (variant_id, id desc)`.execute(
        db,
      );
    },
  },
  {
    id: 'inventory-005-counts-and-low-levels',
    async up(db) {
      await sql`alter table inventory_level add column low_at int check (low_at >= 0)`.execute(db);
      await sql`create index inventory_level_low on inventory_level (location_id) where low_at is not null`.execute(
        db,
      );
      await sql`
        create table inventory_count (
          id uuid primary key,
          number bigint generated always as identity unique,
          location_id text not null,
          state text not null check (state in ('open', 'approved', 'cancelled')),
          note text,
          started_at timestamptz not null,
          started_by text not null,
          closed_at timestamptz,
          closed_by text,
          reason text,
          check ((state = 'open') = (closed_at is null)),
          check ((closed_at is null) = (closed_by is null)),
          check ((state = 'approved') = (reason is not null))
        )`.execute(db);
      await sql`create unique index inventory_count_open on inventory_count (location_id) where state = 'open'`.execute(
        db,
      );
      await sql`
        create table inventory_count_line (
          count_id uuid not null references inventory_count (id) on delete cascade,
          variant_id text not null references inventory_item (variant_id),
          counted int check (counted >= 0),
          expected int check (expected >= 0),
          seen bigint,
          counted_at timestamptz,
          counted_by text,
          primary key (count_id, variant_id),
          check (num_nulls(counted, expected, seen, counted_at, counted_by) in (0, 5))
        )`.execute(db);
    },
  },
  {
    id: 'inventory-006-preorders',
    async up(db) {
      await sql`
        alter table inventory_item
          add column ships_from text check (ships_from ~ '^\\d{4}-\\d{2}-\\d{2}$'),
          add column preorder_limit int check (preorder_limit >= 0),
          add column preordered int not null default 0 check (preordered >= 0),
          add column ships_from_due timestamptz,
          add check (ships_from is not null or (preorder_limit is null and ships_from_due is null))`.execute(
        db,
      );
      await sql`
        create index inventory_item_ships_from on inventory_item (ships_from)
        where ships_from is not null`.execute(db);
      await sql`
        create index inventory_item_ships_from_due on inventory_item (ships_from_due)
        where ships_from_due is not null`.execute(db);
      await sql`
        alter table inventory_reservation
          add column preordered int not null default 0,
          add check (preordered between 0 and quantity + backordered)`.execute(db);
    },
  },
  {
    id: 'inventory-007-bundles',
    async up(db) {
      await sql`
        create table inventory_component (
          bundle_id text not null references inventory_item (variant_id),
          variant_id text not null references inventory_item (variant_id),
          quantity int not null check (quantity between 1 and 99),
          place int not null,
          primary key (bundle_id, variant_id),
          check (bundle_id <> variant_id)
        )`.execute(db);
      await sql`create index inventory_component_variant on inventory_component (variant_id)`.execute(db);
      await sql`
        create function inventory_refuse_recomposing() returns trigger language plpgsql as $$
        begin
          raise exception 'What a bundle is made of never changes: make another variant.';
        end $$`.execute(db);
      await sql`
        create trigger inventory_component_append_only before update or delete on inventory_component
        for each row execute function inventory_refuse_recomposing()`.execute(db);
      // All components of a bundle come in one statement; later ones are refused.
      await sql`
        create function inventory_refuse_late_components() returns trigger language plpgsql as $$
        begin
          if exists (
            select from inventory_component known join come on come.bundle_id = known.bundle_id
            where not exists (
              select from come where come.bundle_id = known.bundle_id and come.variant_id = known.variant_id))
          then
            raise exception 'What a bundle is made of never changes: make another variant.';
          end if;
          return null;
        end $$`.execute(db);
      await sql`
        create trigger inventory_component_at_once after insert on inventory_component
        referencing new table as come
        for each statement execute function inventory_refuse_late_components()`.execute(db);
      await sql`
        alter table inventory_reservation
          add column sold_as text references inventory_item (variant_id),
          add column per_piece int not null default 1 check (per_piece >= 1),
          add column part_count int not null default 1 check (part_count >= 1),
          add check ((quantity + backordered) % per_piece = 0)`.execute(db);
      await sql`update inventory_reservation set sold_as = variant_id`.execute(db);
      await sql`
        alter table inventory_reservation
          alter column sold_as set not null,
          drop constraint inventory_reservation_owner_variant_id_location_id_key,
          add unique (owner, sold_as, variant_id, location_id)`.execute(db);
    },
  },
  {
    id: 'inventory-008-refused-bookings',
    async up(db) {
      await sql`
        create function inventory_refuse_booking(variant text, place text) returns text language plpgsql as $$
        begin
          raise exception 'Stock of variant "%" at "%" cannot be booked as reserved. Run the doctor: level and reservations differ.',
            variant, place;
        end $$`.execute(db);
    },
  },
];
