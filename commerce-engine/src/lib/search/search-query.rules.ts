import { withoutPreorderWords } from './preorder-words.rules.ts';
import type { SearchQuery, SearchSort } from './search.views.ts';
import { queryWordsOf } from './text-folding.rules.ts';

/** A query after cleaning: everything is set, and nothing is out of bounds. */
export interface CleanQuery {
  readonly words: readonly string[];
  readonly categoryId: string | undefined;
  readonly filters: readonly { readonly facet: string; readonly values: readonly string[] }[];
  readonly priceFrom: number | undefined;
  readonly priceTo: number | undefined;
  readonly facets: boolean;
  readonly sort: SearchSort;
  readonly page: number;
  readonly pageSize: number;
}

const DEFAULT_PAGE_SIZE = 24;
const MAX_PAGE_SIZE = 100;
const MAX_PAGE = 1_000_000;
const MAX_FACETS = 12;
const MAX_VALUES = 50;
const MAX_KEY_LENGTH = 120;
const SORTS: readonly SearchSort[] = ['relevance', 'price-asc', 'price-desc', 'newest', 'name'];

/** Turns whatever was asked into a question that can be answered. Never throws: shoppers type addresses by hand. */
export function cleanQuery(query: SearchQuery, locale: string): CleanQuery {
  const typed = typeof query.text === 'string' ? queryWordsOf(query.text, locale) : [];
  const { words, isPreorder } = withoutPreorderWords(typed, locale);
  const [priceFrom, priceTo] = orderedBounds(amountOr(query.priceFrom), amountOr(query.priceTo));
  return {
    words,
    categoryId: cleanKey(query.categoryId ?? '') || undefined,
    filters: withPreorder(cleanFilters(query.filters ?? {}), isPreorder),
    priceFrom,
    priceTo,
    facets: query.facets !== false,
    sort: sortOf(query.sort, words.length > 0),
    page: wholeWithin(query.page, 1, MAX_PAGE, 1),
    pageSize: wholeWithin(query.pageSize, 1, MAX_PAGE_SIZE, DEFAULT_PAGE_SIZE),
  };
}

/** What was chosen of availability comes before what was typed of it. */
function withPreorder(filters: CleanQuery['filters'], isPreorder: boolean): CleanQuery['filters'] {
  if (!isPreorder || filters.some(({ facet }) => facet === 'availability')) return filters;
  return [...filters, { facet: 'availability', values: ['preorder'] }];
}

/** The page that is shown when `wanted` was asked: the last one there is, and the first when there is none. */
export function clampPage(wanted: number, total: number, pageSize: number): number {
  return Math.min(wanted, Math.max(1, Math.ceil(total / pageSize)));
}

function cleanFilters(filters: Readonly<Record<string, readonly string[]>>): CleanQuery['filters'] {
  return Object.entries(filters)
    .slice(0, MAX_FACETS)
    .map(([facet, values]) => ({
      facet: cleanKey(facet),
      values: [...new Set(values.slice(0, MAX_VALUES).map(cleanKey))].filter((value) => value !== ''),
    }))
    .filter(({ facet, values }) => facet !== '' && values.length > 0);
}

/** PostgreSQL cannot store NUL; no key of ours holds a control character or is that long. */
function cleanKey(key: string): string {
  return key.replace(/\p{C}/gu, '').slice(0, MAX_KEY_LENGTH);
}

function sortOf(sort: SearchSort | undefined, hasText: boolean): SearchSort {
  const wanted = sort !== undefined && SORTS.includes(sort) ? sort : hasText ? 'relevance' : 'newest';
  return wanted === 'relevance' && !hasText ? 'newest' : wanted;
}

function wholeWithin(value: number | undefined, min: number, max: number, fallback: number): number {
  if (value === undefined || Number.isNaN(value)) return fallback;
  return Math.min(max, Math.max(min, Math.trunc(value)));
}

function amountOr(value: number | undefined): number | undefined {
  if (value === undefined || Number.isNaN(value)) return undefined;
  return wholeWithin(value, 0, Number.MAX_SAFE_INTEGER, 0);
}

function orderedBounds(from: number | undefined, to: number | undefined) {
  return from !== undefined && to !== undefined && from > to ? [to, from] : [from, to];
}
