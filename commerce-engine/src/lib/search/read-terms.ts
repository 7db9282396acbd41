import type { Queryable } from '@vitrine/database';
import { sql } from 'kysely';
import type { CleanQuery } from './search-query.rules.ts';
import { wordsOf } from './text-folding.rules.ts';
import type { SearchWords } from './tsquery.ts';

/** A query in the index's own terms. */
export interface SearchTerms {
  readonly words: SearchWords;
  readonly categoryToken: number | undefined;
  /** Token ids per chosen facet, in the query's order. Empty = nobody has that value. */
  readonly filters: readonly { readonly facet: string; readonly tokens: readonly number[] }[];
}

/** Availability and sale change too often to be written into arrays; these stand for them while a query runs. */
export const VOLATILE = { available: -1, preorder: -2, soldOut: -3, sale: -4 } as const;

const VOLATILE_TOKENS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  availability: {
    available: VOLATILE.available,
    preorder: VOLATILE.preorder,
    'sold-out': VOLATILE.soldOut,
  },
  offer: { sale: VOLATILE.sale },
};

/** Looks up synonyms and token ids of a query. One statement, none when there is nothing to look up. */
export async function readTerms(
  on: Queryable,
  scope: { channel: string; locale: string },
  query: CleanQuery,
): Promise<SearchTerms> {
  const wanted = wantedTokens(query);
  if (query.words.length === 0 && wanted.length === 0) {
    return { words: [], categoryToken: undefined, filters: volatileFilters(query) };
  }
  const { rows } = await sql<{ synonyms: SynonymRow[] | null; tokens: TokenRow[] | null }>`
    select
      (select json_agg(json_build_object('word', word, 'also', also)) from search_synonym
        where locale = ${scope.locale} and word = any(${[...query.words]}::text[])) as synonyms,
      (select json_agg(json_build_object('id', id, 'facet', facet, 'value', value)) from search_token
        where channel = ${scope.channel} and (facet, value) in
          (select * from unnest(${wanted.map(([facet]) => facet)}::text[], ${wanted.map(([, value]) => value)}::text[]))
      ) as tokens`.execute(on.tables());
  return termsFrom(query, scope.locale, rows[0]?.synonyms ?? [], rows[0]?.tokens ?? []);
}

interface SynonymRow {
  readonly word: string;
  readonly also: readonly string[];
}

interface TokenRow {
  readonly id: number;
  readonly facet: string;
  readonly value: string;
}

function termsFrom(
  query: CleanQuery,
  locale: string,
  synonyms: readonly SynonymRow[],
  tokens: readonly TokenRow[],
): SearchTerms {
  const idOf = (facet: string, value: string) =>
    VOLATILE_TOKENS[facet]?.[value] ??
    tokens.find((token) => token.facet === facet && token.value === value)?.id;
  const alsoOf = new Map(synonyms.map(({ word, also }) => [word, also]));
  return {
    words: query.words.map((word) => [
      word,
      ...(alsoOf.get(word) ?? []).map((also) => wordsOf(also, locale).join(' ')),
    ]),
    // An unknown category holds nothing: no product has token 0.
    categoryToken: query.categoryId === undefined ? undefined : (idOf('category', query.categoryId) ?? 0),
    filters: query.filters.map(({ facet, values }) => ({
      facet,
      tokens: values.map((value) => idOf(facet, value)).filter((id) => id !== undefined),
    })),
  };
}

function volatileFilters(query: CleanQuery): SearchTerms['filters'] {
  return query.filters.map(({ facet, values }) => ({
    facet,
    tokens: values.map((value) => VOLATILE_TOKENS[facet]?.[value]).filter((id) => id !== undefined),
  }));
}

function wantedTokens(query: CleanQuery): [facet: string, value: string][] {
  const filters = query.filters
    .filter(({ facet }) => !(facet in VOLATILE_TOKENS))
    .flatMap(({ facet, values }) => values.map((value): [string, string] => [facet, value]));
  return query.categoryId === undefined ? filters : [...filters, ['category', query.categoryId]];
}
