import { newId } from '@vitrine/database';
import { deliveryKinds } from '../delivery/delivery.rules.ts';
import { demandOf } from '../orders/order-pieces.ts';
import type { LockedOrder } from '../orders/orders.ts';
import { findRoute } from './find-route.ts';
import type { FulfilmentTables } from './fulfilment.tables.ts';
import type { RejectOutcome } from './fulfilment.views.ts';
import { checkWanted, type FulfilmentDesk, ownerOf } from './fulfilment-desk.ts';
import type { RejectInput } from './fulfilment-input.ts';
import type { Route } from './route.rules.ts';
import { noteStuck } from './route-again.ts';

/** A location cannot send: the promise moves to another, or stays. SPEC rules FUL-8 to FUL-10. */
export async function rejectPieces(desk: FulfilmentDesk, input: RejectInput): Promise<RejectOutcome> {
  const { tx, orders, stock, actor, at } = desk;
  const { locationId, reason } = input;
  const checked = await checkWanted(desk, input, { kinds: deliveryKinds });
  if (checked.kind !== 'usable') return checked;
  const { order, pieces } = checked;
  const demand = demandOf(order, pieces);
  await noteRejection(desk, order, { demand, locationId, reason });
  const isPickup = order.deliveries.some(
    ({ id, kind }) =>
      kind === 'pickup' &&
      order.lines.some((line) => line.deliveryId === id && pieces.some(({ lineId }) => lineId === line.id)),
  );
  const route: Route = isPickup
    ? { kind: 'nowhere-else', short: demand.map(({ variantId }) => ({ variantId, free: 0 })) }
    : await findRoute(desk, order, { demand, locationId });
  if (route.kind === 'routed') {
    const moves = route.parts.map(({ locationId: to, ...part }) => ({ ...part, from: locationId, to }));
    await stock.moveHeld(tx, ownerOf(order.id), moves, { actor, at });
  } else if (!isPickup) await noteStuck(desk, order.id, { demand, locationId });
  await orders.inTransaction.tell(tx, order.id, {
    kind: 'rejected',
    actor,
    detail: {
      location: locationId,
      reason,
      lines: pieces,
      ...(route.kind === 'routed' ? { to: route.parts } : { nowhereElse: true }),
    },
  });
  await tx.emit({
    kind: route.kind === 'routed' ? 'order.rerouted' : 'order.stuck',
    payload: { orderId: order.id, locationId },
  });
  return route.kind === 'routed' ? { kind: 'moved', parts: route.parts } : route;
}

async function noteRejection(
  { tx, actor, at }: FulfilmentDesk,
  order: LockedOrder,
  { demand, locationId, reason }: { demand: ReturnType<typeof demandOf>; locationId: string; reason: string },
): Promise<void> {
  await tx
    .tables<FulfilmentTables>()
    .insertInto('fulfilment_rejection')
    .values(
      demand.map(({ variantId, quantity }) => ({
        id: newId(),
        order_id: order.id,
        variant_id: variantId,
        location_id: locationId,
        quantity,
        reason,
        actor,
        at,
      })),
    )
    .execute();
}
