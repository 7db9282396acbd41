import type { Transaction } from '@vitrine/database';
import { sql } from 'kysely';

/** Pieces that were preordered, by variant; given back, negative. */
export type Preordered = ReadonlyMap<string, number>;

/** Counts what is preordered of variants. The limit is held against it by the statement that writes: SPEC rule PRE-2. The items are locked. */
export async function countPreorders(tx: Transaction, preordered: Preordered): Promise<void> {
  const rows = [...preordered].filter(([, pieces]) => pieces !== 0);
  if (rows.length === 0) return;
  const counted = await sql<{ variant_id: string }>`
    update inventory_item as item
    set preordered = item.preordered + counted.pieces
    from unnest(${rows.map(([id]) => id)}::text[], ${rows.map(([, pieces]) => pieces)}::int[])
      as counted (variant_id, pieces)
    where item.variant_id = counted.variant_id
      and (counted.pieces < 0 or item.preorder_limit is null or item.preordered + counted.pieces <= item.preorder_limit)
    returning item.variant_id`.execute(tx.tables());
  if (counted.rows.length === rows.length) return;
  // The items are locked and what may be preordered was just read: nobody can have come between.
  const missing = rows.find(([id]) => !counted.rows.some(({ variant_id }) => variant_id === id))!;
  throw new Error(
    `${missing[1]} pieces of variant "${missing[0]}" cannot be preordered: that is more than its limit. Nothing was promised.`,
  );
}

/** Sums them for each variant. */
export function preorderedIn(
  pieces: readonly { readonly variantId: string; readonly preordered: number }[],
  sign: 1 | -1,
): Preordered {
  const sums = new Map<string, number>();
  for (const { variantId, preordered } of pieces)
    if (preordered !== 0) sums.set(variantId, (sums.get(variantId) ?? 0) + sign * preordered);
  return sums;
}
