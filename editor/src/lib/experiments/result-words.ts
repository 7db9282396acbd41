import {
  type Comparison,
  compareVersions,
  type VersionCount,
  type VersionName,
  visitorsNeeded,
} from '@vitrine/content';

/** Below it, and above what is left of one, a difference is not spoken of as if it might be there. */
const LIKELY = 0.95;
/** The difference tests are to show: a tenth. */
const WANTED = 0.1;

/** What became of a version, beside the original. */
export interface VersionResult extends VersionCount, Comparison {
  /** In words; the original has none. */
  readonly verdict: string | undefined;
}

/** Results in the order of the versions, the original first. */
export function versionResults(counts: readonly VersionCount[]): readonly VersionResult[] {
  const [original] = counts;
  if (!original) return [];
  return counts.map((count) => ({
    ...count,
    ...comparison(original, count, counts),
    verdict: count === original ? undefined : verdict(original, count, counts),
  }));
}

/** The version the figures speak for; `undefined` = they say nothing yet. */
export function suggestedWinner(counts: readonly VersionCount[]): VersionName | undefined {
  const [original, ...others] = versionResults(counts);
  if (!original || others.length === 0) return undefined;
  const [best] = others
    .filter(({ isSettled, rate }) => isSettled && rate > original.rate)
    .toSorted((one, other) => other.rate - one.rate);
  if (best) return best.version;
  return others.every(({ isSettled }) => isSettled) ? original.version : undefined;
}

/** `12.5 %`. */
export function rateWords(rate: number): string {
  return `${new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(rate * 100)} %`;
}

/** How much more or less: `+12 %`, `−4 %`; a dash when there is nothing to compare with. */
export function liftWords(lift: number | undefined): string {
  if (lift === undefined) return '–';
  const percent = Math.round(lift * 100);
  if (percent === 0) return '0 %';
  return `${percent > 0 ? '+' : '−'}${Math.abs(percent)} %`;
}

/** What came in for each visitor, by currency: `€1.20`, `£0.35`; nothing when nobody ordered. */
export function revenueWords({
  revenue,
  visitors,
}: Pick<VersionCount, 'revenue' | 'visitors'>): readonly string[] {
  return Object.entries(revenue).map(([currency, minor]) => {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
    return format.format(visitors === 0 ? 0 : minor / 10 ** digits / visitors);
  });
}

function comparison(original: VersionCount, other: VersionCount, all: readonly VersionCount[]): Comparison {
  return compareVersions(
    { visitors: original.visitors, did: original.buyers },
    { visitors: other.visitors, did: other.buyers },
    { others: all.length - 1 },
  );
}

function verdict(original: VersionCount, other: VersionCount, all: readonly VersionCount[]): string {
  const { chance = 0.5, isSettled, rate } = comparison(original, other, all);
  const name = other.version.toUpperCase();
  const first = comparison(original, original, all).rate;
  if (isSettled)
    return rate > first
      ? `${name} sells more: ${inHundred(chance)}.`
      : `A sells more: ${inHundred(1 - chance)}.`;
  const needed = visitorsNeeded(first === 0 ? rate : first, WANTED);
  if (needed === undefined) return 'Too early to say: nobody has ordered yet.';
  const missing = all.reduce((sum, { visitors }) => sum + Math.max(0, needed - visitors), 0);
  if (missing > 0)
    return `Too early to say: about ${rounded(missing)} more visitors are needed to see a difference of a tenth.`;
  if (chance >= LIKELY) return `Not certain yet: ${inHundred(chance)} that ${name} sells more.`;
  if (chance <= 1 - LIKELY) return `Not certain yet: ${inHundred(1 - chance)} that A sells more.`;
  return `No difference of a tenth is to be seen: ${inHundred(chance)} that ${name} sells more.`;
}

/** Never more sure than it is: rounded down, and never all of a hundred. */
function inHundred(chance: number): string {
  return `${Math.min(99, Math.floor(chance * 100))} in 100`;
}

/** To two digits: `3,100`. */
function rounded(count: number): string {
  return new Intl.NumberFormat('en', { maximumSignificantDigits: 2 }).format(count);
}
