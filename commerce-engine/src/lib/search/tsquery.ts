import { type RawBuilder, sql } from 'kysely';
import { languageOf } from './text-folding.rules.ts';

/** Words to look for: each position holds a typed word and the words that mean the same. */
export type SearchWords = readonly (readonly string[])[];

/**
 * The PostgreSQL text query for words: all positions must match, any word of a position will do, the last typed word also
 * matches as a beginning. Words the language leaves out do not narrow. Words must come from `wordsOf`, which leaves
 * nothing but letters and digits; they still travel as parameters.
 */
export function textQuery(words: SearchWords, locale: string): RawBuilder<string> {
  const positions = words.map((alternatives, at) =>
    positionQuery(alternatives, locale, at === words.length - 1),
  );
  return positions.length === 0 ? sql`''::tsquery` : sql`(${sql.join(positions, sql` && `)})`;
}

/** PostgreSQL's configuration as a literal, so that the planner can work the query out before it plans. */
function languageLiteral(locale: string): RawBuilder<string> {
  return sql`${sql.lit(languageOf(locale))}::regconfig`;
}

function positionQuery(alternatives: readonly string[], locale: string, last: boolean): RawBuilder<string> {
  const language = languageLiteral(locale);
  const typed = alternatives[0] ?? '';
  const parts = alternatives.map((word) => sql`plainto_tsquery(${language}, ${word})`);
  if (last) parts.push(sql`to_tsquery('simple', ${`${typed}:*`})`);
  return sql`case when numnode(plainto_tsquery(${language}, ${typed})) = 0 then ''::tsquery else (${sql.join(parts, sql` || `)}) end`;
}
