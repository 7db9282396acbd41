import { newId, type Queryable, type Transaction } from '@vitrine/database';
import { type RawBuilder, sql } from 'kysely';
import { bookingsOf, bookReserved } from './book-reserved.ts';
import { itemsToLock, lockItems, type StockDesk } from './book-stock.ts';
import { type Allocation, allocationsOf, type HeldPart, piecesHeld, stockedIn } from './bundle.rules.ts';
import { preorderedIn } from './count-preorders.ts';
import { type HeldColumns, heldColumns, heldRowOf, readHeldRows } from './held-parts.ts';
import { dayFor, readStockAround, type VariantStock } from './inventory.queries.ts';
import type { InventoryTables } from './inventory.tables.ts';
import { releaseExpired } from './release-reservations.ts';
import { allocateParts, type Demand, type DemandPart } from './reservation.rules.ts';
import { stockOn } from './told-stock.rules.ts';
import { writeHeld } from './write-held.ts';

export interface ReservationRequest {
  /** `checkout:<id>` or `order:<id>`. It must hold nothing yet. */
  readonly owner: string;
  /** Whose clock says what is out. */
  readonly channel: string;
  readonly parts: readonly DemandPart[];
  /** From then on the pieces are free again; absent = promised for good. */
  readonly expiresAt?: Date;
}

export type ReservationOutcome =
  | { readonly kind: 'reserved'; readonly parts: readonly Allocation[] }
  /** Nothing was reserved. */
  | { readonly kind: 'not-enough'; readonly short: readonly { variantId: string; free: number }[] };

/** Reserves all of it or nothing: SPEC rules RES-1 to RES-6. Waits for others who want the same variants. */
export async function reserveStock(
  desk: StockDesk,
  request: ReservationRequest,
): Promise<ReservationOutcome> {
  const { tx } = desk;
  const { owner, parts: wanted, expiresAt = null } = request;
  const demanded = wanted.flatMap(({ demand }) => demand.map(({ variantId }) => variantId));
  const variantIds = [...new Set(demanded)].sort();
  await lockItems(tx, variantIds);
  let stock = await readToAllocate(desk, request.channel, variantIds);
  let outcome = allocateParts(wanted, stock);
  const stocked = stockedIn(variantIds, stock);
  if (outcome.kind === 'not-enough' && (await releaseExpired(desk, stocked)) > 0) {
    stock = await readToAllocate(desk, request.channel, variantIds);
    outcome = allocateParts(wanted, stock);
  }
  if (outcome.kind === 'not-enough') return outcome;
  const { parts, held } = outcome;
  const isOut = ({ variantId }: HeldPart) => stock.get(variantId)?.preorderable === undefined;
  const rows = held.map((part) => ({
    ...part,
    preordered: isOut(part) ? 0 : part.quantity + part.backordered,
  }));
  const bookings = bookingsOf(held, { owner, reason: 'reserved', sign: 1 });
  await bookReserved(desk, stock, bookings, preorderedIn(rows, 1));
  await tx.later(
    tx
      .tables<InventoryTables>()
      .insertInto('inventory_reservation')
      .values(
        rows.map(
          ({ soldAs, variantId, locationId, perPiece, partCount, quantity, backordered, preordered }) => ({
            id: newId(),
            owner,
            sold_as: soldAs,
            variant_id: variantId,
            location_id: locationId,
            per_piece: perPiece,
            part_count: partCount,
            quantity,
            backordered,
            preordered,
            expires_at: expiresAt,
            made_at: desk.at,
          }),
        ),
      ),
  );
  return { kind: 'reserved', parts };
}

/** Stock with what of it may be preordered now. */
async function readToAllocate(
  { tx, ...desk }: StockDesk,
  channel: string,
  variantIds: readonly string[],
): Promise<ReadonlyMap<string, VariantStock>> {
  const stock = await readStockAround(tx, variantIds);
  return stockOn(stock, await dayFor(tx, { ...desk, channel }, stock));
}

/** What an owner holds. */
export async function readHeld(on: Queryable, owner: string): Promise<readonly Allocation[]> {
  return allocationsOf(await readHeldRows(on, { owner }));
}

export interface Keeping<Also> {
  readonly keeper: string;
  /** Variants whose items are held first, as `lockItems` does: nobody frees what ran out of them meanwhile. Absent = they are. */
  readonly lock?: readonly string[] | undefined;
  /** Read by the same statement. */
  readonly also: RawBuilder<Also>;
}

/**
 * Makes what one owner holds another's, for good. One statement.
 * @returns what it holds; empty when there was nothing (any more).
 */
export async function keepReservations<Also>(
  tx: Transaction,
  owner: string,
  { keeper, lock = [], also }: Keeping<Also>,
): Promise<{ readonly kept: readonly Allocation[]; readonly also: Also }> {
  const tables = tx.tables<InventoryTables>();
  const columns = sql.join(heldColumns.map((column) => sql.ref(column)));
  // The items are counted before the first row is looked for. Rows that changed or went while it waited are taken as they are then.
  const { rows } = await sql<{ readonly held: readonly HeldColumns[]; readonly also: Also }>`
    with locked as (${itemsToLock(tables, lock)}), kept as (
      update inventory_reservation set owner = ${keeper}, expires_at = null
      where owner = ${owner} and (select count(*) from locked) >= 0
      returning ${columns}
    )
    select (select coalesce(jsonb_agg(to_jsonb(kept)), '[]') from kept) as held, ${also} as also`.execute(
    tables,
  );
  const { held, also: read } = rows[0]!;
  // As JSON it is a text.
  const parts = held.map((row) => heldRowOf({ ...row, made_at: new Date(row.made_at) }));
  return { kept: allocationsOf(parts), also: read };
}

/**
 * Takes reserved pieces away: they leave the location. Backordered ones must have come first.
 * @returns `not-reserved` when the owner does not hold that many there; then nothing changed.
 */
export async function takeReserved(
  desk: StockDesk,
  owner: string,
  {
    parts,
    reason,
  }: {
    readonly parts: readonly (Demand & { readonly locationId: string })[];
    readonly reason: string;
  },
): Promise<{ readonly kind: 'taken' } | { readonly kind: 'not-reserved'; readonly variantId: string }> {
  const { tx } = desk;
  const variantIds = [...new Set(parts.map(({ variantId }) => variantId))].sort();
  await lockItems(tx, variantIds);
  const held = piecesHeld(await readHeldRows(tx, { owner, soldAs: variantIds }));
  const piecesOf = ({ variantId, locationId }: { variantId: string; locationId: string }) =>
    held.find((each) => each.variantId === variantId && each.locationId === locationId);
  const missing = parts.find((part) => (piecesOf(part)?.quantity ?? 0) < part.quantity);
  if (missing) return { kind: 'not-reserved', variantId: missing.variantId };
  const leaving = parts.flatMap((part) =>
    piecesOf(part)!.parts.map((row) => ({ row, sent: part.quantity * row.perPiece })),
  );
  const bookings = leaving.map(({ row: { variantId, locationId }, sent }) => ({
    variantId,
    locationId,
    onHand: -sent,
    reserved: -sent,
    reason,
    reference: owner,
  }));
  await bookReserved(desk, await readStockAround(tx, variantIds), bookings);
  // What was preordered and sent stays counted as preordered: the limit is of all that was promised.
  for (const { row, sent } of leaving) await writeHeld(tx, row, { ...row, quantity: row.quantity - sent });
  return { kind: 'taken' };
}
