import { describeOnEachEngine } from '@vitrine/database/testing';
import { describe, expect, test } from 'vitest';
import { testPageStore } from '../page-store.contract.ts';
import { makePage } from '../testing/builders.ts';
import { contentMigrations } from './content.tables.ts';
import { createMemoryPageStore } from './memory-page-store.ts';
import type { PagePublished } from './publish.ts';
import { createSqlPageStore } from './sql-page-store.ts';

describe('a page store in memory', () => {
  testPageStore(async () => {
    const told: PagePublished[] = [];
    return { store: createMemoryPageStore({ onPublished: (each) => void told.push(each) }), told };
  });
});

describeOnEachEngine('a page store in a database', { migrations: [contentMigrations] }, (open) => {
  testPageStore(async () => {
    await open().execute(
      'truncate content_documents, content_versions, content_urls, content_template_overrides',
    );
    const told: PagePublished[] = [];
    return { store: createSqlPageStore(open(), { onPublished: (each) => void told.push(each) }), told };
  });

  test('[PAGE-7] publishing is an event of the database', async () => {
    const seen: unknown[] = [];
    const end = open().subscribe(
      (events) => void seen.push(...events.map(({ kind, payload }) => [kind, payload])),
    );
    await createSqlPageStore(open()).publish({ by: 'me', documents: [makePage({ id: 'news' })] });
    expect(seen).toEqual([['page.published', { documentIds: ['news'], urls: [], composes: [] }]]);
    end();
  });
});
