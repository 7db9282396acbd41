import type { Database } from '@vitrine/database';
import type { SearchTerms } from './read-terms.ts';
import type { SearchResultView } from './search.views.ts';

/** What a query finds, whatever page of it is looked at and in which order. */
export interface Survey {
  readonly terms: SearchTerms;
  readonly total: number;
  /** Absent when they were not asked for. */
  readonly facets?: SearchResultView['facets'];
  readonly priceRange?: SearchResultView['priceRange'];
  readonly corrected?: string;
  /** When it ends by the clock; null = it does not. */
  readonly until: Date | null;
}

/** What was found before, until the index changes: counting is most of the work of a search. */
export interface SearchMemory {
  recall(key: string, wanted: { readonly facets: boolean; readonly at: Date }): Survey | undefined;
  /** Call it before the index is read; what it gives keeps what was read, unless the index has changed meanwhile. */
  beginReading(): (key: string, survey: Survey) => void;
  /** Forgets everything for good: from now on nobody tells of changes. */
  stop(): void;
}

/** Of a large shop, all that is asked often; some kilobytes each. */
const MOST_KEPT = 1000;

/** `list.changed` is told by synonyms too. */
const CHANGES: ReadonlySet<string> = new Set(['search.indexed', 'list.changed']);

export function createSearchMemory(database: Database): SearchMemory {
  const known = new Map<string, Survey>();
  let changes = 0;
  let stopped = false;
  const end = database.subscribe((events) => {
    if (events.some(({ kind }) => CHANGES.has(kind))) forget();
  });

  function forget(): void {
    known.clear();
    changes += 1;
  }

  return {
    recall(key, { facets, at }) {
      const survey = known.get(key);
      if (!survey || (facets && !survey.facets) || (survey.until && survey.until <= at)) return undefined;
      // Asked last, forgotten last.
      known.delete(key);
      known.set(key, survey);
      return survey;
    },
    beginReading() {
      const before = changes;
      return (key, survey) => {
        if (stopped || before !== changes) return;
        known.set(key, survey);
        const [oldest] = known.keys();
        if (known.size > MOST_KEPT) known.delete(oldest!);
      };
    },
    stop() {
      end();
      stopped = true;
      forget();
    },
  };
}
