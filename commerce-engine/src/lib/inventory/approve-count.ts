import { allocateBackorders } from './allocate-backorders.ts';
import { type Booking, bookStock, type StockDesk, watchStock } from './book-stock.ts';
import { differenceOf } from './count.rules.ts';
import type { VariantStock } from './inventory.queries.ts';
import { type CountLineRow, type CountRow, readLines } from './keep-counts.ts';

/** Books what was found, all or nothing: SPEC rules CNT-3 and CNT-5. The count is locked. */
export async function approveLines(
  desk: StockDesk,
  count: CountRow,
  { uncounted }: { readonly uncounted: 'leave' | 'none-there' },
): Promise<
  | { readonly kind: 'booked'; readonly booked: number }
  | { readonly kind: 'promised'; readonly lines: readonly { variantId: string; free: number }[] }
> {
  const toBook = async () => {
    const lines = await readLines(desk.tx, { countId: count.id });
    return lines.filter(({ counted, expected }) =>
      counted === null ? uncounted === 'none-there' : counted !== expected,
    );
  };
  const variantIds = (await toBook()).map(({ variant_id }) => variant_id);
  if (variantIds.length === 0) return { kind: 'booked', booked: 0 };
  return watchStock(desk, variantIds, async (stock) => {
    // Again, now that the items are locked: an absolute count that held them may stand in a line since. It leaves fewer to book, never more.
    const meant = await toBook();
    const bookings = meant.map((line) => bookingOf(line, count, stock)).filter(({ onHand }) => onHand !== 0);
    const promised = bookings.flatMap(({ variantId, locationId, onHand }) => {
      const level = stock.get(variantId)?.levels.get(locationId);
      const free = (level?.onHand ?? 0) - (level?.reserved ?? 0);
      return free + onHand < 0 ? [{ variantId, free }] : [];
    });
    if (promised.length > 0) return { kind: 'promised', lines: promised };
    const booked = await bookStock(desk.tx, bookings, desk);
    if (booked.kind !== 'booked') throw new Error('Stock changed under locks that a count holds.');
    await allocateBackorders(desk, variantIds);
    return { kind: 'booked', booked: bookings.length };
  });
}

function bookingOf(
  { variant_id: variantId, counted, expected }: CountLineRow,
  { id, location_id: locationId }: CountRow,
  stock: ReadonlyMap<string, VariantStock>,
): Booking {
  const onHand =
    counted === null || expected === null
      ? -(stock.get(variantId)?.levels.get(locationId)?.onHand ?? 0)
      : differenceOf({ counted, expected });
  return { variantId, locationId, onHand, reason: 'count', reference: `count:${id}` };
}
