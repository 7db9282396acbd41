import type { Migration } from '@vitrine/database';
import { sql } from 'kysely';

export const recommendationsMigrations: readonly Migration[] = [
  {
    id: 'recommendations-001-lists',
    async up(db) {
      await sql`
        create table recommendations_entry (
          kind text not null,
          key text not null,
          place int not null,
          product_id text not null,
          score double precision not null,
          primary key (kind, key, place)
        )`.execute(db);
      await sql`
        create table recommendations_choice (
          kind text not null,
          key text not null,
          product_id text not null,
          choice text not null check (choice in ('pin', 'hide')),
          place int not null,
          chosen_by text not null,
          chosen_at timestamptz not null,
          primary key (kind, key, product_id)
        )`.execute(db);
      await sql`
        create table recommendations_run (
          kind text primary key,
          computed_at timestamptz not null
        )`.execute(db);
    },
  },
];
