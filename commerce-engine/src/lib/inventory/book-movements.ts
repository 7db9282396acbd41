import { allocateBackorders } from './allocate-backorders.ts';
import { type Booking, type BookingOutcome, bookStock, type StockDesk, watchStock } from './book-stock.ts';
import { partsOf, stockedIn } from './bundle.rules.ts';
import type { VariantStock } from './inventory.queries.ts';

/** Books movements of other domains, of bundles their components'; what arrived goes to those who wait for it. On `not-enough` the caller rolls back. */
export function bookMovements(desk: StockDesk, bookings: readonly Booking[]): Promise<BookingOutcome> {
  const variantIds = [...new Set(bookings.map((booking) => booking.variantId))];
  return watchStock(desk, variantIds, async (stock) => {
    const booked = await bookStock(desk.tx, ofComponents(bookings, stock), desk);
    if (booked.kind === 'booked') await allocateBackorders(desk, stockedIn(variantIds, stock));
    return booked;
  });
}

/** Each variant and location once. */
function ofComponents(bookings: readonly Booking[], stock: ReadonlyMap<string, VariantStock>): Booking[] {
  const sums = new Map<string, Booking>();
  for (const booking of bookings)
    for (const { variantId, perPiece } of partsOf(booking.variantId, stock)) {
      const key = `${variantId} ${booking.locationId}`;
      const before = sums.get(key);
      sums.set(key, {
        ...booking,
        variantId,
        onHand: (before?.onHand ?? 0) + booking.onHand * perPiece,
        reserved: (before?.reserved ?? 0) + (booking.reserved ?? 0) * perPiece,
      });
    }
  return [...sums.values()];
}
