import type { Migration } from '@vitrine/database';
import { sql } from 'kysely';

export const storesMigrations: readonly Migration[] = [
  {
    id: 'stores-001-channels-and-locations',
    async up(db) {
      await sql`
        create table stores_location (
          id text primary key,
          kind text not null check (kind in ('warehouse', 'store')),
          name text not null,
          city text not null,
          address jsonb,
          opening_hours jsonb,
          position int not null
        )`.execute(db);
      await sql`
        create table stores_channel (
          id text primary key,
          kind text not null check (kind in ('online', 'store', 'call-centre')),
          name text not null,
          locales text[] not null check (cardinality(locales) > 0),
          currencies text[] not null check (cardinality(currencies) > 0),
          country text not null,
          tax_display text not null check (tax_display in ('inclusive', 'exclusive')),
          position int not null
        )`.execute(db);
      await sql`
        create table stores_channel_location (
          channel_id text not null references stores_channel (id),
          location_id text not null references stores_location (id),
          position int not null,
          primary key (channel_id, location_id)
        )`.execute(db);
    },
  },
];
