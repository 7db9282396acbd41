import { allocateBackorders } from './allocate-backorders.ts';
import {
  type Booking,
  type BookingOutcome,
  bookStock,
  type StockDesk,
  summedBookings,
  watchStock,
} from './book-stock.ts';
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

function ofComponents(bookings: readonly Booking[], stock: ReadonlyMap<string, VariantStock>): Booking[] {
  return summedBookings(
    bookings.flatMap((booking) =>
      partsOf(booking.variantId, stock).map(({ variantId, perPiece }) => ({
        ...booking,
        variantId,
        onHand: booking.onHand * perPiece,
        reserved: (booking.reserved ?? 0) * perPiece,
      })),
    ),
  );
}
