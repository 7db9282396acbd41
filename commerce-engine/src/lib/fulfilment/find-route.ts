import type { Demand } from '../inventory/reservation.rules.ts';
import type { LockedOrder } from '../orders/orders.ts';
import type { FulfilmentTables } from './fulfilment.tables.ts';
import { type FulfilmentDesk, ownerOf } from './fulfilment-desk.ts';
import { type Route, routeDemand } from './route.rules.ts';

/** Who sends in the place of a location, as things are now; the variants stay locked. */
export async function findRoute(
  { tx, stock, stores }: FulfilmentDesk,
  order: LockedOrder,
  { demand, locationId }: { readonly demand: readonly Demand[]; readonly locationId: string },
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
