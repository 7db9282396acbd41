import { newId } from '@vitrine/database';
import { promiseToBackorders } from './allocate-backorders.ts';
import { bookReserved, withBookings } from './book-reserved.ts';
import { type Booking, lockItems, type StockDesk } from './book-stock.ts';
import { type HeldPieces, partFor, piecesHeld, stockedIn } from './bundle.rules.ts';
import { preorderedIn } from './count-preorders.ts';
import { type HeldRow, readHeldRows } from './held-parts.ts';
import { readStockAround } from './inventory.queries.ts';
import type { InventoryTables } from './inventory.tables.ts';
import type { Demand } from './reservation.rules.ts';
import { writeHeld } from './write-held.ts';

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
  const held = await readPieces(desk, owner, variantIds);
  const cuts = demand.map((wanted) => ({ ...wanted, cut: cutsOf(held, wanted) }));
  const short = cuts.find(({ cut, quantity }) => sum(cut.map(({ pieces }) => pieces)) < quantity);
  if (short) return { kind: 'not-held', variantId: short.variantId };
  const bookings: Booking[] = [];
  const given: { variantId: string; preordered: number }[] = [];
  for (const { from, pieces } of cuts.flatMap(({ cut }) => cut))
    for (const row of from.parts) {
      const left = partFor(row, from.quantity + from.backordered - pieces);
      const preordered = await writeHeld(desk.tx, row, left);
      given.push({ variantId: row.variantId, preordered: row.preordered - preordered });
      const present = row.quantity - left.quantity;
      if (present > 0) bookings.push(bookingOf(row, { reserved: -present, reason: 'released' }));
    }
  const stock = await readStockAround(desk.tx, variantIds);
  const promised = await promiseToBackorders(
    desk,
    stockedIn(variantIds, stock),
    withBookings(stock, bookings),
  );
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
    const held = await readPieces(desk, owner, [variantId]);
    const here = held.find((each) => each.locationId === from);
    if (!here || here.quantity + here.backordered < quantity)
      throw new Error(`"${owner}" does not hold ${quantity} pieces of variant "${variantId}" at "${from}".`);
    const there = held.find((each) => each.locationId === to);
    for (const row of here.parts) {
      const moved = quantity * row.perPiece;
      const present = Math.min(moved, row.quantity);
      const rest = { quantity: row.quantity - present, backordered: row.backordered - (moved - present) };
      const preordered = row.preordered - (await writeHeld(desk.tx, row, rest));
      const other = there?.parts.find((each) => each.variantId === row.variantId);
      if (other)
        await writeHeld(
          desk.tx,
          { ...other, preordered: other.preordered + preordered },
          { ...other, quantity: other.quantity + moved },
        );
      else await addRow(desk, { ...row, locationId: to, quantity: moved, preordered });
      if (present > 0) bookings.push(bookingOf(row, { reserved: -present, reason: 'released' }));
      bookings.push(bookingOf({ ...row, locationId: to }, { reserved: moved, reason: 'reserved' }));
    }
  }
  await bookReserved(desk, await readStockAround(desk.tx, variantIds), bookings);
}

/** In the order in which they are given back: the smallest part first, so that what stays comes in fewer parcels. */
async function readPieces(
  { tx }: StockDesk,
  owner: string,
  variantIds: readonly string[],
): Promise<HeldPieces<HeldRow>[]> {
  const held = piecesHeld(await readHeldRows(tx, { owner, soldAs: variantIds }));
  return held.toSorted((a, b) => a.quantity - b.quantity || (a.locationId < b.locationId ? -1 : 1));
}

/** What is owed is given up before what is there. */
function cutsOf(held: readonly HeldPieces<HeldRow>[], { variantId, quantity }: Demand) {
  const own = held.filter((each) => each.variantId === variantId);
  let left = quantity;
  const cut = (pieces: number) => {
    const taken = Math.min(left, pieces);
    left -= taken;
    return taken;
  };
  const owed = own.map(({ backordered }) => cut(backordered));
  return own
    .map((from, at) => ({ from, pieces: owed[at]! + cut(from.quantity) }))
    .filter(({ pieces }) => pieces > 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** Keeps its age: who waits longest is still served first. */
async function addRow({ tx }: StockDesk, row: Omit<HeldRow, 'id' | 'backordered'>) {
  await tx
    .tables<InventoryTables>()
    .insertInto('inventory_reservation')
    .values({
      id: newId(),
      owner: row.owner,
      sold_as: row.soldAs,
      variant_id: row.variantId,
      location_id: row.locationId,
      per_piece: row.perPiece,
      part_count: row.partCount,
      quantity: row.quantity,
      backordered: 0,
      preordered: row.preordered,
      expires_at: null,
      made_at: row.madeAt,
    })
    .execute();
}

function bookingOf(
  { variantId, locationId, owner }: Pick<HeldRow, 'variantId' | 'locationId' | 'owner'>,
  { reserved, reason }: { reserved: number; reason: string },
): Booking {
  return { variantId, locationId, onHand: 0, reserved, reason, reference: owner };
}
