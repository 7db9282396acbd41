import type { Migration } from '@vitrine/database';

export const themeMigration: Migration = {
  id: '0004-theme-tokens',
  up: (_, execute) =>
    execute(`
      create table theme_tokens (
        id text primary key,
        draft jsonb not null,
        published jsonb not null,
        version int not null,
        updated_at timestamptz not null default now(),
        updated_by text not null,
        published_at timestamptz,
        published_by text
      );
    `),
};
