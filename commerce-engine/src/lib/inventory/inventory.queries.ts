import type { Queryable } from '@vitrine/database';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { ChannelClocks } from '../delivery/channel-clocks.ts';
import { storableOnly } from '../storable-text.ts';
import type { Stores } from '../stores/stores.ts';
import type { LocationView } from '../stores/stores.views.ts';
import type { Component } from './bundle.rules.ts';
import type { StockLevel, StockPolicy, ToldStock } from './inventory.rules.ts';
import type { InventoryTables } from './inventory.tables.ts';
import type { AvailabilityView, RunningLowView, StoreAvailabilityView } from './inventory.views.ts';
import { type Offer, offerOf, stockOn, toldInStore, toldOf } from './told-stock.rules.ts';

/** How much of a variant can be ordered in a channel. */
export interface OrderableView {
  readonly variantId: string;
  /** Pieces available in the channel. */
  readonly available: number;
  /** Whether more than that may be sold. */
  readonly backorder: boolean;
}

/** Where and when it is asked what shoppers are told. */
export interface StockQuestion {
  readonly stores: Stores;
  readonly clocks: ChannelClocks;
  readonly channel: string;
  readonly at: Date;
}

/** All that is kept about a variant's stock. */
export interface VariantStock {
  readonly variantId: string;
  readonly productId: string;
  readonly policy: StockPolicy;
  /** Pieces that were preordered and not given back, sent ones too. */
  readonly preordered: number;
  readonly levels: ReadonlyMap<string, StockLevel>;
  /** Of a bundle: it has no stock of its own. */
  readonly components?: readonly Component[];
  /** Of what is out on the day: absent. */
  readonly preorderable?: number;
}

/** By variant id, with the components of bundles; variants nobody set up are missing. One statement. */
export function readStock(
  on: Queryable,
  variantIds: readonly string[],
): Promise<ReadonlyMap<string, VariantStock>> {
  return readStockOf(on, variantIds, (ids) => withComponents(sql`${ids}`));
}

/** What `readStock` reads, as one value of another room's statement: `stockOf` takes it. */
export function stockValue(variantIds: RawBuilder<unknown>): RawBuilder<readonly StockRow[]> {
  return sql`(
    select coalesce(jsonb_agg(to_jsonb(stock)), '[]') from (${stockRows(withComponents(variantIds))}) as stock)`;
}

/** The same with all bundles that hold any of it, and what else is in them: what is told of those changes with it. One statement. */
export function readStockAround(
  on: Queryable,
  variantIds: readonly string[],
): Promise<ReadonlyMap<string, VariantStock>> {
  return readStockOf(
    on,
    variantIds,
    (ids) => sql`array(
    with told as (select unnest(${withBundles(ids)}) as variant_id)
    select variant_id from told
    union select component.variant_id from inventory_component as component
      join told on told.variant_id = component.bundle_id)`,
  );
}

/** These and, of bundles, their components. */
function withComponents(variantIds: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`array(
    with asked as (select unnest(${variantIds}::text[]) as variant_id)
    select variant_id from asked
    union select component.variant_id from inventory_component as component
      join asked on asked.variant_id = component.bundle_id)`;
}

/** These, of bundles their components, and the bundles that hold any of it. */
export function withBundles(variantIds: readonly string[]): RawBuilder<unknown> {
  return sql`array(
    with own as (select unnest(${withComponents(sql`${[...variantIds]}`)}) as variant_id)
    select variant_id from own
    union select component.bundle_id from inventory_component as component
      join own on own.variant_id = component.variant_id)`;
}

async function readStockOf(
  on: Queryable,
  variantIds: readonly string[],
  scope: (variantIds: readonly string[]) => RawBuilder<unknown>,
): Promise<ReadonlyMap<string, VariantStock>> {
  if (variantIds.length === 0) return new Map();
  const ids = storableOnly([...new Set(variantIds)]);
  const { rows } = await stockRows(scope(ids)).execute(on.tables());
  return stockOf(rows);
}

/** One for each level of an item; one without a level when there is none. */
export type StockRow = Pick<
  Selectable<InventoryTables['inventory_item']>,
  'variant_id' | 'product_id' | 'backorder' | 'low_stock' | 'ships_from' | 'preorder_limit' | 'preordered'
> & {
  readonly location_id: string | null;
  readonly on_hand: number | null;
  readonly reserved: number | null;
  readonly buffer: number | null;
  readonly low_at: number | null;
  readonly components: readonly Component[] | null;
};

function stockRows(variantIds: RawBuilder<unknown>): RawBuilder<StockRow> {
  return sql`
    select item.variant_id, item.product_id, item.backorder, item.low_stock, item.ships_from, item.preorder_limit,
      item.preordered, level.location_id, level.on_hand, level.reserved, level.buffer, level.low_at, (
        select jsonb_agg(jsonb_build_object('variantId', component.variant_id, 'quantity', component.quantity)
          order by component.place)
        from inventory_component as component where component.bundle_id = item.variant_id) as components
    from inventory_item as item left join inventory_level as level on level.variant_id = item.variant_id
    where item.variant_id = any(${variantIds})`;
}

/** By variant id. */
export function stockOf(rows: readonly StockRow[]): ReadonlyMap<string, VariantStock> {
  const items = Map.groupBy(rows, (row) => row.variant_id);
  return new Map(
    [...items].map(([variantId, own]) => [
      variantId,
      {
        variantId,
        productId: own[0]!.product_id,
        policy: policyOf(own[0]!),
        preordered: own[0]!.preordered,
        ...(own[0]!.components && { components: own[0]!.components }),
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

function policyOf({
  backorder,
  low_stock,
  ships_from,
  preorder_limit,
}: {
  readonly backorder: boolean;
  readonly low_stock: number;
  readonly ships_from: string | null;
  readonly preorder_limit: number | null;
}): StockPolicy {
  const policy = { backorder, lowStock: low_stock };
  if (ships_from === null) return policy;
  return {
    ...policy,
    preorder: { shipsFrom: ships_from, ...(preorder_limit !== null && { limit: preorder_limit }) },
  };
}

/** In the order of the ids; undefined = unknown variant. */
export async function readAvailability(
  on: Queryable,
  question: StockQuestion,
  variantIds: readonly string[],
): Promise<(AvailabilityView | undefined)[]> {
  if (variantIds.length === 0) return [];
  const { locations } = await question.stores.channel(question.channel, { on });
  const stock = await readStock(on, variantIds);
  const known = stockOn(stock, await dayFor(on, question, stock));
  return variantIds.map((variantId) => {
    const own = known.get(variantId);
    return own && { variantId, ...toldOf(offerOf(variantId, known, locations), own.policy) };
  });
}

/** In the order of the ids; undefined = unknown variant. */
export async function readOrderable(
  on: Queryable,
  question: StockQuestion,
  variantIds: readonly string[],
): Promise<(OrderableView | undefined)[]> {
  if (variantIds.length === 0) return [];
  const { locations } = await question.stores.channel(question.channel, { on });
  const stock = await readStock(on, variantIds);
  const known = stockOn(stock, await dayFor(on, question, stock));
  return variantIds.map((variantId) =>
    known.has(variantId) ? { variantId, ...orderableOf(offerOf(variantId, known, locations)) } : undefined,
  );
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
  {
    known: read,
    ...question
  }: StockQuestion & {
    /** What was read of these variants already. */
    readonly known?: ReadonlyMap<string, VariantStock>;
  },
  variantIds: readonly string[],
): Promise<(SellableView | undefined)[]> {
  if (variantIds.length === 0) return [];
  const { locations } = await question.stores.channel(question.channel, { on });
  const places = await question.stores.locations({ on });
  const stock = read ?? (await readStock(on, variantIds));
  const known = stockOn(stock, await dayFor(on, question, stock));
  return variantIds.map((variantId) => {
    const own = known.get(variantId);
    if (!own) return undefined;
    const offer = offerOf(variantId, known, locations);
    return {
      variantId,
      ...orderableOf(offer),
      told: toldOf(offer, own.policy),
      inStores: toldInStores(variantId, known, places),
    };
  });
}

/** For each id every store in order, with what is there; empty = unknown variant. */
export async function readStoreAvailability(
  on: Queryable,
  question: StockQuestion,
  variantIds: readonly string[],
): Promise<(readonly StoreAvailabilityView[])[]> {
  if (variantIds.length === 0) return [];
  const places = await question.stores.locations({ on });
  const stock = await readStock(on, variantIds);
  const known = stockOn(stock, await dayFor(on, question, stock));
  return variantIds.map((variantId) => (known.has(variantId) ? toldInStores(variantId, known, places) : []));
}

/** The channel's local day. Where nothing is on preorder it decides nothing, and no clock is asked. */
export async function dayFor(
  on: Queryable,
  { clocks, channel, at }: Pick<StockQuestion, 'clocks' | 'channel' | 'at'>,
  stock: ReadonlyMap<string, VariantStock>,
): Promise<string> {
  return [...stock.values()].some(({ policy }) => policy.preorder) ? clocks.dayIn(on, channel, at) : '';
}

/** Before its day as many as may still be preordered, whatever is there. */
function orderableOf({ available, orderable }: Offer): Pick<OrderableView, 'available' | 'backorder'> {
  return Number.isFinite(orderable)
    ? { available: orderable, backorder: false }
    : { available, backorder: true };
}

function toldInStores(
  variantId: string,
  stock: ReadonlyMap<string, VariantStock>,
  places: readonly LocationView[],
): StoreAvailabilityView[] {
  const { policy } = stock.get(variantId)!;
  return places
    .filter(({ kind }) => kind === 'store')
    .map(({ id, name, city }) => ({
      storeId: id,
      storeName: name,
      city,
      ...toldInStore(offerOf(variantId, stock, [id]), policy),
    }));
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

/** The scarcest first; what may be sold without stock, or is not out on that day, is never low. One statement over all levels. */
export async function readLowStock(
  on: Queryable,
  { limit, day }: { readonly limit: number; readonly day: string },
): Promise<LowStockView[]> {
  const { rows } = await sql<LowStockView>`
    select item.variant_id as "variantId", item.product_id as "productId", sum(${free})::int as available
    from inventory_item as item left join inventory_level as level using (variant_id)
    where not item.backorder and (item.ships_from is null or item.ships_from <= ${day})
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
