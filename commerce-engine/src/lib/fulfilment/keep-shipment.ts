import { newId, type Queryable, type Transaction } from '@vitrine/database';
import type { Selectable } from 'kysely';
import type { LinePieces } from '../orders/order-pieces.ts';
import type { FulfilmentTables } from './fulfilment.tables.ts';
import type { ShipmentView } from './fulfilment.views.ts';

export interface NewShipment {
  readonly orderId: string;
  readonly kind: 'parcel' | 'pickup';
  readonly locationId: string;
  readonly carrier?: string;
  readonly tracking?: string;
  readonly lines: readonly LinePieces[];
  readonly at: Date;
}

/** A parcel is sent at once; a pickup waits. */
export async function addShipment(tx: Transaction, shipment: NewShipment): Promise<ShipmentView> {
  const tables = tx.tables<FulfilmentTables>();
  const isParcel = shipment.kind === 'parcel';
  const row = await tables
    .insertInto('fulfilment_shipment')
    .values({
      id: newId(),
      order_id: shipment.orderId,
      kind: shipment.kind,
      state: isParcel ? 'sent' : 'ready',
      location_id: shipment.locationId,
      carrier: shipment.carrier ?? null,
      tracking: shipment.tracking ?? null,
      made_at: shipment.at,
      sent_at: isParcel ? shipment.at : null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await tables
    .insertInto('fulfilment_shipment_line')
    .values(
      shipment.lines.map(({ lineId, quantity }) => ({ shipment_id: row.id, line_id: lineId, quantity })),
    )
    .execute();
  return viewOf(row, shipment.lines);
}

/** Of an order in the order they were made, or the one. Two statements. */
export async function readShipments(
  on: Queryable,
  which: { readonly orderId: string } | { readonly id: string },
): Promise<ShipmentView[]> {
  const tables = on.tables<FulfilmentTables>();
  const query = tables.selectFrom('fulfilment_shipment').selectAll();
  const rows = await ('id' in which
    ? query.where('id', '=', which.id)
    : query.where('order_id', '=', which.orderId)
  )
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  if (rows.length === 0) return [];
  const lines = await tables
    .selectFrom('fulfilment_shipment_line')
    .select(['shipment_id', 'line_id as lineId', 'quantity'])
    .where(
      'shipment_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('line_id')
    .execute();
  return rows.map((row) =>
    viewOf(
      row,
      lines
        .filter(({ shipment_id }) => shipment_id === row.id)
        .map(({ lineId, quantity }) => ({ lineId, quantity })),
    ),
  );
}

/** A pickup was handed over with these pieces, or nothing of it was left. The order is locked. */
export async function endPickup(
  tx: Transaction,
  shipment: ShipmentView,
  { lines, at }: { readonly lines: readonly LinePieces[]; readonly at: Date },
): Promise<ShipmentView> {
  const tables = tx.tables<FulfilmentTables>();
  const row = await tables
    .updateTable('fulfilment_shipment')
    .set(lines.length > 0 ? { state: 'handed-over', sent_at: at } : { state: 'withdrawn' })
    .where('id', '=', shipment.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  const left = new Map(lines.map(({ lineId, quantity }) => [lineId, quantity]));
  for (const { lineId, quantity } of shipment.lines) {
    if (left.get(lineId) === quantity) continue;
    await tables
      .updateTable('fulfilment_shipment_line')
      .set({ quantity: left.get(lineId) ?? 0 })
      .where('shipment_id', '=', shipment.id)
      .where('line_id', '=', lineId)
      .execute();
  }
  return viewOf(row, lines);
}

function viewOf(
  row: Selectable<FulfilmentTables['fulfilment_shipment']>,
  lines: readonly LinePieces[],
): ShipmentView {
  return {
    id: row.id,
    orderId: row.order_id,
    kind: row.kind,
    state: row.state,
    locationId: row.location_id,
    ...(row.carrier !== null && { carrier: row.carrier }),
    ...(row.tracking !== null && { tracking: row.tracking }),
    lines,
    madeAt: row.made_at.toISOString(),
    ...(row.sent_at && { sentAt: row.sent_at.toISOString() }),
  };
}
