import type { Migration } from '@vitrine/database';
import { sql } from 'kysely';

export const webhooksMigrations: readonly Migration[] = [
  {
    id: 'webhooks-001-endpoints-and-deliveries',
    async up(db) {
      await sql`
        create table webhooks_endpoint (
          id uuid primary key,
          url text not null,
          description text not null,
          kinds text[],
          state text not null check (state in ('active', 'disabled')),
          reason text,
          rotated_at timestamptz[] not null,
          failing_since timestamptz,
          busy_until timestamptz,
          created_by text not null,
          created_at timestamptz not null
        )`.execute(db);
      await sql`
        create table webhooks_delivery (
          seq bigint generated always as identity primary key,
          id uuid not null unique default gen_random_uuid(),
          endpoint_id uuid not null references webhooks_endpoint on delete cascade,
          event_id uuid not null,
          kind text not null,
          payload jsonb not null,
          event_at timestamptz not null,
          state text not null check (state in ('due', 'done', 'dead')),
          tries int not null,
          due_at timestamptz not null,
          last_status int,
          last_answer text,
          last_tried_at timestamptz,
          created_at timestamptz not null,
          unique (endpoint_id, event_id)
        )`.execute(db);
      await sql`create index webhooks_delivery_due on webhooks_delivery (endpoint_id, seq)
        where state = 'due'`.execute(db);
      await sql`create index webhooks_delivery_of on webhooks_delivery (endpoint_id, seq)`.execute(db);
      await sql`create index webhooks_delivery_made on webhooks_delivery (created_at)`.execute(db);
      await sql`
        create table webhooks_position (
          one boolean primary key default true check (one),
          xid xid8 not null
        )`.execute(db);
      await sql`insert into webhooks_position (xid)
        values (pg_snapshot_xmin(pg_current_snapshot()))`.execute(db);
    },
  },
  {
    id: 'webhooks-002-dead',
    async up(db) {
      await sql`
        create index webhooks_delivery_dead on webhooks_delivery (created_at) where state = 'dead'`.execute(
        db,
      );
    },
  },
];
