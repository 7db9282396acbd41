import type { Queryable } from '@vitrine/database';
import type { Market } from '../market.ts';
import type { ProductPriceView } from '../pricing/pricing.views.ts';
import type { HitRow } from './candidates.ts';
import { closestWord } from './correction.rules.ts';
import { facetViews } from './facets.ts';
import { type Found, findPage, findProducts } from './find-products.ts';
import { readTerms, type SearchTerms } from './read-terms.ts';
import type { SearchQuery, SearchResultView } from './search.views.ts';
import type { SearchMemory, Survey } from './search-memory.ts';
import { type CleanQuery, clampPage, cleanQuery } from './search-query.rules.ts';
import { wordsOf } from './text-folding.rules.ts';
import type { WordReport } from './word-reports.ts';

/** A market whose locale is one of its channel's, and what its texts fall back to. */
export interface SearchScope extends Market {
  readonly fallbackLocale: string;
  readonly now: Date;
}

export interface SearchAnswer {
  readonly result: SearchResultView;
  /** Of the products of the result, in their order. */
  readonly prices: readonly (ProductPriceView | undefined)[];
  /** Prices of this market ended since they were indexed: index them again, then ask again. */
  readonly stale: boolean;
}

/**
 * Answers a query from the index. One statement when the memory knows what is found; otherwise two (one when there is neither
 * text nor category nor filter), and one more when the text as typed finds nothing and something near it does.
 */
export async function searchIndex(
  on: Queryable,
  scope: SearchScope,
  asked: SearchQuery,
  memory?: SearchMemory,
): Promise<SearchAnswer> {
  const query = cleanQuery(asked, scope.locale);
  const key = keyOf(scope, query);
  const known = memory?.recall(key, { facets: query.facets, at: scope.now });
  if (known) {
    const hits = await findPage(on, scope, query, known);
    return { stale: false, ...answerOf(scope, query, known, hits) };
  }
  const keep = memory?.beginReading();
  const { survey, found } = await readIndex(on, scope, query);
  const stale = found.unpriced || (found.until !== null && found.until <= scope.now);
  if (!stale) keep?.(key, survey);
  return { stale, ...answerOf(scope, query, survey, found.hits) };
}

/** What is found depends on: not the page, not the order, and facets are there or not. */
function keyOf(scope: SearchScope, query: CleanQuery): string {
  const { channel, locale, fallbackLocale, currency, customerGroup } = scope;
  const { words, categoryId, filters, priceFrom, priceTo } = query;
  const market = [channel, locale, fallbackLocale, currency, customerGroup];
  return JSON.stringify([market, words, categoryId, filters, priceFrom, priceTo]);
}

async function readIndex(
  on: Queryable,
  scope: SearchScope,
  query: CleanQuery,
): Promise<{ readonly survey: Survey; readonly found: Found }> {
  const terms = await readTerms(on, scope, query);
  const found = await findProducts(on, scope, query, terms);
  const asTyped = { survey: surveyOf(scope, query, terms, found), found };
  const corrected =
    found.total > 0
      ? undefined
      : correctedTerms(query, terms, { reports: found.words ?? [], locale: scope.locale });
  if (!corrected) return asTyped;
  const nearest = { ...query, words: corrected.typed };
  const again = await findProducts(on, scope, nearest, corrected.terms);
  if (again.total === 0) return asTyped;
  const survey = surveyOf(scope, nearest, corrected.terms, again);
  return { survey: { ...survey, corrected: corrected.typed.join(' ') }, found: again };
}

function surveyOf(scope: SearchScope, query: CleanQuery, terms: SearchTerms, found: Found): Survey {
  const { total, until, counts } = found;
  const [lowest = null, highest = null] = found.prices ?? [];
  const money = (amount: number) => ({ amount, currency: scope.currency });
  return {
    terms,
    total,
    until,
    ...(counts && {
      facets: facetViews(counts, query, { locale: scope.locale, fallback: scope.fallbackLocale }),
    }),
    ...(lowest !== null && highest !== null && { priceRange: { from: money(lowest), to: money(highest) } }),
  };
}

function answerOf(
  scope: SearchScope,
  query: CleanQuery,
  survey: Survey,
  hits: readonly HitRow[],
): Omit<SearchAnswer, 'stale'> {
  const productIds = hits.map(({ product_id }) => product_id);
  return {
    result: resultOf(query, survey, productIds),
    prices: hits.map((hit) => priceOf(hit, scope.currency)),
  };
}

function priceOf(hit: HitRow, currency: string): ProductPriceView | undefined {
  const { from_amount, to_amount, regular_from_amount, on_sale, valid_until } = hit;
  if (from_amount === null || to_amount === null || regular_from_amount === null) return undefined;
  return {
    productId: hit.product_id,
    from: { amount: from_amount, currency },
    to: { amount: to_amount, currency },
    regularFrom: { amount: regular_from_amount, currency },
    onSale: on_sale === true,
    ...(valid_until !== null && { validUntil: new Date(valid_until).toISOString() }),
  };
}

function resultOf(query: CleanQuery, survey: Survey, productIds: readonly string[]): SearchResultView {
  const { total, priceRange, corrected } = survey;
  return {
    total,
    page: clampPage(query.page, total, query.pageSize),
    pageSize: query.pageSize,
    productIds,
    facets: (query.facets && survey.facets) || [],
    ...(query.facets && priceRange && { priceRange }),
    ...(corrected !== undefined && { corrected }),
  };
}

function correctedTerms(
  query: CleanQuery,
  terms: SearchTerms,
  { reports, locale }: { readonly reports: readonly WordReport[]; readonly locale: string },
): { typed: string[]; terms: SearchTerms } | undefined {
  const replacements = reports.map(({ word, known, candidates }) =>
    known ? undefined : closestWord(word, candidates),
  );
  const alsoOf = (word: string, at: number) =>
    reports[at]?.candidates.find((candidate) => candidate.word === word)?.also ?? [];
  if (replacements.every((replacement) => replacement === undefined)) return undefined;
  return {
    typed: query.words.map((word, at) => replacements[at] ?? word),
    terms: {
      ...terms,
      words: terms.words.map((alternatives, at) => {
        const word = replacements[at];
        return word
          ? [word, ...alsoOf(word, at).map((also) => wordsOf(also, locale).join(' '))]
          : alternatives;
      }),
    },
  };
}
