/** What of a rate says which tax it is, and when it holds. */
interface DatedRate {
  readonly zone: string;
  readonly class: string;
  readonly name: string;
  readonly jurisdiction: string;
  readonly order: number;
  /** ISO times; `from` included, `to` not. */
  readonly from?: string;
  readonly to?: string;
}

/**
 * Rates with the end that comes from the next one: of rates of one zone, class, name and place in the order, one that begins takes over
 * from the one before (SPEC rule TAX-30). So a rate that is added leaves the old one as it was. Pure.
 */
export function withEnds<Rate extends DatedRate>(rates: readonly Rate[]): Rate[] {
  return rates.map((rate) => {
    const next = rates
      .flatMap((other) => (follows(other, rate) ? [Date.parse(other.from!)] : []))
      .reduce((earliest, begin) => Math.min(earliest, begin), endOf(rate));
    return next === Number.POSITIVE_INFINITY ? rate : { ...rate, to: new Date(next).toISOString() };
  });
}

/** Whether they are one tax on one kind of goods in one place, at different times. */
export function isSameTax(one: DatedRate, other: DatedRate): boolean {
  return (
    one.zone === other.zone &&
    one.class === other.class &&
    one.name === other.name &&
    one.jurisdiction === other.jurisdiction &&
    one.order === other.order
  );
}

function follows(other: DatedRate, rate: DatedRate): boolean {
  if (other.from === undefined || !isSameTax(other, rate)) return false;
  return rate.from === undefined || Date.parse(other.from) > Date.parse(rate.from);
}

function endOf({ to }: DatedRate): number {
  return to === undefined ? Number.POSITIVE_INFINITY : Date.parse(to);
}
