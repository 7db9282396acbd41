import type { Migration } from '@vitrine/database';

export const presetMigration: Migration = {
  id: '0005-presets',
  up: (_, execute) =>
    execute(`
      create table content_presets (
        id text primary key,
        name text not null,
        nodes jsonb not null,
        at timestamptz not null default now(),
        by text not null
      );
    `),
};
