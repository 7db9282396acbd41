import { allocateBackorders } from './allocate-backorders.ts';
import { type Booking, type BookingOutcome, bookStock, type StockDesk, watchStock } from './book-stock.ts';

/** Books movements of other domains; what arrived goes to those who wait for it. On `not-enough` the caller rolls back. */
export function bookMovements(desk: StockDesk, bookings: readonly Booking[]): Promise<BookingOutcome> {
  const variantIds = [...new Set(bookings.map((booking) => booking.variantId))];
  return watchStock(desk, variantIds, async () => {
    const booked = await bookStock(desk.tx, bookings, desk);
    if (booked.kind === 'booked') await allocateBackorders(desk, variantIds);
    return booked;
  });
}
