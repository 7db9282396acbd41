import type { Queryable } from '@vitrine/database';
import { sql } from 'kysely';
import type { ChannelView, LocationView } from '../stores/stores.views.ts';
import type { AttributeType, ProductInput } from './product-import.ts';
import type { ProductRecord } from './product-record.ts';

/** What an import may refer to. Read once for a run. */
export interface ImportReferences {
  readonly channels: readonly ChannelView[];
  readonly locations: readonly LocationView[];
  readonly categories: readonly {
    readonly id: string;
    readonly handle: string;
    readonly parentId: string | null;
  }[];
  readonly attributeTypes: ReadonlyMap<string, AttributeType>;
}

export async function readReferences(
  on: Queryable,
  places: Pick<ImportReferences, 'channels' | 'locations'>,
): Promise<ImportReferences> {
  const categories = await sql<{ id: string; handle: string; parentId: string | null }>`
    select id, handle, parent_id as "parentId" from catalog_category`.execute(on.tables());
  const attributes = await sql<{ key: string; type: AttributeType }>`
    select key, type from catalog_attribute`.execute(on.tables());
  return {
    ...places,
    categories: categories.rows,
    attributeTypes: new Map(attributes.rows.map(({ key, type }) => [key, type])),
  };
}

/** Who has the slugs and SKUs that these products want: read anew under lock before anything is written. */
export interface Owners {
  /** Handle of the product by `locale slug`. */
  readonly slugs: ReadonlyMap<string, string>;
  /** Handle of the product by SKU of a variant on sale. */
  readonly skus: ReadonlyMap<string, string>;
  /** Variants on sale by barcode. */
  readonly barcodes: ReadonlyMap<string, readonly { readonly handle: string; readonly sku: string }[]>;
  /** Variants that have a SKU or had it, those on sale first. */
  readonly variants: ReadonlyMap<string, readonly SkuOwner[]>;
}

/** A variant that a bundle may be made of. */
export interface SkuOwner {
  readonly id: string;
  readonly isOnSale: boolean;
  readonly isBundle: boolean;
}

const SUFFIXES = 30;

/** One statement. */
export async function readOwners(
  on: Queryable,
  inputs: readonly ProductInput[],
  records: ReadonlyMap<string, ProductRecord>,
): Promise<Owners> {
  const slugs = inputs.flatMap((input) => [
    ...Object.values(input.slug ?? {}),
    ...slugsFromHandle(input.handle),
  ]);
  const skus = inputs.flatMap((input) =>
    input.variants.map((variant) => variant.sku ?? skuFromHandle(input.handle, variant.options)),
  );
  const componentSkus = inputs.flatMap((input) =>
    input.variants.flatMap(({ components = [] }) => components.map(({ sku }) => sku)),
  );
  const barcodes = inputs.flatMap((input) => newBarcodes(input, records.get(input.handle)));
  const { rows } = await sql<{
    readonly kind: 'slug' | 'variant' | 'barcode';
    readonly name: string;
    readonly handle: string;
    readonly sku: string;
    readonly id: string;
    readonly isOnSale: boolean;
    readonly isBundle: boolean;
  }>`
    select 'slug' as kind, locale || ' ' || slug as name, handle, '' as sku, '' as id, true as "isOnSale",
      false as "isBundle"
    from catalog_product_slug join catalog_product on id = product_id
    where slug = any(${slugs}::text[])
    union all
    select 'variant', sku, handle, sku, variant.id, variant.active, components is not null
    from catalog_variant as variant join catalog_product as product on product.id = product_id
    where sku = any(${[...skus, ...componentSkus]}::text[])
    union all
    select 'barcode', barcode, handle, sku, variant.id, true, components is not null
    from catalog_variant as variant join catalog_product as product on product.id = product_id
    where variant.active and barcode = any(${barcodes}::text[])
    order by "isOnSale" desc, id`.execute(on.tables());
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  return {
    slugs: new Map(of('slug').map(({ name, handle }) => [name, handle])),
    skus: new Map(
      of('variant')
        .filter(({ isOnSale }) => isOnSale)
        .map(({ name, handle }) => [name, handle]),
    ),
    barcodes: Map.groupBy(of('barcode'), ({ name }) => name),
    variants: Map.groupBy(of('variant'), ({ name }) => name),
  };
}

/** Barcodes a product would have that none of its variants on sale has: given now, or brought back with a variant. */
function newBarcodes({ variants }: ProductInput, stored: ProductRecord | undefined): string[] {
  const kept = new Set(stored?.variants.map(({ barcode }) => barcode));
  return [
    ...variants.flatMap(({ barcode }) => barcode ?? []),
    ...(stored?.retired.flatMap(({ barcode }) => barcode ?? []) ?? []),
  ].filter((barcode) => !kept.has(barcode));
}

/** The handle, then with `-2`, `-3`, … */
export function slugsFromHandle(handle: string): string[] {
  return [handle, ...Array.from({ length: SUFFIXES - 1 }, (_, index) => `${handle}-${index + 2}`)];
}

export function skuFromHandle(handle: string, options: Readonly<Record<string, string>>): string {
  return [handle, ...Object.values(options)].join('-');
}
