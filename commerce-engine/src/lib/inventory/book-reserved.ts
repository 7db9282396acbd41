import { type Booking, bookRead, type StockDesk, summedBookings, tellStockChange } from './book-stock.ts';
import type { HeldPart } from './bundle.rules.ts';
import { countPreorders, type Preordered } from './count-preorders.ts';
import type { VariantStock } from './inventory.queries.ts';

/**
 * Books what reservations do to levels, and tells shoppers. The items must be locked.
 * @param preordered what of it was preordered, or was and is given back.
 */
export async function bookReserved(
  desk: StockDesk,
  before: ReadonlyMap<string, VariantStock>,
  bookings: readonly Booking[],
  preordered: Preordered = new Map(),
): Promise<void> {
  await countPreorders(desk.tx, preordered);
  // What is reserved, released or taken was read from its level.
  for (const round of oncePerLevel(summedBookings(bookings))) await bookRead(desk.tx, round, desk);
  await tellStockChange(desk, before, withPreorders(withBookings(before, bookings), preordered));
}

/** `bookStock` wants each level once. */
function oncePerLevel(bookings: readonly Booking[]): Booking[][] {
  const rounds: Booking[][] = [];
  const seen = new Map<string, number>();
  for (const booking of bookings) {
    const level = `${booking.variantId} ${booking.locationId}`;
    const round = seen.get(level) ?? 0;
    seen.set(level, round + 1);
    if (round === rounds.length) rounds.push([]);
    rounds[round]!.push(booking);
  }
  return rounds;
}

/** Stock as it will be once these are booked. */
export function withBookings(
  before: ReadonlyMap<string, VariantStock>,
  bookings: readonly Booking[],
): ReadonlyMap<string, VariantStock> {
  const after = new Map(before);
  for (const { variantId, locationId, onHand, reserved = 0 } of bookings) {
    const stock = after.get(variantId);
    const level = stock?.levels.get(locationId);
    if (!stock || !level) continue;
    const changed = { ...level, onHand: level.onHand + onHand, reserved: level.reserved + reserved };
    after.set(variantId, { ...stock, levels: new Map(stock.levels).set(locationId, changed) });
  }
  return after;
}

function withPreorders(
  stock: ReadonlyMap<string, VariantStock>,
  preordered: Preordered,
): ReadonlyMap<string, VariantStock> {
  if (preordered.size === 0) return stock;
  return new Map(
    [...stock].map(([id, own]) => [id, { ...own, preordered: own.preordered + (preordered.get(id) ?? 0) }]),
  );
}

/** `sign` 1 reserves, -1 releases. */
export function bookingsOf(
  parts: readonly HeldPart[],
  { owner, reason, sign }: { owner: string; reason: string; sign: 1 | -1 },
): Booking[] {
  return parts
    .filter(({ quantity }) => quantity > 0)
    .map(({ variantId, locationId, quantity }) => ({
      variantId,
      locationId,
      onHand: 0,
      reserved: sign * quantity,
      reason,
      reference: owner,
    }));
}
