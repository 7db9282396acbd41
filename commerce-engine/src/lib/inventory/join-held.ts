import type { Transaction } from '@vitrine/database';
import { type Allocation, allocationsOf } from './bundle.rules.ts';
import { readHeldRows } from './held-parts.ts';
import type { InventoryTables } from './inventory.tables.ts';

/**
 * Makes what one owner holds another's for good, beside what that holds already: SPEC rule RES-11. The items are locked.
 * @returns what came to it; empty when there was nothing (any more).
 */
export async function joinHeld(
  tx: Transaction,
  owner: string,
  keeper: string,
): Promise<readonly Allocation[]> {
  const coming = await readHeldRows(tx, { owner });
  if (coming.length === 0) return [];
  const kept = await readHeldRows(tx, { owner: keeper, soldAs: coming.map(({ soldAs }) => soldAs) });
  const tables = tx.tables<InventoryTables>();
  for (const row of coming) {
    const beside = kept.find(
      ({ soldAs, variantId, locationId }) =>
        soldAs === row.soldAs && variantId === row.variantId && locationId === row.locationId,
    );
    if (!beside) {
      await tables
        .updateTable('inventory_reservation')
        .set({ owner: keeper, expires_at: null })
        .where('id', '=', row.id)
        .execute();
      continue;
    }
    await tables.deleteFrom('inventory_reservation').where('id', '=', row.id).execute();
    await tables
      .updateTable('inventory_reservation')
      .set({
        quantity: beside.quantity + row.quantity,
        backordered: beside.backordered + row.backordered,
        preordered: beside.preordered + row.preordered,
      })
      .where('id', '=', beside.id)
      .execute();
  }
  return allocationsOf(coming);
}
