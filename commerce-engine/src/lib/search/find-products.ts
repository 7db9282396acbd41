import type { Queryable } from '@vitrine/database';
import { type RawBuilder, sql } from 'kysely';
import type { Market } from '../market.ts';
import {
  andAll,
  type Choice,
  candidates,
  candidateTokens,
  choicesOf,
  type HitRow,
  hitsOfPage,
  pricedHits,
} from './candidates.ts';
import { type SearchTerms, VOLATILE } from './read-terms.ts';
import type { LocalTexts } from './search.tables.ts';
import { type CleanQuery, clampPage } from './search-query.rules.ts';
import { type WordReport, wordReports } from './word-reports.ts';

/** What the index answers to one query. */
export interface Found {
  readonly total: number;
  readonly hits: readonly HitRow[];
  /** Only when facets were asked for. */
  readonly counts: readonly TokenCount[] | null;
  /** Lowest and highest price; only when facets were asked for. */
  readonly prices: readonly [number | null, number | null] | null;
  /** Whether the market's prices are not in the index yet. */
  readonly unpriced: boolean;
  /** When a price or an assortment ends or begins next: what was found is true until then. */
  readonly until: Date | null;
  /** Only when nothing was found. */
  readonly words: readonly WordReport[] | null;
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

/** Runs a query over the index: hits of one page, total and, when asked for, facet counts and price range. One statement. */
export async function findProducts(
  on: Queryable,
  scope: Market,
  query: CleanQuery,
  terms: SearchTerms,
): Promise<Found> {
  const texts = terms.words.length > 0;
  const choices = choicesOf(query, terms);
  const from = candidates(scope, terms, { texts });
  const lastPage = sql`(select greatest(0, (total - 1) / ${query.pageSize}::bigint * ${query.pageSize}::bigint) from size)`;
  const offset = sql`least(${(query.page - 1) * query.pageSize}::bigint, ${lastPage})`;
  const { rows } = await sql<Found>`
    with ${query.facets ? counting(query, terms, choices, from) : sql`size as (select count(*) as total ${from} ${andAll(choices)})`}
    select
      (select total from size)::int as total,
      (select coalesce(json_agg(page order by place), '[]')
        from (${pricedHits(scope, hitsOfPage(scope, query, terms, offset))}) as page) as hits,
      ${query.facets ? sql`${jsonOfCounts} as counts, ${priceRange} as prices,` : sql`null as counts, null as prices,`}
      not exists (select from search_market where ${isMarket(scope)}) as unpriced,
      least((select min(valid_until) from search_price where ${isMarket(scope)} and valid_until is not null),
        (select min(at) from search_due)) as until,
      case when (select total from size) = 0 then (${wordReports(scope, query, terms)}) end as words
  `.execute(on.tables());
  return rows[0]!;
}

/** Another page of what was found before. One statement, none when nothing was. */
export async function findPage(
  on: Queryable,
  scope: Market,
  query: CleanQuery,
  { terms, total }: { readonly terms: SearchTerms; readonly total: number },
): Promise<readonly HitRow[]> {
  if (total === 0) return [];
  const offset = (clampPage(query.page, total, query.pageSize) - 1) * query.pageSize;
  const hits = hitsOfPage(scope, query, terms, sql`${offset}::bigint`);
  const { rows } = await pricedHits(scope, hits).execute(on.tables());
  return rows;
}

/**
 * A count ignores the choices of its own facet: each row carries how many facets it misses and which one, and a row that
 * misses only facet F still counts for F.
 */
function counting(
  query: CleanQuery,
  terms: SearchTerms,
  choices: readonly Choice[],
  from: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`
    judged as materialized (
      select p.from_amount, p.to_amount, ${candidateTokens} as tokens,
        ${missCount(choices)} as misses, ${missedFacet(choices)} as missed ${from}
    ),
    size as (select count(*) as total from judged where misses = 0),
    counted as (
      select token, missed, count(*) as count from judged cross join lateral unnest(tokens) as token
      where misses <= 1 group by token, missed
      union all
      select token, null, 0 from unnest(${terms.filters.flatMap(({ tokens }) => [...tokens])}::integer[]) as token
    ),
    counts as (
      select token, facet, value, facet_position, position, swatch, facet_labels, labels, sum(count) as count
      from counted left join search_token on id = token
      where (missed is null or missed = ${facetOfToken})
        and (token < 0 or (facet <> 'tag' and (facet <> 'category' or parent is not distinct from ${query.categoryId ?? null}::text)))
      group by token, id
    )`;
}

const facetOfToken = sql<string>`case when token >= 0 then facet
  when token >= ${sql.lit(VOLATILE.soldOut)} then 'availability' else 'offer' end`;

const jsonOfCounts = sql`(select coalesce(json_agg(json_build_object('token', token, 'facet', facet, 'value', value,
  'facetPosition', facet_position, 'position', position, 'swatch', swatch,
  'facetLabels', facet_labels, 'labels', labels, 'count', count)), '[]') from counts)`;

const priceRange = sql`(select json_build_array(min(from_amount), max(to_amount)) from judged
  where misses = 0 or (misses = 1 and missed = 'price'))`;

function missCount(choices: readonly Choice[]): RawBuilder<number> {
  const each = choices.map(({ kept }) => sql`(not ${kept})::int`);
  return each.length === 0 ? sql`0` : sql`${sql.join(each, sql` + `)}`;
}

function missedFacet(choices: readonly Choice[]): RawBuilder<string> {
  const cases = choices.map(({ facet, kept }) => sql`when not ${kept} then ${facet}::text`);
  return cases.length === 0 ? sql`null::text` : sql`case ${sql.join(cases, sql` `)} end`;
}

function isMarket({ channel, currency, customerGroup }: Market): RawBuilder<boolean> {
  return sql`(channel = ${channel} and currency = ${currency} and customer_group = ${customerGroup})`;
}
