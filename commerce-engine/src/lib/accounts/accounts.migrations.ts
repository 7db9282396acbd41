import type { Migration } from '@vitrine/database';
import { sql } from 'kysely';

export const accountsMigrations: readonly Migration[] = [
  {
    id: 'accounts-001-accounts',
    async up(db) {
      await sql`
        create table accounts_password (
          customer_id uuid primary key references customers_customer (id),
          password_hash text not null,
          changed_at timestamptz not null
        )`.execute(db);
      await sql`
        create table accounts_session (
          token_hash text primary key,
          customer_id uuid not null references customers_customer (id),
          created_at timestamptz not null,
          expires_at timestamptz not null
        )`.execute(db);
      await sql`create index accounts_session_customer on accounts_session (customer_id)`.execute(db);
      await sql`create index accounts_session_expires on accounts_session (expires_at)`.execute(db);
      await sql`
        create table accounts_link (
          id uuid primary key,
          kind text not null check (kind in ('sign-up', 'sign-in', 'reset', 'change-email')),
          token_hash text not null unique,
          email text not null,
          customer_id uuid references customers_customer (id),
          detail jsonb not null,
          locale text not null,
          made_at timestamptz not null,
          expires_at timestamptz not null,
          used_at timestamptz
        )`.execute(db);
      await sql`create index accounts_link_email on accounts_link (email)`.execute(db);
      await sql`create index accounts_link_expires on accounts_link (expires_at)`.execute(db);
      await sql`
        create table accounts_identity (
          provider text not null,
          subject text not null,
          customer_id uuid not null references customers_customer (id),
          linked_at timestamptz not null,
          primary key (provider, subject)
        )`.execute(db);
      await sql`create index accounts_identity_customer on accounts_identity (customer_id)`.execute(db);
      await sql`
        create table accounts_oidc_try (
          id uuid primary key,
          provider text not null,
          made_at timestamptz not null,
          expires_at timestamptz not null
        )`.execute(db);
    },
  },
];
