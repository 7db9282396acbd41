import type { Queryable } from '@vitrine/database';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { HeldPart } from './bundle.rules.ts';
import type { InventoryTables } from './inventory.tables.ts';

/** What is held of a variant at a location, as it is kept. */
export interface HeldRow extends HeldPart {
  readonly id: string;
  readonly owner: string;
  readonly preordered: number;
  readonly madeAt: Date;
}

/** What an owner holds; of what was sold as these, or of all. One statement. */
export async function readHeldRows(
  on: Queryable,
  { owner, soldAs }: { readonly owner: string; readonly soldAs?: readonly string[] },
): Promise<HeldRow[]> {
  const rows = await on
    .tables<InventoryTables>()
    .selectFrom('inventory_reservation')
    .select(heldColumns)
    .where('owner', '=', owner)
    .$if(soldAs !== undefined, (query) => query.where('sold_as', '=', anyOf(soldAs!)))
    .execute();
  return rows.map(heldRowOf);
}

export const heldColumns = [
  'id',
  'owner',
  'sold_as',
  'variant_id',
  'location_id',
  'per_piece',
  'part_count',
  'quantity',
  'backordered',
  'preordered',
  'made_at',
] as const;

export type HeldColumns = Pick<
  Selectable<InventoryTables['inventory_reservation']>,
  (typeof heldColumns)[number]
>;

export function heldRowOf(row: HeldColumns): HeldRow {
  const { sold_as, variant_id, location_id, per_piece, part_count, made_at, ...rest } = row;
  return {
    ...rest,
    soldAs: sold_as,
    variantId: variant_id,
    locationId: location_id,
    perPiece: per_piece,
    partCount: part_count,
    madeAt: made_at,
  };
}

export function anyOf(ids: readonly string[]): RawBuilder<string> {
  return sql<string>`any(${[...ids]}::text[])`;
}
