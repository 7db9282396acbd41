import { fulfilmentOf } from '../orders/count-pieces.ts';
import type { LockedOrder } from '../orders/orders.ts';
import type { ShipmentView, ShipOutcome } from './fulfilment.views.ts';
import { checkWanted, type FulfilmentDesk, takePieces } from './fulfilment-desk.ts';
import type { ShipInput } from './fulfilment-input.ts';
import { addShipment } from './keep-shipment.ts';

/**
 * Sends pieces of an order as one parcel: SPEC rules FUL-1 to FUL-5.
 * @param toldAs the timeline's kind; by default as what they are.
 */
export async function shipPieces(
  desk: FulfilmentDesk,
  input: ShipInput,
  toldAs?: 'gift-cards-sent',
): Promise<ShipOutcome> {
  const checked = await checkWanted(desk, input, { kinds: ['ship', 'electronic'] });
  if (checked.kind !== 'usable') return checked;
  const { order, pieces } = checked;
  const { locationId, carrier, tracking, beforePaid } = input;
  const taken = await takePieces(desk, order, { pieces, locationId, beforePaid });
  if ('kind' in taken) return taken;
  const shipment = await addShipment(desk.tx, {
    orderId: order.id,
    kind: 'parcel',
    locationId,
    ...(carrier !== undefined && { carrier }),
    ...(tracking !== undefined && { tracking }),
    lines: pieces,
    at: desk.at,
  });
  await tellFulfilled(desk, taken, shipment, toldAs);
  return { kind: 'shipped', shipment };
}

/** The timeline's entry and the event of pieces that left. */
export async function tellFulfilled(
  { tx, orders, actor }: FulfilmentDesk,
  order: LockedOrder,
  shipment: ShipmentView,
  toldAs?: 'gift-cards-sent',
): Promise<void> {
  const { id, kind, locationId, carrier, tracking, lines } = shipment;
  const fulfilment = fulfilmentOf(order.lines);
  await orders.inTransaction.tell(tx, order.id, {
    kind: toldAs ?? (kind === 'parcel' ? 'shipped' : 'handed-over'),
    actor,
    detail: {
      shipment: id,
      location: locationId,
      lines,
      fulfilment,
      ...(carrier !== undefined && { carrier }),
      ...(tracking !== undefined && { tracking }),
    },
  });
  await tx.emit({ kind: 'order.fulfilled', payload: { orderId: order.id, shipmentId: id, fulfilment } });
}
