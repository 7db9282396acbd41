import { jsonb, type Transaction } from '@vitrine/database';
import { type RawBuilder, sql } from 'kysely';
import type { CatalogTables } from './catalog.tables.ts';
import type { ImportReferences } from './import-references.ts';
import type { ProductPart } from './product-changes.ts';
import type { ProductRecord, VariantRecord } from './product-record.ts';

export interface ProductWrite {
  readonly record: ProductRecord;
  readonly stored: ProductRecord | undefined;
  readonly parts: ReadonlySet<ProductPart>;
  readonly references: ImportReferences;
  readonly at: Date;
}

/** Writes the parts that differ. The product's handle must be locked. */
export async function writeProduct(tx: Transaction, write: ProductWrite): Promise<void> {
  if (write.parts.size === 0) return;
  await writeRow(tx, write);
  if (write.parts.has('slugs')) await writeSlugs(tx, write);
  if (write.parts.has('categories')) await writeCategories(tx, write);
  if (write.parts.has('assortments')) await writeAssortments(tx, write);
  if (write.parts.has('attributes')) await writeAttributes(tx, write);
  if (write.parts.has('variants')) await writeVariants(tx, write);
}

async function writeRow(tx: Transaction, { record, stored, at }: ProductWrite): Promise<void> {
  const tables = tx.tables<CatalogTables>();
  const row = {
    name: json(record.name),
    description: json(record.description),
    brand: record.brand,
    tags: [...record.tags],
    seo_title: json(record.seoTitle),
    seo_description: json(record.seoDescription),
    options: json(record.options),
    media: json(record.media),
    related: [...record.related],
    published: record.published,
    discounts: record.discounts,
    published_at: new Date(record.publishedAt),
    updated_at: at,
  };
  if (stored) {
    const version = sql<number>`version + 1`;
    await tables
      .updateTable('catalog_product')
      .set({ ...row, version })
      .where('id', '=', record.id)
      .execute();
    return;
  }
  await tables
    .insertInto('catalog_product')
    .values({ id: record.id, handle: record.handle, ...row, created_at: at, version: 1 })
    .execute();
}

async function writeSlugs(tx: Transaction, { record, stored }: ProductWrite): Promise<void> {
  const tables = tx.tables<CatalogTables>();
  if (stored) {
    await tables.deleteFrom('catalog_product_slug').where('product_id', '=', record.id).execute();
  }
  const rows = Object.entries(record.slugs).map(([locale, slug]) => ({
    locale,
    slug,
    product_id: record.id,
  }));
  await tables.insertInto('catalog_product_slug').values(rows).execute();
}

/** Keeps the product's place in the lists of categories it stays in. */
async function writeCategories(tx: Transaction, { record, stored }: ProductWrite): Promise<void> {
  const tables = tx.tables<CatalogTables>();
  const gone = stored?.categories.filter((id) => !record.categories.includes(id)) ?? [];
  if (gone.length > 0) {
    await tables
      .deleteFrom('catalog_product_category')
      .where('product_id', '=', record.id)
      .where('category_id', 'in', gone)
      .execute();
  }
  if (record.categories.length === 0) return;
  await tables
    .insertInto('catalog_product_category')
    .values(
      record.categories.map((category_id, rank) => ({
        product_id: record.id,
        category_id,
        rank,
        position: null,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['product_id', 'category_id'])
        .doUpdateSet((is) => ({ rank: is.ref('excluded.rank') })),
    )
    .execute();
}

async function writeAssortments(tx: Transaction, { record, stored }: ProductWrite): Promise<void> {
  const tables = tx.tables<CatalogTables>();
  if (stored) await tables.deleteFrom('catalog_assortment').where('product_id', '=', record.id).execute();
  if (record.assortments.length === 0) return;
  const date = (moment: string | null) => moment && new Date(moment);
  const rows = record.assortments.map(({ channel, from, to }) => ({
    product_id: record.id,
    channel_id: channel,
    active_from: date(from) || null,
    active_to: date(to) || null,
  }));
  await tables.insertInto('catalog_assortment').values(rows).execute();
}

async function writeAttributes(tx: Transaction, write: ProductWrite): Promise<void> {
  const { record, stored, references } = write;
  const tables = tx.tables<CatalogTables>();
  const unknown = record.attributes
    .map(({ key }) => key)
    .filter((key) => !references.attributeTypes.has(key));
  if (unknown.length > 0) await defineAttributes(tx, unknown, references);
  if (stored) {
    await tables.deleteFrom('catalog_product_attribute').where('product_id', '=', record.id).execute();
  }
  if (record.attributes.length === 0) return;
  const rows = record.attributes.map(({ key, value }, position) => ({
    product_id: record.id,
    attribute_key: key,
    value: json(value),
    position,
  }));
  await tables.insertInto('catalog_product_attribute').values(rows).execute();
}

async function defineAttributes(
  tx: Transaction,
  keys: readonly string[],
  { channels }: ImportReferences,
): Promise<void> {
  const locale = channels[0]?.locales[0] ?? 'en';
  await tx
    .tables<CatalogTables>()
    .insertInto('catalog_attribute')
    .values(
      keys.map((key) => ({
        key,
        label: json({ [locale]: titleOf(key) }),
        type: 'text' as const,
        unit: null,
        facet: false,
        position: sql<number>`(select count(*) from catalog_attribute)`,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function writeVariants(tx: Transaction, { record, stored }: ProductWrite): Promise<void> {
  const tables = tx.tables<CatalogTables>();
  const before = new Map(
    [...(stored?.variants ?? []), ...(stored?.retired ?? [])].map((each) => [each.id, each]),
  );
  const gone = retiredVariants(record, stored).map((variant) => variant.id);
  if (gone.length > 0) {
    await tables.updateTable('catalog_variant').set({ active: false }).where('id', 'in', gone).execute();
  }
  const renamed = record.variants.filter(({ id, sku }) => before.has(id) && before.get(id)!.sku !== sku);
  if (renamed.length > 0) {
    // Two variants may swap their SKUs; on the way there neither has one.
    await tables
      .updateTable('catalog_variant')
      .set({ sku: sql<string>`'swap ' || id` })
      .where(
        'id',
        'in',
        renamed.map((variant) => variant.id),
      )
      .execute();
  }
  await tables
    .insertInto('catalog_variant')
    .values(
      record.variants.map(({ options, components, quantities, ...variant }, position) => ({
        ...variant,
        options: json(options),
        components: components && json(components),
        quantities: quantities && json(quantities),
        product_id: record.id,
        position,
        active: true,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((is) => ({
        combination: is.ref('excluded.combination'),
        options: is.ref('excluded.options'),
        sku: is.ref('excluded.sku'),
        barcode: is.ref('excluded.barcode'),
        weight: is.ref('excluded.weight'),
        quantities: is.ref('excluded.quantities'),
        position: is.ref('excluded.position'),
        active: true,
      })),
    )
    .execute();
}

/** Variants that were on sale and are not named any more. */
export function retiredVariants(record: ProductRecord, stored: ProductRecord | undefined): VariantRecord[] {
  return stored?.variants.filter(({ id }) => !record.variants.some((variant) => variant.id === id)) ?? [];
}

function json(value: unknown): RawBuilder<string> {
  return jsonb(value) as RawBuilder<string>;
}

/** `care-label` → `Care label`. */
function titleOf(key: string): string {
  const words = key.replace(/[-_.]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
