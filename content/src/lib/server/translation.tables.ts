import type { Migration } from '@vitrine/database';

export const translationMigration: Migration = {
  id: '0010-translations',
  up: (_, execute) =>
    execute(`
      create table content_translations (
        document_id text primary key,
        translations jsonb not null
      );
    `),
};
