import { newId, type Queryable, type Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import { allocationOf, bookingsOf, bookReserved } from './book-reserved.ts';
import { lockItems, type StockDesk } from './book-stock.ts';
import { preorderedIn } from './count-preorders.ts';
import { dayFor, readStock, type VariantStock } from './inventory.queries.ts';
import { preorderable } from './inventory.rules.ts';
import type { InventoryTables } from './inventory.tables.ts';
import { releaseExpired } from './release-reservations.ts';
import {
  type Allocation,
  allocateParts,
  type Demand,
  type DemandPart,
  type StockToAllocate,
} from './reservation.rules.ts';

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
  if (outcome.kind === 'not-enough' && (await releaseExpired(desk, variantIds)).length > 0) {
    stock = await readToAllocate(desk, request.channel, variantIds);
    outcome = allocateParts(wanted, stock);
  }
  if (outcome.kind === 'not-enough') return outcome;
  const { parts } = outcome;
  const preordered = parts.map(({ variantId, quantity, backordered }) => ({
    variantId,
    preordered: stock.get(variantId)?.preorderable === undefined ? 0 : quantity + backordered,
  }));
  const bookings = bookingsOf(parts, { owner, reason: 'reserved', sign: 1 });
  await bookReserved(desk, stock, bookings, preorderedIn(preordered, 1));
  const held = parts.map(({ variantId, locationId, quantity, backordered }, at) => ({
    id: newId(),
    owner,
    variant_id: variantId,
    location_id: locationId,
    quantity,
    backordered,
    preordered: preordered[at]!.preordered,
    expires_at: expiresAt,
    made_at: desk.at,
  }));
  await tx.later(tx.tables<InventoryTables>().insertInto('inventory_reservation').values(held));
  return { kind: 'reserved', parts };
}

/** Stock with what of it may be preordered now. */
async function readToAllocate(
  { tx, ...desk }: StockDesk,
  channel: string,
  variantIds: readonly string[],
): Promise<ReadonlyMap<string, StockToAllocate & VariantStock>> {
  const stock = await readStock(tx, variantIds);
  const day = await dayFor(tx, { ...desk, channel }, stock);
  return new Map(
    [...stock].map(([id, own]) => {
      const open = preorderable(own, day);
      return [id, open === undefined ? own : { ...own, preorderable: open }];
    }),
  );
}

/** What an owner holds. */
export async function readHeld(on: Queryable, owner: string): Promise<readonly Allocation[]> {
  const rows = await on
    .tables<InventoryTables>()
    .selectFrom('inventory_reservation')
    .select(['variant_id', 'location_id', 'quantity', 'backordered'])
    .where('owner', '=', owner)
    .execute();
  return rows.map(allocationOf);
}

/** Makes what one owner holds another's, for good. @returns what it holds; empty when there was nothing (any more). */
export async function keepReservations(
  tx: Transaction,
  owner: string,
  keeper: string,
): Promise<readonly Allocation[]> {
  const rows = await tx
    .tables<InventoryTables>()
    .updateTable('inventory_reservation')
    .set({ owner: keeper, expires_at: null })
    .where('owner', '=', owner)
    .returning(['variant_id', 'location_id', 'quantity', 'backordered'])
    .execute();
  return rows.map(allocationOf);
}

/**
 * Takes reserved pieces away: they leave the location. Backordered ones must have come first.
 * @returns `not-reserved` when the owner does not hold that many there; then nothing changed.
 */
export async function takeReserved(
  desk: StockDesk,
  owner: string,
  parts: readonly (Demand & { readonly locationId: string })[],
): Promise<{ readonly kind: 'taken' } | { readonly kind: 'not-reserved'; readonly variantId: string }> {
  const { tx } = desk;
  const tables = tx.tables<InventoryTables>();
  const variantIds = [...new Set(parts.map(({ variantId }) => variantId))].sort();
  await lockItems(tx, variantIds);
  const held = await tables
    .selectFrom('inventory_reservation')
    .select(['id', 'variant_id', 'location_id', 'quantity', 'backordered', 'preordered'])
    .where('owner', '=', owner)
    .where('variant_id', '=', sql<string>`any(${variantIds}::text[])`)
    .execute();
  const rowOf = ({ variantId, locationId }: { variantId: string; locationId: string }) =>
    held.find((row) => row.variant_id === variantId && row.location_id === locationId);
  const missing = parts.find((part) => (rowOf(part)?.quantity ?? 0) < part.quantity);
  if (missing) return { kind: 'not-reserved', variantId: missing.variantId };
  const stock = await readStock(tx, variantIds);
  const leaving = parts.map(({ variantId, locationId, quantity }) => ({
    variantId,
    locationId,
    onHand: -quantity,
    reserved: -quantity,
    reason: 'shipped',
    reference: owner,
  }));
  await bookReserved(desk, stock, leaving);
  for (const part of parts) {
    const row = rowOf(part)!;
    if (row.quantity + row.backordered === part.quantity)
      await tables.deleteFrom('inventory_reservation').where('id', '=', row.id).execute();
    else
      await tables
        .updateTable('inventory_reservation')
        .set(withoutPieces(row, part.quantity))
        .where('id', '=', row.id)
        .execute();
  }
  return { kind: 'taken' };
}

/** What was preordered and sent stays counted as preordered: the limit is of all that was promised. */
function withoutPieces(
  { quantity, backordered, preordered }: Row,
  sent: number,
): { readonly quantity: number; readonly preordered: number } {
  const left = quantity - sent;
  return { quantity: left, preordered: Math.min(preordered, left + backordered) };
}

type Row = { readonly quantity: number; readonly backordered: number; readonly preordered: number };
