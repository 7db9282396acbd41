import type { Queryable } from '@vitrine/database';
import type { Market } from '../market.ts';
import { closestWord } from './correction.rules.ts';
import { facetViews } from './facets.ts';
import { type Found, findProducts, type WordReport } from './find-products.ts';
import { readTerms, type SearchTerms } from './read-terms.ts';
import type { SearchQuery, SearchResultView } from './search.views.ts';
import { type CleanQuery, clampPage, cleanQuery } from './search-query.rules.ts';

/** A market whose locale is one of its channel's, and what its texts fall back to. */
export interface SearchScope extends Market {
  readonly fallbackLocale: string;
  readonly now: Date;
}

export interface SearchAnswer {
  readonly result: SearchResultView;
  /** Prices of this market ended since they were indexed: index them again, then ask again. */
  readonly stale: boolean;
}

/**
 * Answers a query from the index. Two statements (one when there is neither text nor category nor filter), a third when
 * the text as typed finds nothing and something near it does.
 */
export async function searchIndex(
  on: Queryable,
  scope: SearchScope,
  asked: SearchQuery,
): Promise<SearchAnswer> {
  const query = cleanQuery(asked, scope.locale);
  const terms = await readTerms(on, scope, query);
  const found = await findProducts(on, scope, query, terms);
  if (found.total > 0 || query.words.length === 0) return answerOf(scope, query, found);
  const corrected = correctedTerms(query, terms, found.words);
  if (!corrected) return answerOf(scope, query, found);
  const again = await findProducts(on, scope, { ...query, words: corrected.typed }, corrected.terms);
  return again.total === 0
    ? answerOf(scope, query, found)
    : answerOf(scope, query, again, corrected.typed.join(' '));
}

function answerOf(scope: SearchScope, query: CleanQuery, found: Found, corrected?: string): SearchAnswer {
  const { lowest, highest, stale, total, ids } = found;
  const money = (amount: number) => ({ amount, currency: scope.currency });
  return {
    stale,
    result: {
      total,
      page: clampPage(query.page, total, query.pageSize),
      pageSize: query.pageSize,
      productIds: ids,
      facets: facetViews(found.counts, query, { locale: scope.locale, fallback: scope.fallbackLocale }),
      ...(lowest !== null && highest !== null && { priceRange: { from: money(lowest), to: money(highest) } }),
      ...(corrected !== undefined && { corrected }),
    },
  };
}

function correctedTerms(
  query: CleanQuery,
  terms: SearchTerms,
  reports: readonly WordReport[],
): { typed: string[]; terms: SearchTerms } | undefined {
  const replacements = reports.map(({ word, known, candidates }) =>
    known ? undefined : closestWord(word, candidates),
  );
  if (replacements.every((replacement) => replacement === undefined)) return undefined;
  return {
    typed: query.words.map((word, at) => replacements[at] ?? word),
    terms: {
      ...terms,
      words: terms.words.map((alternatives, at) => (replacements[at] ? [replacements[at]] : alternatives)),
    },
  };
}
