import { createHash, timingSafeEqual } from 'node:crypto';
import { openOf } from '../orders/order-pieces.ts';
import type { HandOverOutcome, ReadyOutcome } from './fulfilment.views.ts';
import { checkWanted, type FulfilmentDesk, takePieces } from './fulfilment-desk.ts';
import type { HandOverInput, ReadyInput } from './fulfilment-input.ts';
import { addShipment, endPickup, readShipments } from './keep-shipment.ts';
import { tellFulfilled } from './ship.ts';

/** Six digits a shopper shows at the counter; only who can open the order knows them. */
export function pickupCodeOf(orderKey: string): string {
  const digest = createHash('sha256').update(`vitrine pickup\n${orderKey}`).digest();
  return String(digest.readUInt32BE(0) % 1_000_000).padStart(6, '0');
}

/** Pieces lie at a store for their shopper: FUL-6. */
export async function makeReady(desk: FulfilmentDesk, input: ReadyInput): Promise<ReadyOutcome> {
  const { tx, orders, actor, at } = desk;
  const checked = await checkWanted(desk, input, {
    kinds: ['pickup'],
    ready: async () =>
      (await readShipments(tx, { orderId: input.orderId })).filter(({ state }) => state === 'ready'),
  });
  if (checked.kind !== 'usable') return checked;
  const { order, pieces } = checked;
  const { locationId } = input;
  const made = { orderId: order.id, kind: 'pickup', locationId, lines: pieces, at } as const;
  const shipment = await addShipment(tx, made);
  await orders.inTransaction.tell(tx, order.id, {
    kind: 'ready',
    actor,
    detail: { shipment: shipment.id, location: locationId, lines: pieces },
  });
  await tx.emit({ kind: 'order.ready', payload: { orderId: order.id, shipmentId: shipment.id } });
  return { kind: 'ready', shipment, code: pickupCodeOf(orders.keyOf(order.id)) };
}

/** The shopper takes them along: FUL-7. */
export async function handOver(
  desk: FulfilmentDesk,
  { orderId, shipmentId, code, beforePaid }: HandOverInput,
): Promise<HandOverOutcome> {
  const { tx, orders, at } = desk;
  const order = await orders.inTransaction.lockForMoney(tx, orderId);
  if (!order) return { kind: 'no-order' };
  const [waiting] = await readShipments(tx, { id: shipmentId });
  if (waiting?.orderId !== orderId || waiting.state !== 'ready') return { kind: 'not-ready' };
  if (code !== undefined && !isCode(code, orders.keyOf(orderId))) return { kind: 'wrong-code' };
  const pieces = waiting.lines
    .map(({ lineId, quantity }) => {
      const line = order.lines.find(({ id }) => id === lineId)!;
      return { lineId, quantity: Math.min(quantity, openOf(line)) };
    })
    .filter(({ quantity }) => quantity > 0);
  if (pieces.length === 0) {
    await endPickup(tx, waiting, { lines: [], at });
    return { kind: 'nothing-left' };
  }
  const taken = await takePieces(desk, order, { pieces, locationId: waiting.locationId, beforePaid });
  if ('kind' in taken) return taken;
  const shipment = await endPickup(tx, waiting, { lines: pieces, at });
  await tellFulfilled(desk, taken, shipment);
  return { kind: 'handed-over', shipment };
}

function isCode(given: string, orderKey: string): boolean {
  const [a, b] = [Buffer.from(given.replaceAll(/\D/g, '')), Buffer.from(pickupCodeOf(orderKey))];
  return a.length === b.length && timingSafeEqual(a, b);
}
