import type { Transaction } from '@vitrine/database';
import type { HeldRow } from './held-parts.ts';
import type { InventoryTables } from './inventory.tables.ts';

/**
 * Writes what is left of what is held; of nothing no row stays. The items are locked.
 * @returns how many of its pieces were preordered then: as many as were, up to all.
 */
export async function writeHeld(
  tx: Transaction,
  { id, preordered: before }: Pick<HeldRow, 'id' | 'preordered'>,
  { quantity, backordered }: Pick<HeldRow, 'quantity' | 'backordered'>,
): Promise<number> {
  const tables = tx.tables<InventoryTables>();
  const preordered = Math.min(before, quantity + backordered);
  if (quantity + backordered === 0)
    await tables.deleteFrom('inventory_reservation').where('id', '=', id).execute();
  else
    await tables
      .updateTable('inventory_reservation')
      .set({ quantity, backordered, preordered })
      .where('id', '=', id)
      .execute();
  return preordered;
}
