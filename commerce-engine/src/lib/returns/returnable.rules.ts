import type { SentPieces } from '../fulfilment/fulfilment.views.ts';

const DAY = 24 * 60 * 60 * 1000;

export interface Returnable {
  /** Pieces that shoppers may still announce. */
  readonly quantity: number;
  /** The last day for the next of them; of none, the last day there was. Absent = without end. */
  readonly until?: Date;
  /** The last day there was for the newest of those that are too late. Absent = none of them is. */
  readonly late?: Date;
}

/**
 * How many of the pieces that are out shoppers may announce: SPEC rule RET-18. What came back is taken to be what left first, so
 * that the newest are left. Pieces nobody knows the day of have no end.
 */
export function returnableOf(
  { fulfilled, open }: { readonly fulfilled: number; readonly open: number },
  sent: readonly Omit<SentPieces, 'lineId'>[],
  { days, at }: { readonly days: number | undefined; readonly at: Date },
): Returnable {
  if (days === undefined || open <= 0) return { quantity: Math.max(0, open) };
  let left = Math.max(
    0,
    open - Math.max(0, fulfilled - sent.reduce((sum, { quantity }) => sum + quantity, 0)),
  );
  let quantity = open - left;
  let until: Date | undefined;
  let late: Date | undefined;
  for (const parcel of sent.toSorted((one, other) => other.at.getTime() - one.at.getTime())) {
    if (left === 0) break;
    const lastDay = new Date(parcel.at.getTime() + days * DAY);
    if (at.getTime() >= lastDay.getTime() + DAY) {
      late = lastDay;
      break;
    }
    until = lastDay;
    const taken = Math.min(left, parcel.quantity);
    quantity += taken;
    left -= taken;
  }
  if (quantity === 0) until = late;
  return { quantity, ...(until && { until }), ...(late && { late }) };
}
