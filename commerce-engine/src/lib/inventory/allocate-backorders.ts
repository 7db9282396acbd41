import { sql } from 'kysely';
import { fillBackorders } from './backorder.rules.ts';
import { type Booking, bookStock, type StockDesk } from './book-stock.ts';
import { readStock, type VariantStock } from './inventory.queries.ts';
import type { InventoryTables } from './inventory.tables.ts';

/**
 * Gives pieces that have arrived to those who wait for them: SPEC rule RES-8. The items are locked, and whoever calls
 * tells shoppers.
 */
export async function allocateBackorders(desk: StockDesk, variantIds: readonly string[]): Promise<void> {
  const waiting = await readWaiting(desk, variantIds);
  if (waiting.length === 0) return;
  const bookings = await fill(desk, waiting, await readStock(desk.tx, variantIds));
  for (const booking of bookings) await bookStock(desk.tx, [booking], desk);
}

/**
 * The same for pieces of these that are about to come free.
 * @param stock as it will be; @returns what is to be booked then.
 */
export async function promiseToBackorders(
  desk: StockDesk,
  variantIds: readonly string[],
  stock: ReadonlyMap<string, VariantStock>,
): Promise<Booking[]> {
  const waiting = await readWaiting(desk, variantIds);
  return waiting.length === 0 ? [] : fill(desk, waiting, stock);
}

interface Waiting {
  readonly id: string;
  readonly owner: string;
  readonly variantId: string;
  readonly locationId: string;
  readonly backordered: number;
}

function readWaiting({ tx, at }: StockDesk, variantIds: readonly string[]): Promise<Waiting[]> {
  return tx
    .tables<InventoryTables>()
    .selectFrom('inventory_reservation')
    .select(['id', 'owner', 'variant_id as variantId', 'location_id as locationId', 'backordered'])
    .where('variant_id', '=', sql<string>`any(${[...variantIds]}::text[])`)
    .where('backordered', '>', 0)
    .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', at)]))
    .orderBy('made_at')
    .orderBy('id')
    .execute();
}

async function fill(
  { tx }: StockDesk,
  waiting: readonly Waiting[],
  stock: ReadonlyMap<string, VariantStock>,
): Promise<Booking[]> {
  const fills = fillBackorders(waiting, stock);
  for (const { waiting: row, filled } of fills)
    await tx
      .tables<InventoryTables>()
      .updateTable('inventory_reservation')
      .set((is) => ({
        quantity: is('quantity', '+', filled),
        backordered: is('backordered', '-', filled),
      }))
      .where('id', '=', row.id)
      .execute();
  if (fills.length > 0)
    await tx.emit({
      kind: 'stock.allocated',
      payload: {
        owners: [...new Set(fills.map(({ waiting: row }) => row.owner))],
        variantIds: [...new Set(fills.map(({ waiting: row }) => row.variantId))],
      },
    });
  return fills.map(({ waiting: { owner, variantId, locationId }, filled }) => ({
    variantId,
    locationId,
    onHand: 0,
    reserved: filled,
    reason: 'reserved',
    reference: owner,
  }));
}
