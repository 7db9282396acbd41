import type { Queryable } from '@vitrine/database';
import { sql } from 'kysely';
import type { SearchScope } from './search.queries.ts';
import type { SuggestionView } from './search.views.ts';
import { queryWordsOf } from './text-folding.rules.ts';
import { textQuery } from './tsquery.ts';

const MOST_PRODUCTS = 5;
const MOST_CATEGORIES = 3;
const MOST_TERMS = 4;
/** Of what a short beginning matches in a large shop, only so much is looked at: the names that begin with it come first. */
const MOST_LOOKED_AT = 50;

/**
 * What a shopper may be about to type: words the last word begins, then categories, then products, at most twelve. Only
 * what a search finds. One statement; none for an empty beginning.
 */
export async function suggestFromIndex(
  on: Queryable,
  scope: SearchScope,
  prefix: string,
): Promise<SuggestionView[]> {
  const words = queryWordsOf(prefix, scope.locale);
  const last = words.at(-1);
  if (last === undefined) return [];
  const begun = words.join(' ');
  const { rows } = await sql<SuggestionRow>`
    (select 'term' as kind, word as text, null as product_id, null as slug, 0 as place, length(word)::float as nearness
      from (select word from search_word
        where channel = ${scope.channel} and locale = ${scope.locale} and word like ${`${last}%`}
        order by length(word), word limit ${MOST_LOOKED_AT}) as w
      where exists (select from search_text where channel = ${scope.channel} and locale = ${scope.locale}
          and vector @@ (${textQuery(
            words.slice(0, -1).map((word) => [word]),
            scope.locale,
          )} && plainto_tsquery('simple', w.word)))
      order by length(word), word limit ${MOST_TERMS})
    union all
    (select 'category', label, null, slug, 1, length(label)
      from (
        select coalesce(labels ->> ${scope.locale}, labels ->> ${scope.fallbackLocale}) as label,
          coalesce(slugs ->> ${scope.locale}, slugs ->> ${scope.fallbackLocale}) as slug, id
        from search_token where channel = ${scope.channel} and facet = 'category'
      ) as categories
      where to_tsvector('simple', label) @@ (${everyWordBegins(words)})
        and exists (select from search_item where channel = ${scope.channel} and tokens @> array[categories.id])
      order by length(label), label limit ${MOST_CATEGORIES})
    union all
    (select 'product', name, product_id, slug, 2, place
      from (
        select name, product_id, slug, row_number() over (
          order by (sort_name like ${`${begun}%`}) desc, length(name), name, product_id) as place
        from (
          (select name, product_id, slug, sort_name from search_text
            where channel = ${scope.channel} and locale = ${scope.locale} and sort_name like ${`${begun}%`}
            order by sort_name, product_id limit ${MOST_PRODUCTS})
          union
          (select name, product_id, slug, sort_name from search_text
            where channel = ${scope.channel} and locale = ${scope.locale}
              and vector @@ (${everyWordBegins(words, 'A')})
            limit ${MOST_LOOKED_AT})
        ) as near
      ) as products
      order by place limit ${MOST_PRODUCTS})
    order by place, nearness, text`.execute(on.tables());
  return rows.map(({ kind, text, product_id, slug }) => ({
    kind,
    text: kind === 'term' ? [...words.slice(0, -1), text].join(' ') : text,
    ...(product_id !== null && { productId: product_id }),
    ...(slug !== null && { slug }),
  }));
}

interface SuggestionRow {
  readonly kind: SuggestionView['kind'];
  readonly text: string;
  readonly product_id: string | null;
  readonly slug: string | null;
}

function everyWordBegins(words: readonly string[], weight = '') {
  return sql.join(
    words.map((word) => sql`to_tsquery('simple', ${`${word}:*${weight}`})`),
    sql` && `,
  );
}
