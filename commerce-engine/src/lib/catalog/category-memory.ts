import type { Database, Queryable } from '@vitrine/database';
import { sql } from 'kysely';
import { remember } from '../remember.ts';
import { type CategoryRow, readCategoryRows } from './catalog-rows.ts';

/** All categories in every locale, in menu order. */
export interface CategoryBook {
  readonly byId: ReadonlyMap<string, CategoryRow>;
  /** Those right below one; below null, the roots of every hierarchy. */
  below(id: string | null): readonly CategoryRow[];
  /** Those that have the slug, whatever the locale. */
  withSlug(slug: string): readonly CategoryRow[];
}

/** A shop has few categories and shows some on every page: all are read once. No statement while none changes. */
export function createCategoryMemory(database: Database): (on: Queryable) => Promise<CategoryBook> {
  const book = remember(database, ['category.changed'], async (on) =>
    bookOf(await readCategoryRows(on, sql<boolean>`true`)),
  );
  return (on) => book.read(on);
}

function bookOf(rows: readonly CategoryRow[]): CategoryBook {
  const byParent = Map.groupBy(rows, (row) => row.parent_id);
  const bySlug = Map.groupBy(
    rows.flatMap((row) => [...new Set(Object.values(row.slugs))].map((slug) => ({ slug, row }))),
    ({ slug }) => slug,
  );
  return {
    byId: new Map(rows.map((row) => [row.id, row])),
    below: (id) => byParent.get(id) ?? [],
    withSlug: (slug) => (bySlug.get(slug) ?? []).map(({ row }) => row),
  };
}
