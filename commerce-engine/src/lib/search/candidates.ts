import { type RawBuilder, sql } from 'kysely';
import type { Market } from '../market.ts';
import { type SearchTerms, VOLATILE } from './read-terms.ts';
import type { CleanQuery } from './search-query.rules.ts';
import { textQuery } from './tsquery.ts';

/**
 * The rows a query looks at, whatever facets are chosen: `i` of `search_item`, `p` its price, and `t` its text when there are
 * words or names to sort by. What is not selected from a joined table costs nothing: the planner leaves that join out.
 */
export function candidates(
  scope: Market,
  terms: SearchTerms,
  { texts }: { readonly texts: boolean },
): RawBuilder<unknown> {
  const matches = textQuery(terms.words, scope.locale);
  return sql`
    from search_item as i
    ${
      texts
        ? sql`join search_text as t
            on t.channel = i.channel and t.product_id = i.product_id and t.locale = ${scope.locale}`
        : sql``
    }
    left join search_price as p on p.channel = i.channel and p.product_id = i.product_id
      and p.currency = ${scope.currency} and p.customer_group = ${scope.customerGroup}
    where i.channel = ${scope.channel}
    ${terms.words.length > 0 ? sql`and (numnode(${matches}) = 0 or t.vector @@ ${matches})` : sql``}
    ${terms.categoryToken === undefined ? sql`` : sql`and i.tokens @> ${[terms.categoryToken]}::integer[]`}`;
}

/** Everything a candidate is counted by. */
export const candidateTokens = sql<number[]>`i.tokens
  || case when i.preorder then ${sql.lit(VOLATILE.preorder)}
    when i.available then ${sql.lit(VOLATILE.available)} else ${sql.lit(VOLATILE.soldOut)} end
  || case when p.on_sale then array[${sql.lit(VOLATILE.sale)}] else '{}'::integer[] end`;

/** What a shopper has chosen of one facet, as a condition on a candidate. */
export interface Choice {
  readonly facet: string;
  readonly kept: RawBuilder<boolean>;
}

export function choicesOf(query: CleanQuery, terms: SearchTerms): Choice[] {
  const choices = terms.filters.map(({ facet, tokens }) => ({ facet, kept: hasOneOf(tokens) }));
  if (query.priceFrom === undefined && query.priceTo === undefined) return choices;
  const from = query.priceFrom ?? 0;
  const to = query.priceTo ?? Number.MAX_SAFE_INTEGER;
  const kept = sql<boolean>`coalesce(p.to_amount >= ${from}::bigint and p.from_amount <= ${to}::bigint, false)`;
  return [...choices, { facet: 'price', kept }];
}

/** One page of hits: those candidates that fulfil every choice, in the query's order. */
export function hitsOfPage(
  scope: Market,
  query: CleanQuery,
  terms: SearchTerms,
  offset: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const texts = terms.words.length > 0 || query.sort === 'name';
  return sql`select i.product_id ${candidates(scope, terms, { texts })} ${andAll(choicesOf(query, terms))}
    order by ${order(scope, query, terms)} limit ${query.pageSize} offset ${offset}`;
}

/** A hit as lists show it, priced from the index. */
export interface HitRow {
  readonly product_id: string;
  readonly place: number;
  /** This and all that follows is null when the product has no price in the market. */
  readonly from_amount: number | null;
  readonly to_amount: number | null;
  readonly regular_from_amount: number | null;
  readonly on_sale: boolean | null;
  readonly valid_until: Date | string | null;
}

/** The hits of a page with their prices, in order. The page is cut first, so that only its own prices are looked up. */
export function pricedHits(scope: Market, hits: RawBuilder<unknown>): RawBuilder<HitRow> {
  return sql`select hit.product_id, hit.place, p.from_amount, p.to_amount, p.regular_from_amount, p.on_sale, p.valid_until
    from unnest(array(${hits})) with ordinality as hit (product_id, place)
    left join search_price as p on p.channel = ${scope.channel} and p.currency = ${scope.currency}
      and p.customer_group = ${scope.customerGroup} and p.product_id = hit.product_id
    order by hit.place`;
}

export function andAll(choices: readonly Choice[]): RawBuilder<unknown> {
  return choices.length === 0
    ? sql``
    : sql`and ${sql.join(
        choices.map(({ kept }) => kept),
        sql` and `,
      )}`;
}

function hasOneOf(tokens: readonly number[]): RawBuilder<boolean> {
  const stored = tokens.filter((token) => token >= 0);
  const ways = [
    ...(stored.length > 0 ? [sql<boolean>`i.tokens && ${stored}::integer[]`] : []),
    ...(tokens.includes(VOLATILE.available) ? [sql<boolean>`(i.available and not i.preorder)`] : []),
    ...(tokens.includes(VOLATILE.preorder) ? [sql<boolean>`i.preorder`] : []),
    ...(tokens.includes(VOLATILE.soldOut) ? [sql<boolean>`not i.available`] : []),
    ...(tokens.includes(VOLATILE.sale) ? [sql<boolean>`coalesce(p.on_sale, false)`] : []),
  ];
  return ways.length === 0 ? sql`false` : sql`(${sql.join(ways, sql` or `)})`;
}

function order(scope: Market, query: CleanQuery, terms: SearchTerms): RawBuilder<unknown> {
  switch (query.sort) {
    case 'price-asc':
      return sql`p.from_amount asc nulls last, i.product_id`;
    case 'price-desc':
      return sql`p.from_amount desc nulls last, i.product_id`;
    case 'name':
      return sql`t.sort_name, i.product_id`;
    case 'newest':
      return sql`i.published_at desc, i.product_id`;
    case 'relevance':
      return sql`${nameHits(terms)} desc,
        ts_rank('{0.05, 0.2, 0.5, 1.0}', t.vector, ${textQuery(terms.words, scope.locale)}) desc,
        i.available desc, i.published_at desc, i.product_id`;
  }
}

// Words of the name that begin with a typed word: a product called what was typed comes before one that mentions it often.
function nameHits(terms: SearchTerms): RawBuilder<number> {
  const hits = terms.words.map(([typed = '']) => sql`(' ' || t.sort_name like ${`% ${typed}%`})::int`);
  return sql`(${sql.join(hits, sql` + `)})`;
}
