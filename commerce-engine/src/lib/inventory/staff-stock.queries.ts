import type { Queryable } from '@vitrine/database';
import { partsOf, placesOf, wholeAt } from './bundle.rules.ts';
import { readStock } from './inventory.queries.ts';
import { availableIn } from './inventory.rules.ts';
import type { InventoryTables } from './inventory.tables.ts';
import type { StockMovementPage, VariantStockView } from './inventory.views.ts';

export interface MovementQuery {
  readonly variantId: string;
  readonly locationId?: string;
  /** Those that changed what is there, without what was only promised and let go. */
  readonly onlyOnHand?: boolean;
  /** At most 100. Default 50. */
  readonly limit?: number;
  /** `next` of the page before. */
  readonly after?: string;
}

/** By variant, in the order of the ids; what nobody set up is missing. One statement. */
export async function readVariantStock(
  on: Queryable,
  variantIds: readonly string[],
): Promise<VariantStockView[]> {
  const stock = await readStock(on, variantIds);
  return variantIds.flatMap((variantId): VariantStockView[] => {
    const found = stock.get(variantId);
    if (!found) return [];
    const levels = [...found.levels].map(([locationId, level]) => ({
      locationId,
      ...level,
      available: availableIn([level]),
    }));
    const { preorder, ...policy } = found.policy;
    if (found.components) {
      const parts = partsOf(variantId, stock);
      const whole = placesOf(parts).map((locationId) => ({
        locationId,
        available: wholeAt(parts, locationId),
      }));
      const shipsFrom = parts
        .flatMap((part) => part.stock?.policy.preorder?.shipsFrom ?? [])
        .sort()
        .at(-1);
      const madeOf = { components: found.components, whole, ...(shipsFrom !== undefined && { shipsFrom }) };
      return [{ variantId, ...policy, levels: [], madeOf }];
    }
    return [
      {
        variantId,
        ...policy,
        ...(preorder && { preorder: { ...preorder, preordered: found.preordered } }),
        levels,
      },
    ];
  });
}

/** Variants that are not out on a local day, the next to come out first. One statement. */
export async function readPreorders(
  on: Queryable,
  { day, limit }: { readonly day: string; readonly limit: number },
): Promise<string[]> {
  const rows = await on
    .tables<InventoryTables>()
    .selectFrom('inventory_item')
    .select('variant_id')
    .where('ships_from', '>', day)
    .orderBy('ships_from')
    .orderBy('variant_id')
    .limit(limit)
    .execute();
  return rows.map(({ variant_id }) => variant_id);
}

/** The ledger of a variant, the newest first; a page costs the same however long it is. One statement. */
export async function readMovements(on: Queryable, query: MovementQuery): Promise<StockMovementPage> {
  const { variantId, locationId, onlyOnHand = false, after } = query;
  const limit = Math.min(100, Math.max(1, query.limit ?? 50));
  const isCursor = after !== undefined && /^\d{1,15}$/.test(after);
  const rows = await on
    .tables<InventoryTables>()
    .selectFrom('inventory_movement')
    .selectAll()
    .where('variant_id', '=', variantId)
    .$if(locationId !== undefined, (rest) => rest.where('location_id', '=', locationId!))
    .$if(onlyOnHand, (rest) => rest.where('on_hand', '<>', 0))
    .$if(isCursor, (rest) => rest.where('id', '<', Number(after)))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  return {
    movements: page.map((row) => ({
      id: String(row.id),
      at: row.at.toISOString(),
      locationId: row.location_id,
      onHand: row.on_hand,
      reserved: row.reserved,
      reason: row.reason,
      actor: row.actor,
      ...(row.reference !== null && { reference: row.reference }),
    })),
    ...(rows.length > limit && { next: String(page.at(-1)!.id) }),
  };
}
