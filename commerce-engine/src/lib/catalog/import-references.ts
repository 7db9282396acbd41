import type { Queryable } from '@vitrine/database';
import { sql } from 'kysely';
import type { ChannelView, LocationView } from '../stores/stores.views.ts';
import type { AttributeType, ProductInput } from './product-import.ts';

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
}

const SUFFIXES = 30;

/** One statement. */
export async function readOwners(on: Queryable, inputs: readonly ProductInput[]): Promise<Owners> {
  const slugs = inputs.flatMap((input) => [
    ...Object.values(input.slug ?? {}),
    ...slugsFromHandle(input.handle),
  ]);
  const skus = inputs.flatMap((input) =>
    input.variants.map((variant) => variant.sku ?? skuFromHandle(input.handle, variant.options)),
  );
  const { rows } = await sql<{ kind: 'slug' | 'sku'; name: string; handle: string }>`
    select 'slug' as kind, locale || ' ' || slug as name, handle
    from catalog_product_slug join catalog_product on id = product_id
    where slug = any(${slugs}::text[])
    union all
    select 'sku', sku, handle from catalog_variant as variant
    join catalog_product as product on product.id = product_id
    where variant.active and sku = any(${skus}::text[])`.execute(on.tables());
  const owners = (kind: string) =>
    new Map(rows.filter((row) => row.kind === kind).map(({ name, handle }) => [name, handle]));
  return { slugs: owners('slug'), skus: owners('sku') };
}

/** The handle, then with `-2`, `-3`, … */
export function slugsFromHandle(handle: string): string[] {
  return [handle, ...Array.from({ length: SUFFIXES - 1 }, (_, index) => `${handle}-${index + 2}`)];
}

export function skuFromHandle(handle: string, options: Readonly<Record<string, string>>): string {
  return [handle, ...Object.values(options)].join('-');
}
