import type { Queryable, Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import { z } from 'zod';
import { withAncestors } from './catalog-events.ts';
import { isVisible, type Sight } from './catalog-rows.ts';

/** The hand-made order of a category's products. */
export interface ArrangementInput {
  /** Category handle. */
  readonly category: string;
  /** Product handles in order; the category's other products follow, newest first. */
  readonly products: readonly string[];
}

export type ArrangementOutcome =
  | { readonly kind: 'changed' | 'unchanged' }
  | { readonly kind: 'unknown-category'; readonly category: string }
  /** They are not in this category. Nothing was changed. */
  | { readonly kind: 'not-members'; readonly products: readonly string[] };

export const arrangementSchema: z.ZodType<ArrangementInput> = z.strictObject({
  category: z.string().min(1).max(200),
  products: z
    .array(z.string().min(1).max(200))
    .max(10_000)
    .refine((handles) => new Set(handles).size === handles.length, 'expected each product once'),
});

export async function arrangeCategory(
  tx: Transaction,
  { category, products }: ArrangementInput,
): Promise<ArrangementOutcome> {
  const tables = tx.tables();
  const all = await sql<{ id: string; handle: string; parentId: string | null }>`
    select id, handle, parent_id as "parentId" from catalog_category`.execute(tables);
  const id = all.rows.find((row) => row.handle === category)?.id;
  if (id === undefined) return { kind: 'unknown-category', category };
  const members = await sql<{ handle: string }>`
    select handle from catalog_product_category join catalog_product on id = product_id
    where category_id = ${id} for update of catalog_product_category`.execute(tables);
  const strangers = products.filter((handle) => !members.rows.some((row) => row.handle === handle));
  if (strangers.length > 0) return { kind: 'not-members', products: strangers };
  const moved = await sql`
    update catalog_product_category as place set position = wanted.position
    from (select product.id, array_position(${[...products]}::text[], handle) as position
      from catalog_product as product join catalog_product_category on product_id = product.id
      where category_id = ${id}) as wanted
    where place.category_id = ${id} and place.product_id = wanted.id
      and place.position is distinct from wanted.position`.execute(tables);
  if (moved.numAffectedRows === 0n) return { kind: 'unchanged' };
  await tx.emit({ kind: 'list.changed', payload: { categoryIds: withAncestors([id], all.rows) } });
  return { kind: 'changed' };
}

/** Visible products of a category itself, arranged ones first, then the newest. One statement. */
export async function readArrangedProductIds(
  on: Queryable,
  { channel, at }: Sight,
  categoryId: string,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select product.id from catalog_product_category as place
    join catalog_product as product on product.id = place.product_id
    where place.category_id = ${categoryId} and ${isVisible(channel, at)}
    order by place.position nulls last, product.published_at desc, product.id limit ${limit}`.execute(
    on.tables(),
  );
  return rows.map((row) => row.id);
}
