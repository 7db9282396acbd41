import type { Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import type { ProductPart } from './product-changes.ts';
import type { ProductRecord } from './product-record.ts';

/** Parts by which products are listed, ordered, filtered or found. */
const LISTED_BY = new Set<ProductPart>([
  'name',
  'brand',
  'tags',
  'options',
  'published',
  'publishedAt',
  'categories',
  'attributes',
  'assortments',
  'variants',
  'description',
]);

/** Tells what changed of a product: SPEC rule CAT-17. */
export async function emitProductChanges(
  tx: Transaction,
  change: {
    readonly record: ProductRecord;
    readonly stored: ProductRecord | undefined;
    readonly parts: ReadonlySet<ProductPart>;
    readonly categories: readonly { readonly id: string; readonly parentId: string | null }[];
  },
): Promise<void> {
  const { record, stored, parts, categories } = change;
  if (parts.size === 0) return;
  const slugs = [...new Set([...Object.values(stored?.slugs ?? {}), ...Object.values(record.slugs)])];
  await tx.emit({ kind: 'product.changed', payload: { productIds: [record.id], slugs } });
  if (![...parts].some((part) => LISTED_BY.has(part))) return;
  const categoryIds = withAncestors([...(stored?.categories ?? []), ...record.categories], categories);
  if (categoryIds.length > 0) await tx.emit({ kind: 'list.changed', payload: { categoryIds } });
}

/** Parts by which a bundle shows what it is made of. */
const SHOWN_IN_BUNDLES = new Set<ProductPart>([
  'name',
  'slugs',
  'media',
  'options',
  'variants',
  'published',
  'assortments',
]);

/** Tells of the bundles that show something else now: SPEC rule CAT-29. */
export async function emitBundleChanges(
  tx: Transaction,
  { record, stored, parts }: Pick<Parameters<typeof emitProductChanges>[1], 'record' | 'stored' | 'parts'>,
): Promise<void> {
  if (!stored || ![...parts].some((part) => SHOWN_IN_BUNDLES.has(part))) return;
  const variantIds = [...stored.variants, ...stored.retired].map(({ id }) => id);
  const { rows } = await sql<{ readonly id: string; readonly slugs: readonly string[] }>`
    select id, array(select distinct slug from catalog_product_slug where product_id = product.id) as slugs
    from catalog_product as product where id <> ${record.id} and id in (
      select product_id from catalog_variant as bundle
      where components is not null and exists (
        select from jsonb_array_elements(bundle.components) as component
        where component ->> 'variantId' = any(${variantIds}::text[])))
    order by id`.execute(tx.tables());
  if (rows.length === 0) return;
  await tx.emit({
    kind: 'product.changed',
    payload: { productIds: rows.map(({ id }) => id), slugs: rows.flatMap(({ slugs }) => slugs) },
  });
}

/** A category's list shows what is in its descendants, so a change below concerns those above. */
export function withAncestors(
  ids: readonly string[],
  categories: readonly { readonly id: string; readonly parentId: string | null }[],
): string[] {
  const parents = new Map(categories.map(({ id, parentId }) => [id, parentId]));
  const all = new Set<string>();
  for (const start of ids) {
    for (let id: string | null = start; id !== null && !all.has(id); id = parents.get(id) ?? null)
      all.add(id);
  }
  return [...all];
}
