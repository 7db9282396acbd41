import { sql } from 'kysely';
import { promiseToBackorders } from './allocate-backorders.ts';
import { bookingsOf, bookReserved, withBookings } from './book-reserved.ts';
import { lockItems, type StockDesk } from './book-stock.ts';
import { type Allocation, allocationsOf } from './bundle.rules.ts';
import { preorderedIn } from './count-preorders.ts';
import { anyOf, type HeldRow, heldColumns, heldRowOf } from './held-parts.ts';
import { readStockAround } from './inventory.queries.ts';
import type { InventoryTables } from './inventory.tables.ts';

/** Gives back all that an owner holds. Harmless when it holds nothing. @returns what was given back. */
export async function releaseReservations(desk: StockDesk, owner: string): Promise<readonly Allocation[]> {
  return allocationsOf(await release(desk, 'released', { owner }));
}

/**
 * Frees of these variants what nobody came for in time. A bundle's other components stay held until somebody wants them or a sweep
 * comes; whose it was holds no whole piece any more. @returns how many parts came free.
 */
export async function releaseExpired(desk: StockDesk, variantIds: readonly string[]): Promise<number> {
  return (await release(desk, 'expired', { variantIds })).length;
}

/** Frees what nobody came for in time, of at most 200 variants. @returns how many reservations. */
export async function sweepReservations(desk: StockDesk): Promise<number> {
  const due = await desk.tx
    .tables<InventoryTables>()
    .selectFrom('inventory_reservation')
    .select('variant_id')
    .distinct()
    .where('expires_at', '<=', desk.at)
    .limit(200)
    .execute();
  const variantIds = due.map((row) => row.variant_id);
  return releaseExpired(desk, variantIds);
}

/** Of an owner, or what ran out of these variants. */
type Which = { readonly owner: string } | { readonly variantIds: readonly string[] };

async function release(desk: StockDesk, reason: string, which: Which): Promise<readonly HeldRow[]> {
  const { tx, at } = desk;
  const tables = tx.tables<InventoryTables>();
  const condition =
    'owner' in which
      ? sql<boolean>`owner = ${which.owner}`
      : sql<boolean>`expires_at <= ${at} and variant_id = ${anyOf(which.variantIds)}`;
  const found = await tables
    .selectFrom('inventory_reservation')
    .select('variant_id')
    .distinct()
    .where(condition)
    .execute();
  if (found.length === 0) return [];
  const variantIds = found.map((row) => row.variant_id);
  // Everybody locks the items first, so that locks never cross; what is still there then is what is given back.
  await lockItems(tx, variantIds);
  const gone = await tables
    .deleteFrom('inventory_reservation')
    .where(condition)
    .where('variant_id', '=', anyOf(variantIds))
    .returning(heldColumns)
    .execute();
  if (gone.length === 0) return [];
  const held = gone.map(heldRowOf);
  const bookings = held.flatMap((part) => bookingsOf([part], { owner: part.owner, reason, sign: -1 }));
  const stock = await readStockAround(tx, variantIds);
  const promised = await promiseToBackorders(desk, variantIds, withBookings(stock, bookings));
  await bookReserved(desk, stock, [...bookings, ...promised], preorderedIn(held, -1));
  return held;
}
