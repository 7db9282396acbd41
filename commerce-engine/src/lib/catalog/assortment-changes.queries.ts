import type { Queryable } from '@vitrine/database';
import { sql } from 'kysely';

/** When products will next begin or cease to be in an assortment, without anyone changing anything: product id → time. */
export async function readNextAssortmentChanges(
  on: Queryable,
  productIds: readonly string[],
  at: Date,
): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ product_id: string; next: Date }>`
    select product_id, min(boundary) as next
    from catalog_assortment cross join lateral (values (active_from), (active_to)) as dates (boundary)
    where product_id = any(${[...productIds]}::text[]) and boundary > ${at}
    group by product_id`.execute(on.tables());
  return new Map(rows.map((row) => [row.product_id, row.next]));
}
