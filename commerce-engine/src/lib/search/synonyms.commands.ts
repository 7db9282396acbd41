import type { Transaction } from '@vitrine/database';
import { z } from 'zod';
import type { SearchTables } from './search.tables.ts';
import { wordsOf } from './text-folding.rules.ts';

export const synonymsSchema = z
  .array(
    z.object({
      locale: z.string().min(2).max(35),
      /** One word, as shoppers type it. */
      word: z.string().min(1).max(60),
      /** Words or short phrases that are looked for as well. */
      also: z.array(z.string().min(1).max(60)).max(20),
    }),
  )
  .max(1_000);

export type SynonymInput = z.infer<typeof synonymsSchema>[number];

/** Replaces what is also looked for, word by word; an empty list forgets the word. */
export async function writeSynonyms(
  tx: Transaction,
  synonyms: readonly SynonymInput[],
): Promise<{ set: number }> {
  const tables = tx.tables<SearchTables>();
  for (const { locale, word, also } of synonyms) {
    const folded = wordsOf(word, locale)[0] ?? '';
    if (also.length === 0) {
      await tables
        .deleteFrom('search_synonym')
        .where('locale', '=', locale)
        .where('word', '=', folded)
        .execute();
      continue;
    }
    await tables
      .insertInto('search_synonym')
      .values({ locale, word: folded, also })
      .onConflict((conflict) => conflict.columns(['locale', 'word']).doUpdateSet({ also }))
      .execute();
  }
  await tx.emit({ kind: 'list.changed', payload: { categoryIds: [] } });
  return { set: synonyms.length };
}
