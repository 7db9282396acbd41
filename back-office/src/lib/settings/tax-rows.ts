import type { TaxTable } from '@vitrine/commerce-engine/client';
import { day } from '../words/day.ts';

/** A rate as it is listed. */
export interface RateRow {
  readonly id: string;
  readonly zone: string;
  readonly className: string;
  readonly name: string;
  /** Percent as text, `19`. */
  readonly rate: string;
  readonly from?: string;
  readonly to?: string;
  readonly state: 'now' | 'over' | 'to-come';
}

/** The rates of a country: zone by zone, in the order of the classes, what holds now before what is over or to come. */
export function rateRows({ zones, classes, rates }: TaxTable, country: string, now: Date): RateRow[] {
  const there = zones.filter((zone) => zone.country === country);
  const rank = { now: 0, 'to-come': 1, over: 2 };
  return there.flatMap((zone) =>
    rates
      .filter((rate) => rate.zone === zone.id)
      .map(({ id, name, rate, from, to, class: classId }) => ({
        id,
        zone: zone.name,
        className: classes.find((each) => each.id === classId)?.name ?? classId,
        name,
        rate,
        ...(from && { from }),
        ...(to && { to }),
        state: stateOf({ from, to }, now),
        place: classes.findIndex((each) => each.id === classId),
      }))
      .sort((a, b) => rank[a.state] - rank[b.state] || Number(b.rate) - Number(a.rate) || a.place - b.place)
      .map(({ place: _, ...row }) => row),
  );
}

function stateOf(
  { from, to }: { readonly from: string | undefined; readonly to: string | undefined },
  now: Date,
): RateRow['state'] {
  if (to !== undefined && new Date(to) <= now) return 'over';
  return from !== undefined && new Date(from) > now ? 'to-come' : 'now';
}

/** The last day is told, though the instant named is the first that does not count. */
export function validityWords({ from, to }: Pick<RateRow, 'from' | 'to'>): string {
  const begin = from && day(from.slice(0, 10));
  const end = to && day(new Date(Date.parse(to) - 1).toISOString().slice(0, 10));
  if (begin && end) return `${begin} to ${end}`;
  if (begin) return `Since ${begin}`;
  return end ? `Until ${end}` : 'Always';
}
