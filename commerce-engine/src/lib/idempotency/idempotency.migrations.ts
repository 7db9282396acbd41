import type { Migration } from '@vitrine/database';
import { sql } from 'kysely';

export const idempotencyMigrations: readonly Migration[] = [
  {
    id: 'idempotency-001-answers',
    async up(db) {
      await sql`
        create table idempotency_answer (
          command text not null,
          asked_by text not null,
          key text not null,
          body_hash text not null,
          answer json,
          at timestamptz not null default now(),
          primary key (command, asked_by, key)
        )`.execute(db);
      await sql`create index idempotency_answer_at on idempotency_answer (at)`.execute(db);
    },
  },
  {
    id: 'idempotency-002-answers-of-customers',
    async up(db) {
      await sql`
        create index idempotency_answer_customer on idempotency_answer (asked_by)
        where asked_by like 'customer:%'`.execute(db);
    },
  },
  {
    id: 'idempotency-003-what-was-begun',
    async up(db) {
      await sql`alter table idempotency_answer add column begun json`.execute(db);
    },
  },
];
