import type { Migration } from '@vitrine/database';
import { sql } from 'kysely';

export const ordersMigrations: readonly Migration[] = [
  {
    id: 'orders-001-orders',
    async up(db) {
      await sql`create sequence orders_number start 100001`.execute(db);
      await sql`
        create table orders_order (
          id uuid primary key,
          number text not null unique,
          checkout_id uuid unique,
          channel text not null,
          locale text not null,
          currency text not null,
          customer_group text not null,
          email text not null,
          name text not null,
          phone text,
          billing jsonb,
          note text,
          state text not null check (state in ('placed', 'cancelled')),
          prices text not null check (prices in ('inclusive', 'exclusive')),
          pieces int not null check (pieces > 0),
          goods bigint not null check (goods >= 0),
          delivery bigint not null check (delivery >= 0),
          discount bigint not null check (discount >= 0),
          net bigint not null,
          tax bigint not null check (tax >= 0),
          total bigint not null check (total >= 0),
          paid bigint not null default 0 check (paid between 0 and total),
          refunded bigint not null default 0 check (refunded between 0 and paid),
          fulfilment text not null default 'open' check (fulfilment in ('open', 'partly', 'done')),
          taxes jsonb not null,
          discounts jsonb not null,
          terms_at timestamptz,
          placed_at timestamptz not null,
          updated_at timestamptz not null,
          check (net + tax = total)
        )`.execute(db);
      await sql`create index orders_order_placed on orders_order (placed_at desc, id desc)`.execute(db);
      await sql`create index orders_order_email on orders_order (email, placed_at desc)`.execute(db);
      await sql`
        create index orders_order_open on orders_order (placed_at desc, id desc)
        where state = 'placed' and fulfilment <> 'done'`.execute(db);
      await sql`
        create table orders_delivery (
          id uuid primary key,
          order_id uuid not null references orders_order (id),
          kind text not null check (kind in ('ship', 'pickup', 'electronic')),
          method_id text not null,
          name text not null,
          address jsonb,
          store_id text,
          slot timestamptz,
          subtotal bigint not null check (subtotal >= 0),
          discount bigint not null check (discount between 0 and subtotal),
          total bigint not null,
          net bigint not null,
          tax bigint not null,
          gross bigint not null,
          taxes jsonb not null,
          check (total = subtotal - discount),
          check (net + tax = gross)
        )`.execute(db);
      await sql`create index orders_delivery_order on orders_delivery (order_id)`.execute(db);
      await sql`
        create table orders_line (
          id uuid primary key,
          order_id uuid not null references orders_order (id),
          place int not null,
          delivery_id uuid not null references orders_delivery (id),
          variant_id text not null,
          product_id text not null,
          product_slug text not null,
          sku text not null,
          name text not null,
          options text not null,
          media jsonb,
          quantity int not null check (quantity > 0),
          unit_price bigint not null check (unit_price >= 0),
          unit_regular bigint not null,
          subtotal bigint not null,
          discount bigint not null check (discount between 0 and subtotal),
          total bigint not null,
          net bigint not null,
          tax bigint not null,
          gross bigint not null,
          units jsonb not null,
          parts jsonb not null,
          taxes jsonb not null,
          fulfilled int not null default 0,
          cancelled int not null default 0,
          returned int not null default 0,
          check (subtotal = quantity * unit_price),
          check (total = subtotal - discount),
          check (net + tax = gross),
          check (fulfilled >= 0 and cancelled >= 0 and fulfilled + cancelled <= quantity),
          check (returned between 0 and fulfilled)
        )`.execute(db);
      await sql`create index orders_line_order on orders_line (order_id)`.execute(db);
      await sql`create index orders_line_product on orders_line (product_id)`.execute(db);
      await sql`
        create table orders_event (
          id uuid primary key,
          order_id uuid not null references orders_order (id),
          at timestamptz not null,
          kind text not null,
          actor text not null,
          detail jsonb not null
        )`.execute(db);
      await sql`create index orders_event_order on orders_event (order_id, at)`.execute(db);
    },
  },
  {
    id: 'orders-002-given-back',
    async up(db) {
      await sql`
        alter table orders_order
          add column adjusted bigint not null default 0 check (adjusted between 0 and total)`.execute(db);
      await sql`
        alter table orders_delivery
          add column given_back bigint not null default 0 check (given_back between 0 and gross)`.execute(db);
      await sql`
        alter table orders_line add check (returned + cancelled <= quantity)`.execute(db);
    },
  },
  {
    id: 'orders-003-customer',
    async up(db) {
      await sql`alter table orders_order add column customer_id uuid`.execute(db);
      await sql`
        create index orders_order_customer on orders_order (customer_id, placed_at desc, id desc)
        where customer_id is not null`.execute(db);
    },
  },
  {
    id: 'orders-004-erased-customers',
    async up(db) {
      await sql`alter table orders_order add column erase_rest boolean not null default false`.execute(db);
      await sql`create index orders_order_erase_rest on orders_order (placed_at) where erase_rest`.execute(
        db,
      );
    },
  },
  {
    id: 'orders-005-finding',
    async up(db) {
      await sql`create extension if not exists pg_trgm`.execute(db);
      await sql`
        create index orders_order_findable on orders_order
        using gin (lower(number || ' ' || email || ' ' || name) gin_trgm_ops)`.execute(db);
      await sql`
        create index orders_order_due on orders_order (placed_at desc, id desc)
        where state = 'placed' and paid - refunded < total - adjusted`.execute(db);
      await sql`
        create index orders_order_refunded on orders_order (placed_at desc, id desc)
        where refunded > 0`.execute(db);
      await sql`
        create index orders_order_cancelled on orders_order (placed_at desc, id desc)
        where state = 'cancelled'`.execute(db);
      await sql`
        create index orders_delivery_store on orders_delivery (store_id, order_id)
        where store_id is not null`.execute(db);
    },
  },
  {
    id: 'orders-006-corrected-emails',
    async up(db) {
      await sql`
        alter table orders_order
          add column link_version int not null default 0,
          add column by_address boolean not null default false`.execute(db);
    },
  },
  {
    id: 'orders-007-allowances',
    async up(db) {
      await sql`alter table orders_line add column allowance bigint not null default 0 check (allowance >= 0)`.execute(
        db,
      );
    },
  },
  {
    id: 'orders-008-preordered-lines',
    async up(db) {
      await sql`alter table orders_line add column ships_from text`.execute(db);
    },
  },
  {
    id: 'orders-009-gift-messages',
    async up(db) {
      await sql`alter table orders_order add column gift_message text`.execute(db);
    },
  },
  {
    id: 'orders-010-bundles',
    async up(db) {
      await sql`alter table orders_line add column components jsonb`.execute(db);
    },
  },
  {
    id: 'orders-011-gifts',
    async up(db) {
      await sql`alter table orders_line add column gift_of text`.execute(db);
    },
  },
  {
    id: 'orders-012-tax-reliefs',
    async up(db) {
      await sql`
        alter table orders_order add column vat_id text,
          add column waived bigint not null default 0 check (waived >= 0),
          add column reliefs jsonb not null default '[]'`.execute(db);
      await sql`alter table orders_line add column waived bigint not null default 0 check (waived >= 0)`.execute(
        db,
      );
      await sql`
        alter table orders_delivery add column waived bigint not null default 0 check (waived >= 0)`.execute(
        db,
      );
    },
  },
  {
    id: 'orders-013-by-hand',
    async up(db) {
      await sql`alter table orders_line add column by_hand jsonb`.execute(db);
      await sql`alter table orders_order add column taken_by text`.execute(db);
    },
  },
  {
    id: 'orders-014-finding-more',
    async up(db) {
      // Serves what the index before did, and the beginnings of addresses as well.
      await sql`drop index orders_order_email`.execute(db);
      await sql`create index orders_order_email on orders_order (email text_pattern_ops, placed_at desc)`.execute(
        db,
      );
      await sql`
        create index orders_order_partly on orders_order (placed_at desc, id desc)
        where state = 'placed' and fulfilment = 'partly'`.execute(db);
      await sql`
        create index orders_order_channel on orders_order (channel, placed_at desc, id desc)`.execute(db);
    },
  },
  {
    id: 'orders-015-gift-cards',
    async up(db) {
      await sql`alter table orders_line add column gift_card jsonb`.execute(db);
      // What was known to be a card stays one, and what waits to be seen as one is seen for the last time.
      await sql`
        update orders_line set gift_card = '{}'
        where id in (select line_id from giftcards_line)
          or product_id in (select product_id from giftcards_product where active)`.execute(db);
      await sql`drop table giftcards_line`.execute(db);
    },
  },
  {
    id: 'orders-016-recipients',
    async up(db) {
      await sql`
        create index orders_line_recipient on orders_line (lower(gift_card->'recipient'->>'email'))
        where gift_card ? 'recipient'`.execute(db);
    },
  },
];
