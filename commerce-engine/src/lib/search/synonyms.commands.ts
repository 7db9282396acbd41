import type { Transaction } from '@vitrine/database';
import { z } from 'zod';
import type { SearchTables } from './search.tables.ts';
import { wordsOf } from './text-folding.rules.ts';

export const synonymsSchema = z
  .array(
    z
      .object({
        locale: z.string().min(2).max(35),
        /** One word, as shoppers type it. */
        word: z.string().min(1).max(60),
        /** Words or short phrases that are looked for as well. */
        also: z.array(z.string().min(1).max(60)).max(20),
        /** Each single word of `also` finds the word from now on, beside what it finds already. */
        bothWays: z.boolean().optional(),
      })
      .refine(({ word, locale }) => wordsOf(word, locale).length === 1, {
        path: ['word'],
        error: 'expected one word, of letters or digits',
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
  for (const { locale, word, also, bothWays } of synonyms) {
    const folded = wordsOf(word, locale)[0] ?? '';
    if (bothWays) await alsoFind(tx, { locale, word: folded, from: also });
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

/** Adds the word to what each of the single words finds. */
async function alsoFind(
  tx: Transaction,
  {
    locale,
    word,
    from,
  }: { readonly locale: string; readonly word: string; readonly from: readonly string[] },
): Promise<void> {
  const tables = tx.tables<SearchTables>();
  const others = from.map((text) => wordsOf(text, locale)).filter(({ length }) => length === 1);
  for (const [other = ''] of others) {
    if (other === word) continue;
    const kept = await tables
      .selectFrom('search_synonym')
      .select('also')
      .where('locale', '=', locale)
      .where('word', '=', other)
      .executeTakeFirst();
    const also = [...new Set([...(kept?.also ?? []), word])];
    await tables
      .insertInto('search_synonym')
      .values({ locale, word: other, also })
      .onConflict((conflict) => conflict.columns(['locale', 'word']).doUpdateSet({ also }))
      .execute();
  }
}
