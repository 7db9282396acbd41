import { type TaxTable, timeZoneOf, withEnds } from '@vitrine/commerce-engine/client';
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
  /** By its clock days begin and end there. */
  readonly timeZone: string;
  readonly state: 'now' | 'over' | 'to-come';
}

/** The rates of a country: zone by zone, in the order of the classes, what holds now before what is over or to come. */
export function rateRows({ zones, classes, rates }: TaxTable, country: string, now: Date): RateRow[] {
  const there = zones.filter((zone) => zone.country === country);
  const rank = { now: 0, 'to-come': 1, over: 2 };
  const timeZone = timeZoneOf(country);
  return there.flatMap((zone) =>
    withEnds(rates.filter((rate) => rate.zone === zone.id))
      .map(({ id, name, rate, from, to, class: classId }) => ({
        id,
        zone: zone.name,
        className: classes.find((each) => each.id === classId)?.name ?? classId,
        name,
        rate,
        ...(from && { from }),
        ...(to && { to }),
        timeZone,
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
export function validityWords({ from, to, timeZone }: Pick<RateRow, 'from' | 'to' | 'timeZone'>): string {
  const dayThere = (at: number) => day(new Intl.DateTimeFormat('en-CA', { timeZone }).format(at));
  const begin = from && dayThere(Date.parse(from));
  const end = to && dayThere(Date.parse(to) - 1);
  if (begin && end) return `${begin} to ${end}`;
  if (begin) return `Since ${begin}`;
  return end ? `Until ${end}` : 'Always';
}
