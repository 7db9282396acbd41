import type { Database, Queryable } from '@vitrine/database';
import { remember } from '../remember.ts';
import type { CatalogTables } from './catalog.tables.ts';
import { withAncestors } from './catalog-events.ts';

/** Which category is above which. */
export interface CategoryParents {
  /** The categories and all above them. No statement while nothing changes. */
  withAncestors(on: Queryable, ids: readonly string[]): Promise<readonly string[]>;
}

export function createCategoryParents(database: Database): CategoryParents {
  const categories = remember(database, ['category.changed'], (on) =>
    on
      .tables<CatalogTables>()
      .selectFrom('catalog_category')
      .select(['id', 'parent_id as parentId'])
      .execute(),
  );
  return {
    withAncestors: async (on, ids) => (ids.length === 0 ? [] : withAncestors(ids, await categories.read(on))),
  };
}
