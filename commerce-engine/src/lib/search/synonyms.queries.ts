import type { Database } from '@vitrine/database';
import type { SearchTables } from './search.tables.ts';
import type { SynonymView } from './search.views.ts';

/** All of them, by language and word. */
export function readSynonyms(database: Database): Promise<readonly SynonymView[]> {
  return database
    .tables<SearchTables>()
    .selectFrom('search_synonym')
    .select(['locale', 'word', 'also'])
    .orderBy('locale')
    .orderBy('word')
    .execute();
}
