import type { Transaction } from '@vitrine/database';
import type { ProductPart } from './product-changes.ts';
import type { ProductRecord } from './product-record.ts';

/** Parts by which products are listed, ordered, filtered or found. */
const LISTED_BY: ReadonlySet<ProductPart> = new Set([
  ...(['name', 'brand', 'tags', 'options', 'published', 'publishedAt', 'categories'] as const),
  ...(['attributes', 'assortments', 'variants', 'description'] as const),
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
