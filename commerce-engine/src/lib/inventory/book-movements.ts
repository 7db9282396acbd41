import { allocateBackorders } from './allocate-backorders.ts';
import type { ReservationDesk } from './book-reserved.ts';
import { type Booking, type BookingOutcome, bookStock, watchStock } from './book-stock.ts';

/** Books movements of other domains; what arrived goes to those who wait for it. On `not-enough` the caller rolls back. */
export function bookMovements(desk: ReservationDesk, bookings: readonly Booking[]): Promise<BookingOutcome> {
  const { tx, stores } = desk;
  const variantIds = [...new Set(bookings.map((booking) => booking.variantId))];
  return watchStock(tx, stores, variantIds, async () => {
    const booked = await bookStock(tx, bookings, desk);
    if (booked.kind === 'booked') await allocateBackorders(desk, variantIds);
    return booked;
  });
}
