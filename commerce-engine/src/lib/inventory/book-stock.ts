import type { Transaction } from '@vitrine/database';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ChannelClocks } from '../delivery/channel-clocks.ts';
import type { Stores } from '../stores/stores.ts';
import { readStock, readStockAround, type VariantStock, withBundles } from './inventory.queries.ts';
import { availableIn, runsLow } from './inventory.rules.ts';
import type { InventoryTables } from './inventory.tables.ts';
import { everythingTold } from './told-stock.rules.ts';

/** One movement to be booked. */
export interface Booking {
  readonly variantId: string;
  readonly locationId: string;
  /** Pieces that come (or leave, negative). */
  readonly onHand: number;
  /** Pieces to reserve (or release, negative). Default 0. */
  readonly reserved?: number;
  readonly reason: string;
  readonly reference?: string;
}

export type BookingOutcome =
  | { readonly kind: 'booked' }
  /** `free` pieces could have been taken. */
  | {
      readonly kind: 'not-enough';
      readonly variantId: string;
      readonly locationId: string;
      readonly free: number;
    };

/** Movements of one level for one reason are one: those of a bundle and of its component, sold together. */
export function summedBookings(bookings: readonly Booking[]): Booking[] {
  const sums = new Map<string, Booking>();
  for (const booking of bookings) {
    const { variantId, locationId, reason, reference, onHand, reserved = 0 } = booking;
    const key = JSON.stringify([variantId, locationId, reason, reference]);
    const before = sums.get(key) ?? { onHand: 0, reserved: 0 };
    sums.set(key, {
      ...booking,
      onHand: before.onHand + onHand,
      reserved: (before.reserved ?? 0) + reserved,
    });
  }
  return [...sums.values()];
}

/**
 * Books movements on ledger and levels. Each level is checked by the statement that writes it. On a refusal the caller
 * must undo what else it did: with one booking that takes, nothing was written.
 * @param bookings at most one for each variant and location. The items must exist and be locked.
 */
export async function bookStock(
  tx: Transaction,
  bookings: readonly Booking[],
  by: Booker,
): Promise<BookingOutcome> {
  const moving = bookings.filter(moves);
  if (moving.length === 0) return { kind: 'booked' };
  const tables = tx.tables<InventoryTables>();
  await tables
    .insertInto('inventory_level')
    .values(moving.map(({ variantId, locationId }) => ({ variant_id: variantId, location_id: locationId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const written = await sql<{ variant_id: string; location_id: string }>`
    ${bookingsWritten(moving)}
    insert into inventory_movement (variant_id, location_id, on_hand, reserved, reason, reference, actor, at)
    select variant_id, location_id, on_hand, reserved, reason, reference, ${by.actor}, ${by.at}::timestamptz
    from booking join written using (variant_id, location_id)
    returning variant_id, location_id`.execute(tables);
  if (written.rows.length < moving.length) return refusal(tx, moving, written.rows);
  return { kind: 'booked' };
}

/**
 * The same of levels that were read and suffice, without waiting for it: the items are locked, so that nobody can have come
 * between. What cannot be booked all the same fails the transaction.
 */
export async function bookRead(tx: Transaction, bookings: readonly Booking[], by: Booker): Promise<void> {
  const moving = bookings.filter(moves);
  if (moving.length === 0) return;
  const statement = sql`
    ${bookingsWritten(moving)}
    insert into inventory_movement (variant_id, location_id, on_hand, reserved, reason, reference, actor, at)
    select coalesce(written.variant_id, inventory_refuse_booking(booking.variant_id, booking.location_id)),
      booking.location_id, on_hand, reserved, reason, reference, ${by.actor}, ${by.at}::timestamptz
    from booking left join written
      on written.variant_id = booking.variant_id and written.location_id = booking.location_id`;
  await tx.later(statement.compile(tx.tables()), { held: true });
}

interface Booker {
  readonly actor: string;
  readonly at: Date;
}

const moves = ({ onHand, reserved = 0 }: Booking) => onHand !== 0 || reserved !== 0;

/** The bookings, and the levels of them that have become what they ask for: the others would have less than nothing. */
function bookingsWritten(bookings: readonly Booking[]): RawBuilder<unknown> {
  return sql`
    with booking as (
      select * from jsonb_to_recordset(${JSON.stringify(bookings.map(toRow))}::jsonb)
        as row (variant_id text, location_id text, on_hand int, reserved int, reason text, reference text)
    ), written as (
      update inventory_level as level
      set on_hand = level.on_hand + booking.on_hand, reserved = level.reserved + booking.reserved
      from booking
      where level.variant_id = booking.variant_id and level.location_id = booking.location_id
        and level.on_hand + booking.on_hand >= level.reserved + booking.reserved
        and level.reserved + booking.reserved >= 0
      returning level.variant_id, level.location_id
    )`;
}

/** Who changes stock, and what is needed to say what shoppers are told of it. */
export interface StockDesk {
  readonly tx: Transaction;
  readonly stores: Stores;
  readonly clocks: ChannelClocks;
  readonly actor: string;
  readonly at: Date;
}

/**
 * Locks the variants' items, does the work and tells the world when shoppers are told something else afterwards. Every
 * change of stock goes through here.
 */
export async function watchStock<Outcome>(
  desk: StockDesk,
  variantIds: readonly string[],
  work: (before: ReadonlyMap<string, VariantStock>) => Promise<Outcome>,
): Promise<Outcome> {
  const { tx } = desk;
  await lockItems(tx, variantIds);
  const before = await readStockAround(tx, variantIds);
  const outcome = await work(before);
  await tellStockChange(desk, before, await readStockAround(tx, variantIds));
  return outcome;
}

/** Emits `stock.class-changed` when shoppers are told something else afterwards, and `stock.low` where it runs low now. */
export async function tellStockChange(
  { tx, stores, clocks, at }: StockDesk,
  before: ReadonlyMap<string, VariantStock>,
  after: ReadonlyMap<string, VariantStock>,
): Promise<void> {
  const low = runningLowNow(before, after);
  if (low.length > 0) await tx.emit({ kind: 'stock.low', payload: { levels: low } });
  const channels = await stores.channels({ on: tx });
  const hasPreorder = [...before.values(), ...after.values()].some(({ policy }) => policy.preorder);
  const days: ReadonlyMap<string, string> = hasPreorder ? await clocks.days(tx, at) : new Map();
  const [toldBefore, toldAfter] = [before, after].map((stock) => {
    const told = everythingTold(stock, { channels, days });
    return (id: string) =>
      stock.has(id) ? JSON.stringify([...told(id)].sort(([a], [b]) => (a < b ? -1 : 1))) : '';
  });
  const changed = [...after.values()].filter(
    ({ variantId }) => toldBefore!(variantId) !== toldAfter!(variantId),
  );
  if (changed.length === 0) return;
  await tx.emit({
    kind: 'stock.class-changed',
    payload: {
      productIds: [...new Set(changed.map((stock) => stock.productId))],
      variantIds: changed.map((stock) => stock.variantId),
    },
  });
}

/** Places that did not run low before and do now: the items are locked, so that each crossing is seen once. SPEC rule INV-14. */
function runningLowNow(before: ReadonlyMap<string, VariantStock>, after: ReadonlyMap<string, VariantStock>) {
  return [...after.values()].flatMap(({ variantId, productId, levels }) =>
    [...levels].flatMap(([locationId, level]) => {
      if (!runsLow(level) || runsLow(before.get(variantId)?.levels.get(locationId))) return [];
      return [{ variantId, productId, locationId, available: availableIn([level]), lowAt: level.lowAt! }];
    }),
  );
}

/**
 * Whoever changes a variant's stock queues here; in one order, so that two never wait for each other. With a bundle its components
 * are locked, and with a variant the bundles it is in: what is told of them changes with it. SPEC rule BUN-8.
 */
export async function lockItems(tx: Transaction, variantIds: readonly string[]): Promise<void> {
  await tx.later(itemsToLock(tx.tables<InventoryTables>(), variantIds));
}

/** What `lockItems` sends, for a part of another statement. */
export function itemsToLock(tables: Kysely<InventoryTables>, variantIds: readonly string[]) {
  return tables
    .selectFrom('inventory_item')
    .select('variant_id')
    .where('variant_id', '=', sql<string>`any(${withBundles(variantIds)})`)
    .orderBy('variant_id')
    .forUpdate();
}

async function refusal(
  tx: Transaction,
  bookings: readonly Booking[],
  written: readonly { variant_id: string; location_id: string }[],
): Promise<BookingOutcome> {
  const refused = bookings.find(
    ({ variantId, locationId }) =>
      !written.some((row) => row.variant_id === variantId && row.location_id === locationId),
  )!;
  const { variantId, locationId } = refused;
  const level = (await readStock(tx, [variantId])).get(variantId)?.levels.get(locationId);
  return { kind: 'not-enough', variantId, locationId, free: level ? level.onHand - level.reserved : 0 };
}

function toRow({ variantId, locationId, onHand, reserved = 0, reason, reference = null }: BookingRow) {
  return { variant_id: variantId, location_id: locationId, on_hand: onHand, reserved, reason, reference };
}

type BookingRow = Omit<Booking, 'reference'> & { readonly reference?: string | null };
