import { newId } from '@vitrine/database';
import { deliveryKinds } from '../delivery/delivery.rules.ts';
import { demandOf } from '../orders/order-pieces.ts';
import type { LockedOrder } from '../orders/orders.ts';
import type { FulfilmentTables } from './fulfilment.tables.ts';
import type { RejectOutcome } from './fulfilment.views.ts';
import { checkWanted, type FulfilmentDesk, ownerOf } from './fulfilment-desk.ts';
import type { RejectInput } from './fulfilment-input.ts';
import { type Route, routeDemand } from './route.rules.ts';

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
  }
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

async function findRoute(
  { tx, stock, stores }: FulfilmentDesk,
  order: LockedOrder,
  { demand, locationId }: { demand: ReturnType<typeof demandOf>; locationId: string },
): Promise<Route> {
  const variantIds = demand.map(({ variantId }) => variantId);
  const levels = await stock.lockStock(tx, variantIds);
  const { locations } = await stores.channel(order.channel, { on: tx });
  const tables = tx.tables<FulfilmentTables>();
  const stays = await tables
    .selectFrom('fulfilment_location')
    .select('location_id')
    .where('ships', '=', false)
    .execute();
  const refused = await tables
    .selectFrom('fulfilment_rejection')
    .select('location_id')
    .where('order_id', '=', order.id)
    .where('variant_id', 'in', variantIds)
    .execute();
  const held = await stock.held(tx, ownerOf(order.id));
  // A store that only hands something over sends no parcel of the order.
  const pickups = order.deliveries.filter(({ kind }) => kind === 'pickup').map(({ id }) => id);
  const sent = new Set(
    order.lines.filter(({ deliveryId }) => !pickups.includes(deliveryId)).map(({ variantId }) => variantId),
  );
  return routeDemand({
    demand,
    stock: levels,
    locations: locations.map((id) => ({ id, ships: !stays.some(({ location_id }) => location_id === id) })),
    excluded: [locationId, ...refused.map(({ location_id }) => location_id)],
    sending: held.filter(({ variantId }) => sent.has(variantId)).map((each) => each.locationId),
  });
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
