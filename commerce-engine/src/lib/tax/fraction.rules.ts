/** An exact number; the denominator is above 0. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** `half-up` rounds halves away from zero, `up` away from zero, `down` towards it: −x is always rounded like x. */
export type RoundingMode = 'half-up' | 'half-even' | 'up' | 'down';

export const ZERO = fraction(0n, 1n);
export const ONE = fraction(1n, 1n);

/** In lowest terms, so that sums over many lines stay small. */
export function fraction(numerator: bigint, denominator: bigint): Fraction {
  const divisor = commonDivisor(numerator < 0n ? -numerator : numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/**
 * A percentage as it is written, `8.875`, as an exact part of one.
 * @throws RangeError when it is not a plain decimal number from 0 with at most 8 decimals.
 */
export function fractionOfPercent(text: string): Fraction {
  const match = /^(\d{1,4})(?:\.(\d{1,8}))?$/.exec(text);
  if (!match) throw new RangeError(`Expected a percentage such as "19" or "8.875", got "${text}".`);
  const [, whole = '', decimals = ''] = match;
  return fraction(BigInt(whole + decimals), 100n * 10n ** BigInt(decimals.length));
}

export function add(a: Fraction, b: Fraction): Fraction {
  if (a.denominator === b.denominator) return fraction(a.numerator + b.numerator, a.denominator);
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** @param b above 0. */
export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Negative when `a` is less, 0 when equal; for `sort`. */
export function compare(a: Fraction, b: Fraction): number {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

export function round({ numerator, denominator }: Fraction, mode: RoundingMode): bigint {
  const negative = numerator < 0n;
  const size = negative ? -numerator : numerator;
  const whole = size / denominator;
  const twice = (size % denominator) * 2n;
  const rounded = whole + (goesUp(whole, twice, denominator, mode) ? 1n : 0n);
  return negative ? -rounded : rounded;
}

function goesUp(whole: bigint, twice: bigint, denominator: bigint, mode: RoundingMode): boolean {
  if (twice === 0n || mode === 'down') return false;
  if (mode === 'up' || twice > denominator) return true;
  return twice === denominator && (mode === 'half-up' || whole % 2n === 1n);
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller > 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
