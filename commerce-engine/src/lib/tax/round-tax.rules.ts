import {
  add,
  compare,
  type Fraction,
  fraction,
  multiply,
  type RoundingMode,
  round,
  ZERO,
} from './fraction.rules.ts';

/** Where a tax is rounded: for each unit, for each line, or for each rate over the whole document. */
export type RoundingLevel = 'unit' | 'line' | 'order';

export interface TaxRounding {
  readonly mode: RoundingMode;
  readonly level: RoundingLevel;
}

/** Units of a line that cost the same. */
export interface UnitBucket {
  readonly quantity: number;
  /** One unit's amount after discounts, minor units. */
  readonly amount: number;
}

/** What one rate takes of one line, before it is rounded. */
export interface TaxCharge {
  readonly lineId: string;
  /** Charges of one group are rounded together at level `order`. */
  readonly group: string;
  readonly share: Fraction;
  readonly amount: number;
  readonly units: readonly UnitBucket[];
}

/** Each charge in whole minor units, rounded once, in the order they came. */
export function roundCharges(charges: readonly TaxCharge[], { mode, level }: TaxRounding): bigint[] {
  if (level === 'order') return roundGroups(charges, mode);
  return charges.map(({ share, amount, units }) => {
    if (level === 'line') return round(times(share, amount), mode);
    return units.reduce(
      (sum, unit) => sum + BigInt(unit.quantity) * round(times(share, unit.amount), mode),
      0n,
    );
  });
}

/** The units of a line whose own are not known: as equal as whole minor units allow. */
export function equalUnits(amount: number, quantity: number): UnitBucket[] {
  const units = Math.abs(quantity);
  if (!Number.isInteger(quantity) || units <= 1) return [{ quantity: 1, amount }];
  const dearer = Math.abs(amount % units);
  const base = Math.trunc(amount / units);
  const buckets = [
    { quantity: units - dearer, amount: base },
    { quantity: dearer, amount: base + Math.sign(amount) },
  ];
  return buckets.filter((bucket) => bucket.quantity > 0);
}

function roundGroups(charges: readonly TaxCharge[], mode: RoundingMode): bigint[] {
  const amounts = new Array<bigint>(charges.length).fill(0n);
  const groups = Map.groupBy(charges.keys(), (index) => charges[index]!.group);
  for (const members of groups.values()) {
    const exact = members.map((index) => times(charges[index]!.share, charges[index]!.amount));
    const whole = round(exact.reduce(add, ZERO), mode);
    const parts = distribute(
      whole,
      exact.map((part, at) => ({ part, id: charges[members[at]!]!.lineId })),
    );
    for (const [at, index] of members.entries()) amounts[index] = parts[at]!;
  }
  return amounts;
}

/**
 * Whole parts that sum to the whole, each within one unit of its exact part: rounded towards zero, then the largest
 * remainders get what is left, the lower id first when they tie.
 */
function distribute(whole: bigint, exact: readonly { part: Fraction; id: string }[]): bigint[] {
  const parts = exact.map(({ part }) => round(part, 'down'));
  const left = whole - parts.reduce((sum, part) => sum + part, 0n);
  const step = left < 0n ? -1n : 1n;
  const lucky = exact
    .map(({ part, id }, index) => ({ index, id, remainder: remainderOf(part, step) }))
    .sort((a, b) => compare(b.remainder, a.remainder) || (a.id < b.id ? -1 : 1))
    .slice(0, Number(left * step));
  for (const { index } of lucky) parts[index]! += step;
  return parts;
}

/** What rounding towards zero cut off, in the direction of the step. */
function remainderOf({ numerator, denominator }: Fraction, step: bigint): Fraction {
  return fraction((numerator % denominator) * step, denominator);
}

function times(share: Fraction, amount: number): Fraction {
  return multiply(share, fraction(BigInt(amount), 1n));
}
