import type { Queryable } from '@vitrine/database';
import { sql } from 'kysely';
import { storableOnly } from '../storable-text.ts';
import type { Stores } from '../stores/stores.ts';
import type { LocationView } from '../stores/stores.views.ts';
import {
  availableIn,
  type StockLevel,
  type StockPolicy,
  type ToldStock,
  toldStock,
} from './inventory.rules.ts';
import type { InventoryTables } from './inventory.tables.ts';
import type { AvailabilityView, RunningLowView, StoreAvailabilityView } from './inventory.views.ts';

/** How much of a variant can be ordered in a channel. */
export interface OrderableView {
  readonly variantId: string;
  /** Pieces available in the channel. */
  readonly available: number;
  /** Whether more than that may be sold. */
  readonly backorder: boolean;
}

/** All that is kept about a variant's stock. */
export interface VariantStock {
  readonly variantId: string;
  readonly productId: string;
  readonly policy: StockPolicy;
  readonly levels: ReadonlyMap<string, StockLevel>;
}

/** By variant id; variants nobody set up are missing. One statement. */
export async function readStock(
  on: Queryable,
  variantIds: readonly string[],
): Promise<ReadonlyMap<string, VariantStock>> {
  if (variantIds.length === 0) return new Map();
  const rows = await on
    .tables<InventoryTables>()
    .selectFrom('inventory_item as item')
    .leftJoin('inventory_level as level', 'level.variant_id', 'item.variant_id')
    .select(['item.variant_id', 'item.product_id', 'item.backorder', 'item.low_stock'])
    .select(['level.location_id', 'level.on_hand', 'level.reserved', 'level.buffer', 'level.low_at'])
    .where('item.variant_id', '=', sql<string>`any(${storableOnly([...new Set(variantIds)])}::text[])`)
    .execute();
  const items = Map.groupBy(rows, (row) => row.variant_id);
  return new Map(
    [...items].map(([variantId, own]) => [
      variantId,
      {
        variantId,
        productId: own[0]!.product_id,
        policy: { backorder: own[0]!.backorder, lowStock: own[0]!.low_stock },
        levels: new Map(
          own.flatMap(({ location_id, on_hand, reserved, buffer, low_at }) => {
            if (location_id === null) return [];
            const level = { onHand: on_hand!, reserved: reserved!, buffer: buffer! };
            return [[location_id, low_at === null ? level : { ...level, lowAt: low_at }] as const];
          }),
        ),
      },
    ]),
  );
}

/** In the order of the ids; undefined = unknown variant. */
export async function readAvailability(
  on: Queryable,
  stores: Stores,
  channel: string,
  variantIds: readonly string[],
): Promise<(AvailabilityView | undefined)[]> {
  if (variantIds.length === 0) return [];
  const { locations } = await stores.channel(channel, { on });
  const stock = await readStock(on, variantIds);
  return variantIds.map((variantId) => {
    const own = stock.get(variantId);
    return own && { variantId, ...toldStock(availableIn(levelsAt(own, locations)), own.policy) };
  });
}

/** In the order of the ids; undefined = unknown variant. */
export async function readOrderable(
  on: Queryable,
  stores: Stores,
  channel: string,
  variantIds: readonly string[],
): Promise<(OrderableView | undefined)[]> {
  if (variantIds.length === 0) return [];
  const { locations } = await stores.channel(channel, { on });
  const stock = await readStock(on, variantIds);
  return variantIds.map((variantId) => {
    const own = stock.get(variantId);
    return (
      own && {
        variantId,
        available: availableIn(levelsAt(own, locations)),
        backorder: own.policy.backorder,
      }
    );
  });
}

/** What shoppers are told of a variant, what can be ordered of it and what stores have, by one statement. */
export interface SellableView extends OrderableView {
  readonly told: ToldStock;
  /** Every store in order. */
  readonly inStores: readonly StoreAvailabilityView[];
}

/** In the order of the ids; undefined = unknown variant. */
export async function readSellable(
  on: Queryable,
  stores: Stores,
  channel: string,
  variantIds: readonly string[],
): Promise<(SellableView | undefined)[]> {
  if (variantIds.length === 0) return [];
  const { locations } = await stores.channel(channel, { on });
  const places = await stores.locations({ on });
  const stock = await readStock(on, variantIds);
  return variantIds.map((variantId) => {
    const own = stock.get(variantId);
    if (!own) return undefined;
    const available = availableIn(levelsAt(own, locations));
    const { backorder } = own.policy;
    const told = toldStock(available, own.policy);
    return { variantId, available, backorder, told, inStores: toldInStores(own, places) };
  });
}

/** For each id every store in order, with what is there; empty = unknown variant. */
export async function readStoreAvailability(
  on: Queryable,
  stores: Stores,
  variantIds: readonly string[],
): Promise<(readonly StoreAvailabilityView[])[]> {
  if (variantIds.length === 0) return [];
  const places = await stores.locations({ on });
  const stock = await readStock(on, variantIds);
  return variantIds.map((variantId) => {
    const own = stock.get(variantId);
    return own ? toldInStores(own, places) : [];
  });
}

function toldInStores(own: VariantStock, places: readonly LocationView[]): StoreAvailabilityView[] {
  return places
    .filter(({ kind }) => kind === 'store')
    .map(({ id, name, city }) => ({ storeId: id, storeName: name, city, ...toldInStore(own, id) }));
}

/** Levels that are not the sum of their ledger. Empty when all is well. */
export async function readDiscrepancies(
  on: Queryable,
): Promise<{ variantId: string; locationId: string; level: number; ledger: number }[]> {
  const { rows } = await sql<{ variantId: string; locationId: string; level: number; ledger: number }>`
    select level.variant_id as "variantId", level.location_id as "locationId", level.on_hand as level,
      coalesce(sum(movement.on_hand), 0) as ledger
    from inventory_level as level
    left join inventory_movement as movement using (variant_id, location_id)
    group by level.variant_id, level.location_id, level.on_hand, level.reserved
    having level.on_hand <> coalesce(sum(movement.on_hand), 0)
      or level.reserved <> coalesce(sum(movement.reserved), 0)`.execute(on.tables());
  return rows;
}

/** A variant with little left. */
export interface LowStockView {
  readonly variantId: string;
  readonly productId: string;
  /** Over all locations. */
  readonly available: number;
}

/** The scarcest first; what may be sold without stock is never low. One statement over all levels. */
export async function readLowStock(on: Queryable, limit: number): Promise<LowStockView[]> {
  const { rows } = await sql<LowStockView>`
    select item.variant_id as "variantId", item.product_id as "productId", sum(${free})::int as available
    from inventory_item as item left join inventory_level as level using (variant_id)
    where not item.backorder
    group by item.variant_id
    having sum(${free}) <= item.low_stock
    order by available, item.variant_id
    limit ${limit}`.execute(on.tables());
  return rows;
}

/** Places that run low: the emptiest, by what is missing to their level, first. One statement. */
export async function readRunningLow(
  on: Queryable,
  { locationId, limit }: { readonly locationId?: string; readonly limit: number },
): Promise<RunningLowView[]> {
  const { rows } = await sql<RunningLowView>`
    select level.variant_id as "variantId", level.location_id as "locationId", ${free} as available,
      level.low_at as "lowAt", level.on_hand as "onHand"
    from inventory_level as level
    where level.low_at is not null and ${free} <= level.low_at
      and ${locationId === undefined ? sql`true` : sql`level.location_id = ${locationId}`}
    order by ${free} - level.low_at, level.variant_id, level.location_id
    limit ${limit}`.execute(on.tables());
  return rows;
}

const free = sql`greatest(level.on_hand - level.reserved - level.buffer, 0)`;

/** Everything shoppers are told about a variant: by channel and by store. */
export function everythingTold(
  stock: VariantStock,
  channels: readonly { readonly id: string; readonly locations: readonly string[] }[],
): ReadonlyMap<string, ToldStock> {
  return new Map([
    ...channels.map(
      ({ id, locations }) =>
        [`channel ${id}`, toldStock(availableIn(levelsAt(stock, locations)), stock.policy)] as const,
    ),
    ...[...stock.levels.keys()].map((id) => [`store ${id}`, toldInStore(stock, id)] as const),
  ]);
}

function toldInStore(stock: VariantStock, locationId: string): ToldStock {
  return toldStock(availableIn(levelsAt(stock, [locationId])), { ...stock.policy, backorder: false });
}

function levelsAt(stock: VariantStock, locations: readonly string[]): StockLevel[] {
  return locations.flatMap((location) => stock.levels.get(location) ?? []);
}
