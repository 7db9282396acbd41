import { type RawBuilder, sql } from 'kysely';
import type { Market } from '../market.ts';
import { swapsOf, type WordCandidate } from './correction.rules.ts';
import type { SearchTerms } from './read-terms.ts';
import type { CleanQuery } from './search-query.rules.ts';
import { textQuery } from './tsquery.ts';

/** Of a typed word: whether it is known at all, and what is near it, each with what else is looked for then. */
export interface WordReport {
  readonly word: string;
  readonly known: boolean;
  readonly candidates: readonly (WordCandidate & { readonly also: readonly string[] | null })[];
}

/** A JSON array of reports, one for each typed word; null when there is none. */
export function wordReports(scope: Market, query: CleanQuery, terms: SearchTerms): RawBuilder<unknown> {
  if (query.words.length === 0) return sql`null::json`;
  const reports = query.words.map((word, at) => {
    const matches = textQuery([terms.words[at] ?? [word]], scope.locale);
    return sql`json_build_object(
      'word', ${word}::text,
      'known', numnode(${matches}) = 0 or exists (select from search_text
        where channel = ${scope.channel} and locale = ${scope.locale} and vector @@ ${matches}),
      'candidates', (select coalesce(json_agg(json_build_object('word', word, 'similarity', likeness, 'also', also)), '[]') from (
        select word, similarity(word, ${word}) as likeness, (select synonym.also from search_synonym as synonym
            where synonym.locale = ${scope.locale} and synonym.word = search_word.word) as also
        from search_word
        where channel = ${scope.channel} and locale = ${scope.locale}
          and (word % ${word} or word = any(${swapsOf(word)}::text[]))
        order by likeness desc, word limit 20) as near))`;
  });
  return sql`json_build_array(${sql.join(reports)})`;
}
