import type { PricedCharge, TaxShare } from '../cart/priced-cart.rules.ts';

/**
 * How the first so many minor units of a charge divide into net and taxes. What a part gets never shrinks when there are
 * more units, and at the last unit everything has exactly its own: the parts of any two refunds can be subtracted.
 *
 * Units go one after the other to whoever is owed most (Webster's method). Rounding each part by itself would lose or
 * make units; largest remainders would take some away again.
 */
export function upTo(
  charge: Pick<PricedCharge, 'net' | 'gross' | 'taxes'>,
  units: number,
): { readonly net: number; readonly taxes: readonly TaxShare[] } {
  const weights = [charge.net, ...charge.taxes.map(({ amount }) => amount)];
  const [net = 0, ...amounts] = units >= charge.gross ? weights : seats(weights, units);
  return {
    net,
    taxes: charge.taxes.map(({ rateId, taxable }, at) => ({
      rateId,
      taxable: charge.gross === 0 ? taxable : halfUp(taxable, units, charge.gross),
      amount: amounts[at]!,
    })),
  };
}

/**
 * Divides units by weights, so that nobody gets more than their weight when there are at most as many units as weights
 * together.
 */
export function seats(weights: readonly number[], units: number): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  if (all === 0) return weights.map(() => 0);
  const given = weights.map((weight) => halfUp(weight, units, all));
  const spare = () => units - given.reduce((sum, each) => sum + each, 0);
  while (spare() > 0) given[next(weights, given)]! += 1;
  while (spare() < 0) given[last(weights, given)]! -= 1;
  return given;
}

/** Who gets the next unit: the least `(given + 1/2) / weight`, the earlier when they tie. */
function next(weights: readonly number[], given: readonly number[]): number {
  return weights.reduce(
    (best, weight, at) =>
      weight > 0 &&
      (best < 0 || product(2 * given[at]! + 1, weights[best]!) < product(2 * given[best]! + 1, weight))
        ? at
        : best,
    -1,
  );
}

/** Who got the last unit: the most `(given - 1/2) / weight`, the later when they tie. */
function last(weights: readonly number[], given: readonly number[]): number {
  return weights.reduce(
    (best, weight, at) =>
      given[at]! > 0 &&
      (best < 0 || product(2 * given[at]! - 1, weights[best]!) >= product(2 * given[best]! - 1, weight))
        ? at
        : best,
    -1,
  );
}

function product(a: number, b: number): bigint {
  return BigInt(a) * BigInt(b);
}

function halfUp(whole: number, part: number, all: number): number {
  return Number((2n * product(whole, part) + BigInt(all)) / (2n * BigInt(all)));
}
