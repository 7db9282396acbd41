import type { Queryable } from '@vitrine/database';
import { type Selectable, sql } from 'kysely';
import type { DeliveryTables } from './delivery.tables.ts';
import type { ProductDeliveryInput, StaffMethod, StoredMethod } from './delivery-input.ts';
import type { DeliveryCalendar } from './delivery-promise.rules.ts';

/** All methods, retired ones too, in the order they are offered. One statement. */
export async function readMethods(on: Queryable): Promise<StoredMethod[]> {
  const rows = await on
    .tables<DeliveryTables>()
    .selectFrom('delivery_method')
    .select('method')
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(({ method }) => method);
}

/** The same with their versions. One statement. */
export async function readMethodsForStaff(on: Queryable): Promise<StaffMethod[]> {
  const rows = await on
    .tables<DeliveryTables>()
    .selectFrom('delivery_method')
    .select(['method', 'version'])
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(({ method, version }) => ({ ...method, version }));
}

/** The channels that were set up, by id. One statement. */
export async function readCalendars(on: Queryable): Promise<ReadonlyMap<string, DeliveryCalendar>> {
  const rows = await on.tables<DeliveryTables>().selectFrom('delivery_channel').selectAll().execute();
  return new Map(
    rows.map(({ channel_id, time_zone, holidays }) => [channel_id, { timeZone: time_zone, holidays }]),
  );
}

/** How each product can reach the shopper, in the order of the ids. One statement. */
export async function readProductDelivery(
  on: Queryable,
  productIds: readonly string[],
): Promise<ProductDeliveryInput[]> {
  if (productIds.length === 0) return [];
  const rows = await on
    .tables<DeliveryTables>()
    .selectFrom('delivery_product')
    .selectAll()
    .where('product_id', '=', sql<string>`any(${[...new Set(productIds)]}::text[])`)
    .execute();
  const known = byProduct(rows);
  return productIds.map((productId) => known.get(productId) ?? usualDelivery(productId));
}

/** The same of products that were set up, at most so many. One statement. */
export async function readAllProductDelivery(
  on: Queryable,
  most: number,
): Promise<ReadonlyMap<string, ProductDeliveryInput>> {
  const rows = await on
    .tables<DeliveryTables>()
    .selectFrom('delivery_product')
    .selectAll()
    .limit(most)
    .execute();
  return byProduct(rows);
}

/** Of a product that was not set up. */
export function usualDelivery(productId: string): ProductDeliveryInput {
  return { productId, ship: true, pickup: true, electronic: false };
}

function byProduct(
  rows: readonly Selectable<DeliveryTables['delivery_product']>[],
): ReadonlyMap<string, ProductDeliveryInput> {
  return new Map(
    rows.map(({ product_id: productId, ...ways }) => [productId, { productId, ...ways }] as const),
  );
}

/** How many orders come in the slots from a moment on, by ISO time. One statement. */
export async function readTaken(
  on: Queryable,
  { storeId, methodId, from }: { readonly storeId: string; readonly methodId: string; readonly from: Date },
): Promise<Readonly<Record<string, number>>> {
  const rows = await on
    .tables<DeliveryTables>()
    .selectFrom('delivery_slot')
    .select(['starts_at', 'taken'])
    .where('store_id', '=', storeId)
    .where('method_id', '=', methodId)
    .where('starts_at', '>=', from)
    .execute();
  return Object.fromEntries(rows.map(({ starts_at, taken }) => [starts_at.toISOString(), taken]));
}
