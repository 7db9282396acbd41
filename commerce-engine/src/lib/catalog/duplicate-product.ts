import type { Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import { z } from 'zod';
import { createProduct } from './create-product.ts';
import type { ImportDesk } from './import-products.ts';
import { isNotEmpty, productParts } from './import-schema.ts';
import { type ProductRecord, readRecords } from './product-record.ts';
import type { CreateOutcome } from './staff-outcomes.views.ts';

export const duplicateProductSchema = z.strictObject({
  id: z.string().min(1).max(200),
  /** What the new one is called. */
  name: productParts.shape.name.refine(isNotEmpty, 'expected a name in at least one locale'),
});

export type DuplicateProductInput = z.infer<typeof duplicateProductSchema>;

/** What another room says of a product is said of its copy. */
export type CopyOfProduct = (
  tx: Transaction,
  products: { readonly of: string; readonly to: string },
) => Promise<void>;

/** Makes a hidden product that says and offers the same; numbers, prices and stock are its own. */
export async function duplicateProduct(
  tx: Transaction,
  desk: ImportDesk,
  { id, name }: DuplicateProductInput,
  copies: readonly CopyOfProduct[],
): Promise<CreateOutcome | { readonly kind: 'unknown' }> {
  const { rows } = await sql<{ readonly handle: string }>`
    select handle from catalog_product where id = ${id}`.execute(tx.tables());
  if (!rows[0]) return { kind: 'unknown' };
  const record = (await readRecords(tx, [rows[0].handle])).get(rows[0].handle)!;
  const skus = await readSkus(tx, record);
  const categories = new Map(desk.references.categories.map((each) => [each.id, each.handle]));
  const made = await createProduct(tx, desk, {
    name,
    description: record.description,
    ...(record.brand !== null && { brand: record.brand }),
    tags: [...record.tags],
    seo: { title: record.seoTitle, description: record.seoDescription },
    discounts: record.discounts,
    categories: record.categories.flatMap((each) => categories.get(each) ?? []),
    attributes: Object.fromEntries(record.attributes.map(({ key, value }) => [key, value])),
    assortments: record.assortments.map(({ channel, from, to }) => ({
      channel,
      ...(from !== null && { from }),
      ...(to !== null && { to }),
    })),
    related: record.related,
    media: record.media.map(({ id: _, ...media }) => media),
    options: [...record.options],
    variants: record.variants.map(({ options, weight, quantities, components }) => ({
      options,
      weight,
      quantities,
      ...(components && {
        components: components.map((each) => ({
          sku: skus.get(each.variantId) ?? each.variantId,
          quantity: each.quantity,
        })),
      }),
    })),
  });
  if (made.kind === 'created') for (const copy of copies) await copy(tx, { of: id, to: made.id });
  return made;
}

/** Numbers of what its bundles are made of. */
async function readSkus(tx: Transaction, { variants }: ProductRecord): Promise<ReadonlyMap<string, string>> {
  const ids = variants.flatMap(({ components }) => components?.map((each) => each.variantId) ?? []);
  const { rows } = await sql<{ readonly id: string; readonly sku: string }>`
    select id, sku from catalog_variant where id = any(${ids}::text[])`.execute(tx.tables());
  return new Map(rows.map((row) => [row.id, row.sku]));
}
