import { type Money, money } from './money.rules.ts';

/**
 * Splits money by weights so that the parts sum to the whole: everyone gets their exact share rounded towards zero, and
 * the units left over go to the largest remainders, the earlier part first when they tie.
 * @param weights whole numbers from 0, not all 0; a weight of 0 gets nothing.
 */
export function allocateMoney(whole: Money, weights: readonly number[]): Money[] {
  const total = totalOf(weights);
  const sign = whole.amount < 0 ? -1 : 1;
  const amount = BigInt(Math.abs(whole.amount));
  const shares = weights.map((weight, index) => {
    const exact = amount * BigInt(weight);
    return { index, floor: exact / total, remainder: exact % total };
  });
  const left = amount - shares.reduce((sum, share) => sum + share.floor, 0n);
  const lucky = new Set(
    shares
      .toSorted((a, b) => compareBigints(b.remainder, a.remainder) || a.index - b.index)
      .slice(0, Number(left))
      .map((share) => share.index),
  );
  return shares.map(({ index, floor }) =>
    money(sign * (Number(floor) + (lucky.has(index) ? 1 : 0)), whole.currency),
  );
}

function totalOf(weights: readonly number[]): bigint {
  for (const weight of weights) {
    if (Number.isSafeInteger(weight) && weight >= 0) continue;
    throw new RangeError(`Expected weights that are whole numbers from 0, got ${weight}.`);
  }
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total > 0n) return total;
  throw new RangeError(
    `Expected at least one weight above 0, got [${weights.join(', ')}]. Use equal weights to split equally.`,
  );
}

function compareBigints(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
