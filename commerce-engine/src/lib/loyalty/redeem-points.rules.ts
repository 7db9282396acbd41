import type { RedeemRule } from './programme.rules.ts';

/** What points can pay of an order, and how many that takes. */
export interface PointsPayment {
  readonly points: number;
  /** Minor units. */
  readonly amount: number;
}

const NOTHING: PointsPayment = { points: 0, amount: 0 };

/** What so many points are worth, minor units, rounded down. */
export function worthOf({ points, amount }: RedeemRule, held: number): number {
  return Number((BigInt(held) * BigInt(amount)) / BigInt(points));
}

/** The fewest points that pay an amount. */
export function pointsFor({ points, amount }: RedeemRule, wanted: number): number {
  return Number((BigInt(wanted) * BigInt(points) + BigInt(amount) - 1n) / BigInt(amount));
}

/**
 * What at most so many points pay: SPEC rule LOYAL-9.
 * @param rest minor units that are left to pay.
 * @param total of the order, minor units.
 */
export function payWithPoints(
  rule: RedeemRule,
  { held, rest, total }: { readonly held: number; readonly rest: number; readonly total: number },
): PointsPayment {
  const { least = 1, mostPercent = 100 } = rule;
  const most = Math.min(rest, Number((BigInt(total) * BigInt(mostPercent)) / 100n));
  const amount = Math.min(most, worthOf(rule, held));
  const points = pointsFor(rule, amount);
  return amount > 0 && points >= least ? { points, amount } : NOTHING;
}

/**
 * Points that are back when so much of the payment is: SPEC rule LOYAL-11. It never shrinks, and is all of them at the end.
 */
export function pointsBack({ points, amount }: PointsPayment, given: number): number {
  if (given >= amount) return points;
  return Number((2n * BigInt(points) * BigInt(given) + BigInt(amount)) / (2n * BigInt(amount)));
}
