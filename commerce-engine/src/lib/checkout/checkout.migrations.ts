import type { Migration } from '@vitrine/database';
import { sql } from 'kysely';

export const checkoutMigrations: readonly Migration[] = [
  {
    id: 'checkout-001-checkouts',
    async up(db) {
      await sql`
        create table checkout_checkout (
          id uuid primary key,
          cart_id uuid not null,
          channel text not null,
          state text not null check (state in ('open', 'paying', 'placed')),
          email text,
          name text,
          phone text,
          address jsonb,
          billing jsonb,
          delivery jsonb,
          note text,
          terms_at timestamptz,
          draft jsonb,
          paid_lines jsonb not null default '[]',
          payment_ids uuid[] not null default '{}',
          expires_at timestamptz,
          declined text,
          order_id uuid,
          made_at timestamptz not null,
          updated_at timestamptz not null,
          check ((state = 'placed') = (order_id is not null))
        )`.execute(db);
      // A cart is paid for once at a time.
      await sql`
        create unique index checkout_checkout_cart on checkout_checkout (cart_id) where state <> 'placed'`.execute(
        db,
      );
      await sql`
        create index checkout_checkout_paying on checkout_checkout (expires_at) where state = 'paying'`.execute(
        db,
      );
    },
  },
  {
    id: 'checkout-002-emptied',
    async up(db) {
      await sql`alter table checkout_checkout add column emptied_at timestamptz`.execute(db);
    },
  },
  {
    id: 'checkout-003-tenders',
    async up(db) {
      await sql`alter table checkout_checkout add column tenders jsonb not null default '{}'`.execute(db);
    },
  },
  {
    id: 'checkout-004-whose',
    async up(db) {
      await sql`
        create index checkout_checkout_order on checkout_checkout (order_id) where order_id is not null`.execute(
        db,
      );
      await sql`create index checkout_checkout_email on checkout_checkout (email) where state = 'open'`.execute(
        db,
      );
    },
  },
  {
    id: 'checkout-005-deliveries-apart',
    async up(db) {
      await sql`
        alter table checkout_checkout
          add column apart jsonb not null default '{}',
          add column other_deliveries jsonb not null default '[]'`.execute(db);
    },
  },
  {
    id: 'checkout-006-gift-messages',
    async up(db) {
      await sql`alter table checkout_checkout add column gift_message text`.execute(db);
    },
  },
  {
    id: 'checkout-007-unfinished',
    async up(db) {
      await sql`alter table checkout_checkout add column unfinished jsonb not null default '{}'`.execute(db);
    },
  },
  {
    id: 'checkout-008-vat-numbers',
    async up(db) {
      await sql`
        alter table checkout_checkout add column vat_id text, add column vat_proven_by text`.execute(db);
    },
  },
  {
    id: 'checkout-009-address-in-lower-case',
    async up(db) {
      await sql`drop index checkout_checkout_email`.execute(db);
      await sql`
        create index checkout_checkout_email on checkout_checkout (lower(email)) where state <> 'placed'`.execute(
        db,
      );
    },
  },
];
