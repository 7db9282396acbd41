import type { Migration } from '@vitrine/database';
import { sql } from 'kysely';

export const customersMigrations: readonly Migration[] = [
  {
    id: 'customers-001-customers',
    async up(db) {
      await sql`create sequence customers_number start 10001`.execute(db);
      await sql`
        create table customers_customer (
          id uuid primary key,
          number text not null unique,
          email text unique check (email = lower(email)),
          email_confirmed_at timestamptz,
          name text not null,
          phone text,
          locale text not null,
          groups text[] not null default '{}',
          state text not null default 'active' check (state in ('active', 'merged', 'erased')),
          merged_into uuid references customers_customer (id),
          shipping_address_id uuid,
          billing_address_id uuid,
          created_at timestamptz not null,
          updated_at timestamptz not null,
          check (state = 'active' or email is null)
        )`.execute(db);
      await sql`
        create index customers_customer_created on customers_customer (created_at desc, id desc)
        where state = 'active'`.execute(db);
      await sql`
        create index customers_customer_email on customers_customer (email text_pattern_ops)`.execute(db);
      await sql`
        create index customers_customer_name on customers_customer using gin (lower(name) gin_trgm_ops)`.execute(
        db,
      );
      await sql`
        create table customers_address (
          id uuid primary key,
          customer_id uuid not null references customers_customer (id),
          address jsonb not null,
          made_at timestamptz not null
        )`.execute(db);
      await sql`create index customers_address_customer on customers_address (customer_id, made_at)`.execute(
        db,
      );
      await sql`
        create table customers_consent (
          id uuid primary key,
          customer_id uuid not null references customers_customer (id),
          purpose text not null,
          granted boolean not null,
          at timestamptz not null,
          source text not null,
          text_version text not null
        )`.execute(db);
      await sql`create index customers_consent_customer on customers_consent (customer_id, at, id)`.execute(
        db,
      );
      await sql`
        create table customers_note (
          id uuid primary key,
          customer_id uuid not null references customers_customer (id),
          at timestamptz not null,
          author text not null,
          author_name text not null,
          body text not null
        )`.execute(db);
      await sql`create index customers_note_customer on customers_note (customer_id, at desc)`.execute(db);
      await sql`
        create table customers_wish (
          customer_id uuid not null references customers_customer (id),
          kind text not null check (kind in ('product', 'variant')),
          thing_id text not null,
          at timestamptz not null,
          primary key (customer_id, kind, thing_id)
        )`.execute(db);
    },
  },
  {
    id: 'customers-002-finding',
    async up(db) {
      await sql`create extension if not exists pg_trgm`.execute(db);
      await sql`
        create index customers_customer_findable on customers_customer
        using gin (lower(number || ' ' || coalesce(email, '') || ' ' || name) gin_trgm_ops)`.execute(db);
    },
  },
  {
    id: 'customers-003-tax-papers',
    async up(db) {
      await sql`
        create table customers_tax_number (
          customer_id uuid not null references customers_customer (id),
          vat_id text not null,
          made_at timestamptz not null,
          verified_at timestamptz,
          verified_by text,
          primary key (customer_id, vat_id),
          check ((verified_at is null) = (verified_by is null))
        )`.execute(db);
      await sql`
        create table customers_certificate (
          id uuid primary key,
          customer_id uuid not null references customers_customer (id),
          number text not null,
          jurisdictions text[],
          classes text[],
          valid_from timestamptz,
          valid_to timestamptz,
          made_at timestamptz not null,
          made_by text not null,
          check (valid_from < valid_to)
        )`.execute(db);
      await sql`create index customers_certificate_customer on customers_certificate (customer_id)`.execute(
        db,
      );
    },
  },
];
