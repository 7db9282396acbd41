import type { Queryable } from '@vitrine/database';
import { sql } from 'kysely';
import { soldPieces } from '../orders/sold-pieces.ts';
import { storableOnly } from '../storable-text.ts';
import { arrangeList, type ListChoice } from './arrange-list.rules.ts';
import type { RecommendationsTables } from './recommendations.tables.ts';
import type { ListKind, RecommendationView } from './recommendations.views.ts';

/** Whole lists of one kind with what people chose, in the order of the keys. Two statements. */
export async function readLists(
  on: Queryable,
  kind: ListKind,
  keys: readonly string[],
): Promise<{ readonly entries: readonly ListedProduct[]; readonly choices: readonly ListChoice[] }[]> {
  const known = storableOnly([...new Set(keys)]);
  if (known.length === 0) return keys.map(() => ({ entries: [], choices: [] }));
  const tables = on.tables<RecommendationsTables>();
  const entries = await tables
    .selectFrom('recommendations_entry')
    .select(['key', 'product_id as productId', 'score'])
    .where('kind', '=', kind)
    .where('key', 'in', known)
    .orderBy('place')
    .execute();
  const choices = await tables
    .selectFrom('recommendations_choice')
    .select(['key', 'product_id as productId', 'choice', 'place'])
    .where('kind', '=', kind)
    .where('key', 'in', known)
    .execute();
  const [byKey, chosen] = [Map.groupBy(entries, ({ key }) => key), Map.groupBy(choices, ({ key }) => key)];
  return keys.map((key) => ({ entries: byKey.get(key) ?? [], choices: chosen.get(key) ?? [] }));
}

export interface ListedProduct {
  readonly productId: string;
  readonly score: number;
}

/** A list with everything people chose for it, hidden products last. */
export async function readForStaff(
  on: Queryable,
  kind: ListKind,
  key: string,
): Promise<RecommendationView[]> {
  const [list] = await readLists(on, kind, [key]);
  const { entries, choices } = list!;
  const shown = arrangeList(
    entries.map(({ productId }) => productId),
    choices,
  );
  const hidden = choices.filter(({ choice }) => choice === 'hide').map(({ productId }) => productId);
  return [...shown, ...hidden].map((productId) => {
    const score = entries.find((entry) => entry.productId === productId)?.score;
    const by = choices.find((choice) => choice.productId === productId)?.choice ?? 'computed';
    return { productId, by, ...(score !== undefined && { score }) };
  });
}

/** What a customer may like, the best first: SPEC rule REC-7. One statement. */
export async function readPicks(
  on: Queryable,
  customerId: string,
  { at, most }: { readonly at: Date; readonly most: number },
): Promise<string[]> {
  const since = new Date(at.getTime() - 730 * 24 * 60 * 60_000);
  const { rows } = await sql<{ product_id: string }>`
    with own as (
      select distinct product_id from (${soldPieces(since)}) as sold where customer_id = ${customerId}::uuid
    ),
    liked as (
      select entry.product_id, 0 as step, sum(entry.score) as score
      from recommendations_entry as entry join own on own.product_id = entry.key
      where entry.kind = 'also-like' group by entry.product_id
    ),
    popular as (
      select product_id, 1 as step, score from recommendations_entry where kind = 'best-selling' and key = ''
    )
    select product_id from (
      select distinct on (product_id) product_id, step, score
      from (select * from liked union all select * from popular) as candidate
      where product_id not in (select product_id from own)
      order by product_id, step
    ) as picked order by step, score desc, product_id limit ${most}`.execute(on.tables());
  return rows.map(({ product_id }) => product_id);
}
