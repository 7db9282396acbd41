import type { Queryable } from '@vitrine/database';
import { type RawBuilder, sql } from 'kysely';
import type { Market } from '../market.ts';
import type { WordCandidate } from './correction.rules.ts';
import { swapsOf } from './correction.rules.ts';
import type { SearchTerms } from './read-terms.ts';
import type { LocalTexts } from './search.tables.ts';
import type { CleanQuery } from './search-query.rules.ts';
import { textQuery } from './tsquery.ts';

/** What the index answers to one query. */
export interface Found {
  readonly total: number;
  readonly ids: readonly string[];
  readonly counts: readonly TokenCount[];
  readonly lowest: number | null;
  readonly highest: number | null;
  /** Whether the index has to be refreshed first: an unknown market, a price or an assortment that ended or began. */
  readonly stale: boolean;
  /** Only when nothing was found: for each word whether it is known at all, and what is near it. */
  readonly words: readonly WordReport[];
}

export interface TokenCount {
  readonly token: number;
  readonly facet: string | null;
  readonly value: string | null;
  readonly facetPosition: number;
  readonly position: number;
  readonly swatch: string | null;
  readonly facetLabels: LocalTexts | null;
  readonly labels: LocalTexts | null;
  readonly count: number;
}

export interface WordReport {
  readonly word: string;
  readonly known: boolean;
  readonly candidates: readonly WordCandidate[];
}

/**
 * Runs a query over the index: hits of one page, total, facet counts and price range in one statement. A count ignores the
 * choices of its own facet: each row carries how many facets it misses and which one, and a row that misses only facet F
 * still counts for F.
 */
export async function findProducts(
  on: Queryable,
  scope: Market & { readonly now: Date },
  query: CleanQuery,
  terms: SearchTerms,
): Promise<Found> {
  const misses = missConditions(query, terms);
  const { rows } = await sql<FoundRow>`
    with judged as materialized (
      select base.*, ${missCount(misses)} as misses, ${missedFacet(misses)} as missed
      from (${candidates(scope, query, terms)}) as base
    ),
    size as (select count(*) as total from judged where misses = 0),
    page as (
      select product_id, row_number() over (order by ${order(query)}) as place from judged where misses = 0
      order by place limit ${query.pageSize}
      offset least(${(query.page - 1) * query.pageSize}::bigint,
        greatest(0, (select (total - 1) / ${query.pageSize}::bigint * ${query.pageSize}::bigint from size)))
    ),
    counted as (
      select token, missed, count(*) as count from judged cross join lateral unnest(tokens) as token
      where misses <= 1 group by token, missed
      union all
      select token, null, 0 from unnest(${terms.filters.flatMap(({ tokens }) => [...tokens])}::integer[]) as token
    ),
    counts as (
      select token, facet, value, facet_position, position, swatch, facet_labels, labels, sum(count) as count
      from counted left join search_token on id = token
      where (missed is null or missed = ${facetOfToken()})
        and (token < 0 or (facet <> 'tag' and (facet <> 'category' or parent is not distinct from ${query.categoryId ?? null}::text)))
      group by token, facet, value, facet_position, position, swatch, facet_labels, labels
    )
    select
      (select total from size)::int as total,
      (select coalesce(json_agg(product_id order by place), '[]') from page) as ids,
      (select coalesce(json_agg(json_build_object('token', token, 'facet', facet, 'value', value,
        'facetPosition', facet_position, 'position', position, 'swatch', swatch,
        'facetLabels', facet_labels, 'labels', labels, 'count', count)), '[]') from counts) as counts,
      (select json_build_array(min(from_amount), max(to_amount)) from judged
        where misses = 0 or (misses = 1 and missed = 'price')) as prices,
      not exists (select from search_market where channel = ${scope.channel} and currency = ${scope.currency}
        and customer_group = ${scope.customerGroup})
      or exists (select from search_price where channel = ${scope.channel} and currency = ${scope.currency}
        and customer_group = ${scope.customerGroup} and valid_until <= ${scope.now})
      or exists (select from search_due where at <= ${scope.now}) as stale,
      case when (select total from size) = 0 then (${wordReports(scope, query, terms)}) end as words
  `.execute(on.tables());
  const row = rows[0]!;
  const [lowest, highest] = row.prices;
  return { ...row, lowest, highest, words: row.words ?? [] };
}

interface FoundRow {
  readonly total: number;
  readonly ids: string[];
  readonly counts: TokenCount[];
  readonly prices: [number | null, number | null];
  readonly stale: boolean;
  readonly words: WordReport[] | null;
}

function candidates(scope: Market, query: CleanQuery, terms: SearchTerms): RawBuilder<unknown> {
  const needsText = terms.words.length > 0 || query.sort === 'name';
  const matches = textQuery(terms.words, scope.locale);
  return sql`
    select i.product_id, i.published_at, i.available, p.from_amount, p.to_amount,
      i.tokens || case when i.available then -1 else -2 end || case when p.on_sale then '{-3}'::integer[] else '{}' end as tokens,
      ${needsText ? sql`t.sort_name` : sql`null`} as sort_name,
      ${query.sort === 'relevance' ? sql`ts_rank('{0.05, 0.2, 0.5, 1.0}', t.vector, ${matches})` : sql`0`} as rank,
      ${query.sort === 'relevance' ? nameHits(terms) : sql`0`} as name_hits
    from search_item as i
    ${
      needsText
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

// Words of the name that begin with a typed word: a product called what was typed comes before one that mentions it often.
function nameHits(terms: SearchTerms): RawBuilder<number> {
  const hits = terms.words.map(([typed = '']) => sql`(' ' || t.sort_name like ${`% ${typed}%`})::int`);
  return hits.length === 0 ? sql`0` : sql`${sql.join(hits, sql` + `)}`;
}

/** Under which condition a row misses which facet's choice. */
type MissCondition = { readonly facet: string; readonly missed: RawBuilder<boolean> };

function missConditions(query: CleanQuery, terms: SearchTerms): MissCondition[] {
  const conditions: MissCondition[] = terms.filters.map(({ facet, tokens }) => ({
    facet,
    missed: sql`not (tokens && ${[...tokens]}::integer[])`,
  }));
  if (query.priceFrom === undefined && query.priceTo === undefined) return conditions;
  const from = query.priceFrom ?? 0;
  const to = query.priceTo ?? Number.MAX_SAFE_INTEGER;
  const missed = sql<boolean>`not coalesce(to_amount >= ${from}::bigint and from_amount <= ${to}::bigint, false)`;
  return [...conditions, { facet: 'price', missed }];
}

function missCount(conditions: readonly MissCondition[]): RawBuilder<number> {
  const each = conditions.map(({ missed }) => sql`(${missed})::int`);
  return each.length === 0 ? sql`0` : sql`${sql.join(each, sql` + `)}`;
}

function missedFacet(conditions: readonly MissCondition[]): RawBuilder<string> {
  const cases = conditions.map(({ facet, missed }) => sql`when ${missed} then ${facet}::text`);
  return cases.length === 0 ? sql`null::text` : sql`case ${sql.join(cases, sql` `)} end`;
}

function facetOfToken(): RawBuilder<string> {
  return sql`case when token >= 0 then facet when token >= -2 then 'availability' else 'offer' end`;
}

function order(query: CleanQuery): RawBuilder<unknown> {
  switch (query.sort) {
    case 'price-asc':
      return sql`from_amount asc nulls last, product_id`;
    case 'price-desc':
      return sql`from_amount desc nulls last, product_id`;
    case 'name':
      return sql`sort_name, product_id`;
    case 'newest':
      return sql`published_at desc, product_id`;
    case 'relevance':
      return sql`name_hits desc, rank desc, available desc, published_at desc, product_id`;
  }
}

function wordReports(scope: Market, query: CleanQuery, terms: SearchTerms): RawBuilder<unknown> {
  if (query.words.length === 0) return sql`null::json`;
  const reports = query.words.map((word, at) => {
    const matches = textQuery([terms.words[at] ?? [word]], scope.locale);
    return sql`json_build_object(
      'word', ${word}::text,
      'known', numnode(${matches}) = 0 or exists (select from search_text
        where channel = ${scope.channel} and locale = ${scope.locale} and vector @@ ${matches}),
      'candidates', (select coalesce(json_agg(json_build_object('word', word, 'similarity', likeness)), '[]') from (
        select word, similarity(word, ${word}) as likeness from search_word
        where channel = ${scope.channel} and locale = ${scope.locale}
          and (word % ${word} or word = any(${swapsOf(word)}::text[]))
        order by likeness desc, word limit 20) as near))`;
  });
  return sql`json_build_array(${sql.join(reports)})`;
}
