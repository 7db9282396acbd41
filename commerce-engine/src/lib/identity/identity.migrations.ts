import type { Migration } from '@vitrine/database';
import { sql } from 'kysely';

export const identityMigrations: readonly Migration[] = [
  {
    id: 'identity-001-staff',
    async up(db) {
      await sql`
        create table identity_staff (
          id uuid primary key,
          email text not null unique check (email = lower(email)),
          name text not null,
          password_hash text not null,
          roles text[] not null,
          active boolean not null,
          created_at timestamptz not null
        )`.execute(db);
      await sql`
        create table identity_session (
          token_hash text primary key,
          staff_id uuid not null references identity_staff (id) on delete cascade,
          created_at timestamptz not null,
          expires_at timestamptz not null,
          signed_in_from text not null
        )`.execute(db);
      await sql`create index identity_session_staff on identity_session (staff_id)`.execute(db);
      await sql`create index identity_session_expires on identity_session (expires_at)`.execute(db);
      await sql`
        create table identity_try (
          key text primary key,
          failures integer not null,
          window_ends timestamptz not null
        )`.execute(db);
      await sql`
        create table identity_api_token (
          id uuid primary key,
          token_hash text not null unique,
          name text not null,
          capabilities text[] not null,
          created_by text not null,
          created_at timestamptz not null,
          expires_at timestamptz,
          revoked_at timestamptz
        )`.execute(db);
      await sql`
        create table identity_audit (
          id uuid primary key,
          at timestamptz not null,
          actor text not null,
          actor_name text not null,
          action text not null,
          subject text not null,
          detail jsonb not null
        )`.execute(db);
      await sql`create index identity_audit_at on identity_audit (at desc)`.execute(db);
      await sql`create index identity_audit_subject on identity_audit (subject, at desc)`.execute(db);
    },
  },
  {
    id: 'identity-002-invitations',
    async up(db) {
      await sql`alter table identity_staff alter column password_hash drop not null`.execute(db);
      await sql`
        create table identity_invitation (
          id uuid primary key,
          staff_id uuid not null references identity_staff (id) on delete cascade,
          token_hash text not null unique,
          made_at timestamptz not null,
          expires_at timestamptz not null,
          used_at timestamptz
        )`.execute(db);
      await sql`create index identity_invitation_staff on identity_invitation (staff_id)`.execute(db);
      await sql`drop index identity_audit_at`.execute(db);
      await sql`create index identity_audit_at on identity_audit (at desc, id desc)`.execute(db);
      await sql`create index identity_audit_actor on identity_audit (actor, at desc, id desc)`.execute(db);
    },
  },
];
