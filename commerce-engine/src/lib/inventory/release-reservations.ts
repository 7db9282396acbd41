import { sql } from 'kysely';
import { promiseToBackorders } from './allocate-backorders.ts';
import { allocationOf, bookingsOf, bookReserved, withBookings } from './book-reserved.ts';
import { lockItems, type StockDesk } from './book-stock.ts';
import { preorderedIn } from './count-preorders.ts';
import { readStock } from './inventory.queries.ts';
import type { InventoryTables } from './inventory.tables.ts';
import type { Allocation } from './reservation.rules.ts';

/** Gives back all that an owner holds. Harmless when it holds nothing. @returns what was given back. */
export function releaseReservations(desk: StockDesk, owner: string): Promise<readonly Allocation[]> {
  return release(desk, 'released', { owner });
}

/** Frees of these variants what nobody came for in time. @returns what came free. */
export function releaseExpired(
  desk: StockDesk,
  variantIds: readonly string[],
): Promise<readonly Allocation[]> {
  return release(desk, 'expired', { variantIds });
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
  return (await releaseExpired(desk, variantIds)).length;
}

/** Of an owner, or what ran out of these variants. */
type Which = { readonly owner: string } | { readonly variantIds: readonly string[] };

async function release(desk: StockDesk, reason: string, which: Which): Promise<readonly Allocation[]> {
  const tables = desk.tx.tables<InventoryTables>();
  const condition =
    'owner' in which
      ? sql<boolean>`owner = ${which.owner}`
      : sql<boolean>`expires_at <= ${desk.at} and variant_id = any(${[...which.variantIds]}::text[])`;
  const found = await tables
    .selectFrom('inventory_reservation')
    .select('variant_id')
    .distinct()
    .where(condition)
    .execute();
  if (found.length === 0) return [];
  const variantIds = found.map((row) => row.variant_id);
  // Everybody locks the items first, so that locks never cross; what is still there then is what is given back.
  await lockItems(desk.tx, variantIds);
  const gone = await tables
    .deleteFrom('inventory_reservation')
    .where(condition)
    .where('variant_id', '=', sql<string>`any(${variantIds}::text[])`)
    .returning(['owner', 'variant_id', 'location_id', 'quantity', 'backordered', 'preordered'])
    .execute();
  if (gone.length === 0) return [];
  const bookings = gone.flatMap((row) =>
    bookingsOf([allocationOf(row)], { owner: row.owner, reason, sign: -1 }),
  );
  const stock = await readStock(desk.tx, variantIds);
  const promised = await promiseToBackorders(desk, withBookings(stock, bookings));
  const given = gone.map(({ variant_id, preordered }) => ({ variantId: variant_id, preordered }));
  await bookReserved(desk, stock, [...bookings, ...promised], preorderedIn(given, -1));
  return gone.map(allocationOf);
}
