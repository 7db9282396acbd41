import type { Queryable, Transaction } from '@vitrine/database';
import type { Selectable } from 'kysely';
import { openOf } from '../orders/order-pieces.ts';
import { findRoute } from './find-route.ts';
import type { FulfilmentTables } from './fulfilment.tables.ts';
import { type FulfilmentDesk, ownerOf } from './fulfilment-desk.ts';

export type StuckRow = Selectable<FulfilmentTables['fulfilment_stuck']>;

/** Writes down what its location cannot send and nobody else can just now: it is tried again. The order is locked. */
export async function noteStuck(
  { tx, at }: Pick<FulfilmentDesk, 'tx' | 'at'>,
  orderId: string,
  {
    demand,
    locationId,
  }: {
    readonly demand: readonly { readonly variantId: string; readonly quantity: number }[];
    readonly locationId: string;
  },
): Promise<void> {
  await tx
    .tables<FulfilmentTables>()
    .insertInto('fulfilment_stuck')
    .values(
      demand.map(({ variantId, quantity }) => ({
        ...{ order_id: orderId, variant_id: variantId, location_id: locationId, quantity },
        ...{ since: at, tried_at: at },
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['order_id', 'variant_id', 'location_id']).doUpdateSet((is) => ({
        quantity: is('fulfilment_stuck.quantity', '+', is.ref('excluded.quantity')),
      })),
    )
    .execute();
}

/** Those tried longest ago, or waiting longest. */
export function readStuck(
  on: Queryable,
  { triedBefore, limit }: { readonly triedBefore?: Date; readonly limit: number },
): Promise<StuckRow[]> {
  return on
    .tables<FulfilmentTables>()
    .selectFrom('fulfilment_stuck')
    .selectAll()
    .$if(triedBefore !== undefined, (query) => query.where('tried_at', '<=', triedBefore!))
    .orderBy(triedBefore === undefined ? 'since' : 'tried_at')
    .orderBy('order_id')
    .orderBy('variant_id')
    .limit(limit)
    .execute();
}

/**
 * Looks once more who could send what its location cannot: SPEC rule FUL-15. What left or was cancelled meanwhile is forgotten.
 * @returns whether it moved.
 */
export async function routeAgain(desk: FulfilmentDesk, stuck: StuckRow): Promise<boolean> {
  const { tx, orders, stock, actor, at } = desk;
  const { order_id: orderId, variant_id: variantId, location_id: locationId } = stuck;
  const order = await orders.inTransaction.lock(tx, orderId);
  if (!(await isThere(tx, stuck))) return false;
  const held = await stock.held(tx, ownerOf(orderId));
  const here = held.find((each) => each.variantId === variantId && each.locationId === locationId);
  const parcels = new Set(order?.deliveries.filter(({ kind }) => kind !== 'pickup').map(({ id }) => id));
  const lines = (order?.lines ?? []).filter(
    (line) => line.variantId === variantId && parcels.has(line.deliveryId) && openOf(line) > 0,
  );
  const open = lines.reduce((sum, line) => sum + openOf(line), 0);
  const quantity = Math.min(stuck.quantity, open, (here?.quantity ?? 0) + (here?.backordered ?? 0));
  if (!order || quantity === 0) {
    await forget(tx, stuck);
    return false;
  }
  const route = await findRoute(desk, order, { demand: [{ variantId, quantity }], locationId });
  if (route.kind !== 'routed') {
    await noteTried(tx, stuck, at);
    return false;
  }
  const moves = route.parts.map(({ locationId: to, ...part }) => ({ ...part, from: locationId, to }));
  await stock.moveHeld(tx, ownerOf(orderId), moves, { actor, at });
  await forget(tx, stuck);
  await orders.inTransaction.tell(tx, orderId, {
    kind: 'rerouted',
    actor,
    detail: { location: locationId, lines: piecesOf(lines, quantity), to: route.parts },
  });
  await tx.emit({ kind: 'order.rerouted', payload: { orderId, locationId } });
  return true;
}

/** Was tried and stays where it is. */
export async function noteTried(on: Queryable, stuck: StuckRow, at: Date): Promise<void> {
  await on
    .tables<FulfilmentTables>()
    .updateTable('fulfilment_stuck')
    .set({ tried_at: at })
    .where('order_id', '=', stuck.order_id)
    .where('variant_id', '=', stuck.variant_id)
    .where('location_id', '=', stuck.location_id)
    .execute();
}

async function isThere(tx: Transaction, stuck: StuckRow): Promise<boolean> {
  const row = await tx
    .tables<FulfilmentTables>()
    .selectFrom('fulfilment_stuck')
    .select('quantity')
    .where('order_id', '=', stuck.order_id)
    .where('variant_id', '=', stuck.variant_id)
    .where('location_id', '=', stuck.location_id)
    .executeTakeFirst();
  return row !== undefined;
}

async function forget(tx: Transaction, { order_id, variant_id, location_id }: StuckRow): Promise<void> {
  await tx
    .tables<FulfilmentTables>()
    .deleteFrom('fulfilment_stuck')
    .where('order_id', '=', order_id)
    .where('variant_id', '=', variant_id)
    .where('location_id', '=', location_id)
    .execute();
}

function piecesOf(
  lines: readonly (Parameters<typeof openOf>[0] & { readonly id: string })[],
  quantity: number,
) {
  let left = quantity;
  return lines.flatMap((line) => {
    const taken = Math.min(left, openOf(line));
    left -= taken;
    return taken > 0 ? [{ lineId: line.id, quantity: taken }] : [];
  });
}
