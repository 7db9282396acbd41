import type { Database, Queryable } from '@vitrine/database';
import type { CatalogTables } from './catalog.tables.ts';
import { withAncestors } from './catalog-events.ts';

/** Which category is above which, remembered until one changes. */
export interface CategoryParents {
  /** The categories and all above them. No statement while nothing changes. */
  withAncestors(on: Queryable, ids: readonly string[]): Promise<readonly string[]>;
}

export function createCategoryParents(database: Database): CategoryParents {
  let known: readonly { readonly id: string; readonly parentId: string | null }[] | undefined;
  let changes = 0;
  database.subscribe((events) => {
    if (!events.some(({ kind }) => kind === 'category.changed')) return;
    known = undefined;
    changes += 1;
  });
  return {
    async withAncestors(on, ids) {
      if (ids.length === 0) return [];
      const before = changes;
      const categories =
        known ??
        (await on
          .tables<CatalogTables>()
          .selectFrom('catalog_category')
          .select(['id', 'parent_id as parentId'])
          .execute());
      // What was read before a change came must not be remembered after it.
      if (before === changes) known = categories;
      return withAncestors(ids, categories);
    },
  };
}
