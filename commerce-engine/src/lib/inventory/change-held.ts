import { newId } from '@vitrine/database';
import { sql } from 'kysely';
import { promiseToBackorders } from './allocate-backorders.ts';
import { bookReserved, withBookings } from './book-reserved.ts';
import { type Booking, lockItems, type StockDesk } from './book-stock.ts';
import { preorderedIn } from './count-preorders.ts';
import { readStock } from './inventory.queries.ts';
import type { InventoryTables } from './inventory.tables.ts';
import type { Demand } from './reservation.rules.ts';

export type ReleasePartOutcome =
  | { readonly kind: 'released' }
  /** The owner holds less; nothing changed. */
  | { readonly kind: 'not-held'; readonly variantId: string };

/** Gives back so many pieces of what an owner holds, and no others: SPEC rule RES-9. Each variant once. */
export async function releasePart(
  desk: StockDesk,
  owner: string,
  demand: readonly Demand[],
): Promise<ReleasePartOutcome> {
  const variantIds = demand.map(({ variantId }) => variantId);
  await lockItems(desk.tx, variantIds);
  const held = await readRows(desk, owner, variantIds);
  const cuts = demand.map((wanted) => ({ ...wanted, rows: cutsOf(held, wanted) }));
  const short = cuts.find(({ rows, quantity }) => piecesOf(rows) < quantity);
  if (short) return { kind: 'not-held', variantId: short.variantId };
  const bookings: Booking[] = [];
  const given: { variantId: string; preordered: number }[] = [];
  for (const { row, present, owed } of cuts.flatMap(({ rows }) => rows)) {
    const preordered = await writeRow(desk, row, {
      quantity: row.quantity - present,
      backordered: row.backordered - owed,
    });
    given.push({ variantId: row.variant_id, preordered: row.preordered - preordered });
    if (present > 0) bookings.push(bookingOf(row, owner, { reserved: -present, reason: 'released' }));
  }
  const stock = await readStock(desk.tx, variantIds);
  const promised = await promiseToBackorders(desk, withBookings(stock, bookings));
  await bookReserved(desk, stock, [...bookings, ...promised], preorderedIn(given, -1));
  return { kind: 'released' };
}

export interface HeldMove extends Demand {
  readonly from: string;
  /** There must be that many free. */
  readonly to: string;
}

/**
 * Moves a promise to other locations; the pieces themselves stay where they are: SPEC rule RES-10. What is there moves
 * before what is owed. The items are locked and the places' stock is known to suffice.
 */
export async function moveHeld(desk: StockDesk, owner: string, moves: readonly HeldMove[]): Promise<void> {
  const variantIds = [...new Set(moves.map(({ variantId }) => variantId))];
  const bookings: Booking[] = [];
  for (const { variantId, from, to, quantity } of moves) {
    const rows = await readRows(desk, owner, [variantId]);
    const row = rows.find((each) => each.location_id === from);
    if (!row || row.quantity + row.backordered < quantity)
      throw new Error(`"${owner}" does not hold ${quantity} pieces of variant "${variantId}" at "${from}".`);
    const present = Math.min(quantity, row.quantity);
    const owed = quantity - present;
    const rest = { quantity: row.quantity - present, backordered: row.backordered - owed };
    const moved = row.preordered - (await writeRow(desk, row, rest));
    const there = rows.find((each) => each.location_id === to);
    if (there) {
      const preordered = there.preordered + moved;
      await writeRow(desk, { ...there, preordered }, { ...there, quantity: there.quantity + quantity });
    } else await addRow(desk, { ...row, owner, location_id: to, quantity, preordered: moved });
    if (present > 0) bookings.push(bookingOf(row, owner, { reserved: -present, reason: 'released' }));
    bookings.push(bookingOf({ ...row, location_id: to }, owner, { reserved: quantity, reason: 'reserved' }));
  }
  await bookReserved(desk, await readStock(desk.tx, variantIds), bookings);
}

interface Row {
  readonly id: string;
  readonly variant_id: string;
  readonly location_id: string;
  readonly quantity: number;
  readonly backordered: number;
  readonly preordered: number;
  readonly made_at: Date;
}

/** In the order in which they are given back: the smallest part first, so that what stays comes in fewer parcels. */
function readRows({ tx }: StockDesk, owner: string, variantIds: readonly string[]): Promise<Row[]> {
  return tx
    .tables<InventoryTables>()
    .selectFrom('inventory_reservation')
    .select(['id', 'variant_id', 'location_id', 'quantity', 'backordered', 'preordered', 'made_at'])
    .where('owner', '=', owner)
    .where('variant_id', '=', sql<string>`any(${[...variantIds]}::text[])`)
    .orderBy('quantity')
    .orderBy('location_id')
    .execute();
}

/** What is owed is given up before what is there. */
function cutsOf(held: readonly Row[], { variantId, quantity }: Demand) {
  const own = held.filter((row) => row.variant_id === variantId);
  let left = quantity;
  const owed = own.map((row) => {
    const cut = Math.min(left, row.backordered);
    left -= cut;
    return cut;
  });
  return own
    .map((row, at) => {
      const present = Math.min(left, row.quantity);
      left -= present;
      return { row, present, owed: owed[at]! };
    })
    .filter((cut) => cut.present + cut.owed > 0);
}

function piecesOf(cuts: readonly { readonly present: number; readonly owed: number }[]): number {
  return cuts.reduce((sum, { present, owed }) => sum + present + owed, 0);
}

/** @returns how many of its pieces were preordered then: as many as were, up to all. */
async function writeRow(
  { tx }: StockDesk,
  { id, preordered: before }: Pick<Row, 'id' | 'preordered'>,
  { quantity, backordered }: Pick<Row, 'quantity' | 'backordered'>,
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

/** Keeps its age: who waits longest is still served first. */
async function addRow({ tx }: StockDesk, row: Omit<Row, 'id'> & { readonly owner: string }) {
  const { owner, variant_id, location_id, quantity, preordered, made_at } = row;
  await tx
    .tables<InventoryTables>()
    .insertInto('inventory_reservation')
    .values({
      id: newId(),
      owner,
      variant_id,
      location_id,
      quantity,
      backordered: 0,
      preordered,
      expires_at: null,
      made_at,
    })
    .execute();
}

function bookingOf(
  { variant_id, location_id }: Pick<Row, 'variant_id' | 'location_id'>,
  owner: string,
  { reserved, reason }: { reserved: number; reason: string },
): Booking {
  return {
    variantId: variant_id,
    locationId: location_id,
    onHand: 0,
    reserved,
    reason,
    reference: owner,
  };
}
