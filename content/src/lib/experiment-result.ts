import type { VersionName } from './experiment.ts';

/** What those who saw a version did, each visitor once. */
export interface VersionCount {
  readonly version: VersionName;
  readonly visitors: number;
  /** Of these so many began a basket after they had seen it. */
  readonly baskets: number;
  /** So many ordered. */
  readonly buyers: number;
  /** What they ordered for, in minor units, by currency. */
  readonly revenue: Readonly<Record<string, number>>;
}

/** A version beside the original. */
export interface Comparison {
  /** Of a visitor; 0 to 1. */
  readonly rate: number;
  /** How much more (0.1 = a tenth more) than with the original; `undefined` when nobody did it there. */
  readonly lift: number | undefined;
  /** How likely its true rate is above that of the original, 0 to 1; `undefined` for too few visitors to say anything. */
  readonly chance: number | undefined;
  /** The difference is none of chance, however often one looked while it grew (`chance` holds for one look). */
  readonly isSettled: boolean;
}

/** Fewer visitors of either version say nothing. */
export const FEWEST_VISITORS = 100;

interface Tries {
  readonly visitors: number;
  readonly did: number;
}

/** How often a difference may be settled that is none: of a hundred tests whose versions are alike, in so many. */
const LEVEL = 0.05;
/**
 * How far true rates are thought to lie apart, before anything is known of them (standard deviation): one percent of visitors.
 * Differences of about this size are settled soonest; no difference is settled wrongly because of it.
 */
const APART = 0.01;
/** With more who did it, on both sides, posteriors are as good as normal. */
const MANY = 10_000;

/** SPEC rule TEST-6. `others` = how many versions are compared with the original in this test. */
export function compareVersions(
  original: Tries,
  other: Tries,
  { others = 1 }: { readonly others?: number } = {},
): Comparison {
  const [before, rate] = [original, other].map(({ visitors, did }) =>
    visitors === 0 ? 0 : did / visitors,
  ) as [number, number];
  const isEnough = Math.min(original.visitors, other.visitors) >= FEWEST_VISITORS;
  return {
    rate,
    lift: before === 0 ? undefined : rate / before - 1,
    chance: isEnough ? chanceOfMore(original, other) : undefined,
    // Bonferroni: with more versions there are more chances to be wrong.
    isSettled: isSettled(original, other, LEVEL / others),
  };
}

/**
 * Whether two rates differ, asked as often as one likes; wrongly at most as often as `level` says, 0 to 1. It is the mixture
 * sequential probability ratio test of R. Johari, P. Koomen, L. Pekelis and D. Walsh, "Peeking at A/B tests" (2017), with the normal
 * approximation of the difference.
 */
export function isSettled(first: Tries, second: Tries, level: number): boolean {
  if (Math.min(first.visitors, second.visitors) < FEWEST_VISITORS) return false;
  const pooled = (first.did + second.did) / (first.visitors + second.visitors);
  const variance = pooled * (1 - pooled) * (1 / first.visitors + 1 / second.visitors);
  if (variance === 0) return false;
  const difference = second.did / second.visitors - first.did / first.visitors;
  const whole = variance + APART ** 2;
  const logRatio = Math.log(variance / whole) / 2 + (APART ** 2 * difference ** 2) / (2 * variance * whole);
  return logRatio >= -Math.log(level);
}

/**
 * How likely the second rate is above the first, when nothing was known of either before (uniform priors): with Beta posteriors,
 * the closed sum of E. Miller, "Formulas for Bayesian A/B testing" (2015), which takes as long as the smaller of the two counts.
 */
export function chanceOfMore(first: Tries, second: Tries): number {
  if (first.did < second.did) return 1 - chanceOfMore(second, first);
  return second.did > MANY ? normalChanceOfMore(first, second) : exactChanceOfMore(first, second);
}

/** The same from normal distributions with the means and variances of the posteriors: at once, and good for many. */
export function normalChanceOfMore(first: Tries, second: Tries): number {
  const [one, other] = [posterior(first), posterior(second)];
  return normalBelow((other.mean - one.mean) / Math.sqrt(one.variance + other.variance));
}

function posterior({ visitors, did }: Tries): { readonly mean: number; readonly variance: number } {
  const all = visitors + 2;
  const mean = (did + 1) / all;
  return { mean, variance: (mean * (1 - mean)) / (all + 1) };
}

function exactChanceOfMore(first: Tries, second: Tries): number {
  const [a1, b1] = [first.did + 1, first.visitors - first.did + 1];
  const [a2, b2] = [second.did + 1, second.visitors - second.did + 1];
  let sum = 0;
  for (let i = 0; i < a2; i += 1)
    sum += Math.exp(logBeta(a1 + i, b1 + b2) - Math.log(b2 + i) - logBeta(1 + i, b2) - logBeta(a1, b1));
  return Math.min(1, Math.max(0, sum));
}

/**
 * Visitors that each version needs before a difference of `lift` (0.1 = a tenth) from a rate can be told from chance, at a
 * significance of 5 % and a power of 80 %: Lehr's rule, 16 p (1 − p) / d².
 */
export function visitorsNeeded(rate: number, lift: number): number | undefined {
  const difference = rate * lift;
  return difference === 0 ? undefined : Math.ceil((16 * rate * (1 - rate)) / difference ** 2);
}

/** The share of a standard normal distribution below: Abramowitz and Stegun, 26.2.17, good to 7 digits. */
function normalBelow(z: number): number {
  if (z < 0) return 1 - normalBelow(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const sum = NORMAL.reduceRight((so, each) => (so + each) * t, 0);
  return 1 - (Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}

const NORMAL = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** Lanczos approximation (g = 7, n = 9), good to about 15 digits for positive numbers. */
function logGamma(x: number): number {
  const [first, ...rest] = LANCZOS;
  const z = x - 1;
  const base = z + 7.5;
  const sum = rest.reduce((so, each, index) => so + each / (z + index + 1), first!);
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(base) - base + Math.log(sum);
}

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
