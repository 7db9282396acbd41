import type { VersionCount, VersionName } from '@vitrine/content';
import { describe, expect, test } from 'vitest';
import { liftWords, rateWords, revenueWords, suggestedWinner, versionResults } from './result-words.ts';

const count = (version: VersionName, visitors: number, buyers: number): VersionCount => ({
  version,
  visitors,
  baskets: buyers,
  buyers,
  revenue: {},
});
const verdict = (original: [number, number], other: [number, number]) =>
  versionResults([count('a', ...original), count('b', ...other)])[1]!.verdict;

describe('what became of a test, in words', () => {
  test('[TESTING-7] nothing is said too early', () => {
    expect(verdict([0, 0], [0, 0])).toBe('Too early to say: nobody has ordered yet.');
    expect(verdict([99, 1], [99, 60])).toMatch(/^Too early to say: about .* more visitors are needed/);
    expect(verdict([2000, 200], [2000, 210])).toBe(
      'Too early to say: about 25,000 more visitors are needed to see a difference of a tenth.',
    );
  });

  test('[TESTING-7] nobody is called better before it is settled, and nothing is ever certain', () => {
    // 97 in 100 for who looks once, which many do not.
    expect(verdict([1000, 100], [1000, 126])).toMatch(/^Too early to say/);
    expect(verdict([10_000, 500], [10_000, 590])).toMatch(/^Too early to say/);
    expect(verdict([10_000, 500], [10_000, 602])).toBe('B sells more: 99 in 100.');
    expect(verdict([1000, 100], [1000, 300])).toBe('B sells more: 99 in 100.');
    expect(verdict([1000, 300], [1000, 100])).toBe('A sells more: 99 in 100.');
  });

  test('[TESTING-7] with enough visitors it is said that there is no difference', () => {
    expect(verdict([100_000, 10_000], [100_000, 10_050])).toMatch(
      /^No difference of a tenth is to be seen: \d\d in 100 that B sells more\.$/,
    );
    expect(verdict([100_000, 10_000], [100_000, 10_300])).toBe(
      'Not certain yet: 98 in 100 that B sells more.',
    );
    expect(verdict([100_000, 10_300], [100_000, 10_000])).toBe(
      'Not certain yet: 98 in 100 that A sells more.',
    );
  });

  test('[TESTING-7] with more versions it takes more to be settled', () => {
    const two = [count('a', 10_000, 500), count('b', 10_000, 602)];
    const four = [...two, count('c', 10_000, 500), count('d', 10_000, 500)];
    expect([two, four].map((each) => versionResults(each)[1]!.isSettled)).toEqual([true, false]);
  });

  test('[TESTING-8] the figures speak for a version, for the original, or not yet', () => {
    expect(suggestedWinner([])).toBeUndefined();
    expect(suggestedWinner([count('a', 1000, 100), count('b', 1000, 110)])).toBeUndefined();
    expect(suggestedWinner([count('a', 1000, 300), count('b', 1000, 100)])).toBe('a');
    expect(suggestedWinner([count('a', 1000, 100), count('b', 1000, 150), count('c', 1000, 200)])).toBe('c');
    expect(
      suggestedWinner([count('a', 1000, 200), count('b', 1000, 100), count('c', 1000, 205)]),
    ).toBeUndefined();
  });

  test('[TESTING-7] figures are told as people read them', () => {
    expect([rateWords(0.125), rateWords(0)]).toEqual(['12.5 %', '0 %']);
    expect([0.12, -0.04, 0.001, undefined].map(liftWords)).toEqual(['+12 %', '−4 %', '0 %', '–']);
    expect(revenueWords({ visitors: 10, revenue: { EUR: 1234, JPY: 500 } })).toEqual(['€1.23', '¥50']);
    expect(revenueWords({ visitors: 0, revenue: {} })).toEqual([]);
  });
});
