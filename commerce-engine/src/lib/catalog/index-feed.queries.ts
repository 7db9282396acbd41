import type { Queryable } from '@vitrine/database';
import { sql } from 'kysely';

// What an index of the catalogue needs to walk through it and to stay true as time passes.

/** The next product ids after one, in order; visible or not. Start with `''`; the end is an empty list. */
export async function readProductIdsAfter(on: Queryable, after: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from catalog_product where id > ${after} order by id limit ${limit}`.execute(on.tables());
  return rows.map(({ id }) => id);
}

/** Products that are in any of the categories or in one below. */
export async function readProductIdsBelow(on: Queryable, categoryIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive below as (
      select id from catalog_category where id = any(${[...categoryIds]}::text[])
      union
      select child.id from catalog_category as child join below on child.parent_id = below.id
    )
    select distinct product_id as id from catalog_product_category join below on below.id = category_id`.execute(
    on.tables(),
  );
  return rows.map(({ id }) => id);
}

/** Variants on sale of these products: variant id → product id. */
export async function readActiveVariants(
  on: Queryable,
  productIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; product_id: string }>`
    select id, product_id from catalog_variant
    where product_id = any(${[...productIds]}::text[]) and active order by id`.execute(on.tables());
  return new Map(rows.map((row) => [row.id, row.product_id]));
}

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
