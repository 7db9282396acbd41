import fc from 'fast-check';
import { expect, test } from 'vitest';
import { audienceIds, EVERYONE, isAmong, type VisitorFacts } from './audience.ts';
import {
  assignedVersion,
  audienceOf,
  type Crowd,
  type Experiment,
  experimentOf,
  versionId,
  versionNames,
} from './experiment.ts';
import {
  chanceOfMore,
  compareVersions,
  isSettled,
  normalChanceOfMore,
  visitorsNeeded,
} from './experiment-result.ts';
import { experimentSchema } from './experiment-schema.ts';
import { makeExperiment } from './testing/builders.ts';

const facts: VisitorFacts = {
  arrival: {},
  device: 'phone',
  customerGroup: 'anyone',
  isSignedIn: false,
  hasBasket: false,
};
const since = '2026-03-01T09:00:00.000Z';
const running = (over: Partial<Experiment> = {}) =>
  makeExperiment({ state: { kind: 'running', since }, ...over });
const versions = (count: number) => versionNames.slice(0, count).map((name) => ({ name, label: name }));
const crowd = (...experiments: Experiment[]): Crowd => ({ audiences: [], experiments });
const visitors = Array.from({ length: 4000 }, (_, index) => `visitor ${index * 7919}`);

test('[TEST-1] each version is shown to as many, and always the same one to the same visitor', () => {
  for (const count of [2, 3, 4]) {
    const test = running({ versions: versions(count) });
    const seen = visitors.map((visitor) => assignedVersion(test, [], visitor));
    expect(visitors.map((visitor) => assignedVersion(test, [], visitor))).toEqual(seen);
    for (const { name } of test.versions) {
      const part = seen.filter((each) => each === name).length / visitors.length;
      expect(Math.abs(part - 1 / count)).toBeLessThan(0.03);
    }
  }
});

test('[TEST-1] two tests are drawn apart from each other', () => {
  const both = visitors.filter(
    (visitor) =>
      assignedVersion(running(), [], visitor) === 'b' &&
      assignedVersion(running({ id: 'tiles' }), [], visitor) === 'b',
  );
  expect(Math.abs(both.length / visitors.length - 0.25)).toBeLessThan(0.03);
});

test('[TEST-1] as many take part as it says, and keep their version when more do', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }), (one, other) => {
      const [few, many] = [Math.min(one, other), Math.max(one, other)];
      for (const visitor of visitors.slice(0, 200)) {
        const before = assignedVersion(running({ share: few }), [], visitor);
        if (before !== undefined) expect(assignedVersion(running({ share: many }), [], visitor)).toBe(before);
      }
    }),
  );
  const part = visitors.filter((visitor) => assignedVersion(running({ share: 20 }), [], visitor)).length;
  expect(Math.abs(part / visitors.length - 0.2)).toBeLessThan(0.03);
});

test('[TEST-1] [AUD-2] only visitors of its audience take part', () => {
  const phones = {
    id: 'phones',
    name: 'Phones',
    rules: [{ kind: 'device' as const, devices: ['phone' as const] }],
  };
  const own: Crowd = { audiences: [phones], experiments: [running({ audience: 'phones' })] };
  const words = visitors.map((visitor) => audienceOf(own, facts, visitor));
  expect(new Set(words)).toEqual(new Set(['phones', 'hero.b,phones']));
  for (const visitor of visitors.slice(0, 100))
    expect(audienceOf(own, { ...facts, device: 'computer' }, visitor)).toBe(EVERYONE);
});

test('[TEST-2] [TEST-3] before a test, and without a name, everybody sees the original; after it the winner', () => {
  for (const visitor of visitors.slice(0, 100)) {
    expect(audienceOf(crowd(running({ state: { kind: 'planned' } })), facts, visitor)).toBe(EVERYONE);
    const ended = (winner: 'a' | 'b') => running({ state: { kind: 'ended', since, until: since, winner } });
    expect(audienceOf(crowd(ended('b')), facts, visitor)).toBe('hero.b');
    expect(audienceOf(crowd(ended('b')), facts, undefined)).toBe('hero.b');
    expect(audienceOf(crowd(ended('a')), facts, visitor)).toBe(EVERYONE);
  }
  expect(audienceOf(crowd(running()), facts, undefined)).toBe(EVERYONE);
});

test('[TEST-1] of one test at most one version is shown', () => {
  fc.assert(
    fc.property(fc.constantFrom(...visitors), fc.integer({ min: 2, max: 4 }), (visitor, count) => {
      const word = audienceOf(crowd(running({ versions: versions(count) })), facts, visitor);
      expect(audienceIds(word).filter((each) => experimentOf(each) === 'hero').length).toBeLessThan(2);
      expect(isAmong(word, versionId('hero', 'a'))).toBe(false);
    }),
  );
});

test('[TEST-1] a test that cannot be read is refused', () => {
  const { state: _, ...good } = running();
  expect(experimentSchema.safeParse(good).success).toBe(true);
  expect(experimentSchema.safeParse({ ...good, share: 0 }).success).toBe(false);
  expect(experimentSchema.safeParse({ ...good, versions: versions(1) }).success).toBe(false);
  expect(experimentSchema.safeParse({ ...good, versions: versions(3).toSpliced(1, 1) }).success).toBe(false);
});

test('[TEST-6] rates are compared as the posteriors say, and nothing is said of few visitors', () => {
  // Worked by numerical integration of the two densities.
  expect(chanceOfMore({ visitors: 1000, did: 100 }, { visitors: 1000, did: 120 })).toBeCloseTo(
    integrated(100, 120, 1000),
    4,
  );
  expect(chanceOfMore({ visitors: 500, did: 20 }, { visitors: 500, did: 20 })).toBeCloseTo(0.5, 6);
  expect(compareVersions({ visitors: 99, did: 10 }, { visitors: 1000, did: 200 })).toEqual({
    rate: 0.2,
    lift: 0.2 / (10 / 99) - 1,
    chance: undefined,
    isSettled: false,
  });
  expect(compareVersions({ visitors: 0, did: 0 }, { visitors: 0, did: 0 })).toEqual({
    rate: 0,
    lift: undefined,
    chance: undefined,
    isSettled: false,
  });
  // 5 % against 5.5 %: 16 · 0.05 · 0.95 / 0.0025².
  expect(visitorsNeeded(0.05, 0.1)).toBe(30_400);
});

test('[TEST-6] two versions beat each other with chances that add up to one', () => {
  const tries = fc
    .integer({ min: 100, max: 5000 })
    .chain((visitors) =>
      fc.record({ visitors: fc.constant(visitors), did: fc.integer({ min: 0, max: visitors }) }),
    );
  fc.assert(
    fc.property(tries, tries, (one, other) => {
      expect(chanceOfMore(one, other) + chanceOfMore(other, one)).toBeCloseTo(1, 6);
    }),
    { numRuns: 50 },
  );
});

test('[TEST-6] of many the chance is told by a normal distribution, which says the same where the two meet', () => {
  const tries = fc.record({
    visitors: fc.integer({ min: 40_000, max: 400_000 }),
    did: fc.integer({ min: 9_000, max: 11_000 }),
  });
  fc.assert(
    fc.property(tries, fc.double({ min: -4, max: 4, noNaN: true }), (one, apart) => {
      // Rates so near each other that neither is surely higher.
      const other = { ...one, did: Math.round(one.did + apart * Math.sqrt(one.did)) };
      expect(chanceOfMore(one, other)).toBeCloseTo(normalChanceOfMore(one, other), 3);
      expect(chanceOfMore(one, other) + chanceOfMore(other, one)).toBeCloseTo(1, 6);
    }),
    { numRuns: 50 },
  );
  const above = { visitors: 100_000, did: 10_001 };
  expect(chanceOfMore(above, { visitors: 100_000, did: 10_200 })).toBe(
    normalChanceOfMore(above, { visitors: 100_000, did: 10_200 }),
  );
});

test('[TEST-6] a difference is settled however often one looks: hardly ever one that is none, soon one that is', () => {
  // 5 %, and as much again as 300 tests may lie beside it by chance (three standard deviations).
  const most = 0.05 + 0.038;
  expect(settled(300, [0.05, 0.05]).length / 300).toBeLessThan(most);
  expect(settled(300, [0.01, 0.01]).length / 300).toBeLessThan(most);
  const apart = settled(100, [0.05, 0.07]);
  expect(apart.filter(([one, other]) => rate(other) > rate(one)).length).toBeGreaterThan(80);
});

test('[TEST-6] with more versions it takes more to settle a difference, and nothing settles where nobody did it', () => {
  const [original, other] = [
    { visitors: 10_000, did: 500 },
    { visitors: 10_000, did: 602 },
  ];
  expect(compareVersions(original, other).isSettled).toBe(true);
  expect(compareVersions(original, other, { others: 3 }).isSettled).toBe(false);
  const nobody = { visitors: 10_000, did: 0 };
  expect(compareVersions(nobody, nobody).isSettled).toBe(false);
  const everybody = { visitors: 10_000, did: 10_000 };
  expect(compareVersions(everybody, everybody).isSettled).toBe(false);
  expect(compareVersions(nobody, everybody).isSettled).toBe(true);
});

interface Counting {
  visitors: number;
  did: number;
}

const rate = ({ visitors, did }: Counting) => did / visitors;

/** Of so many tests that 20,000 visitors take part in and somebody looks at every 100, those that were ever settled: as they were then. */
function settled(count: number, rates: readonly [number, number]): (readonly [Counting, Counting])[] {
  return Array.from({ length: count }, (_, seed) => {
    const draw = drawer(seed + 1);
    const each: readonly [Counting, Counting] = [
      { visitors: 0, did: 0 },
      { visitors: 0, did: 0 },
    ];
    for (let at = 1; at <= 20_000; at += 1) {
      const version = draw() < 0.5 ? 0 : 1;
      each[version].visitors += 1;
      if (draw() < rates[version]) each[version].did += 1;
      if (at % 100 === 0 && isSettled(...each, 0.05)) return [each];
    }
    return [];
  }).flat();
}

/** The same numbers between 0 and 1 each time: mulberry32. */
function drawer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The chance that the second of two rates is higher, by the trapezoidal rule over Beta densities. */
function integrated(first: number, second: number, visitors: number): number {
  const steps = 20_000;
  const density = (did: number) => {
    const logs = Array.from({ length: steps + 1 }, (_, at) => {
      const p = at / steps;
      return p === 0 || p === 1 ? -Infinity : did * Math.log(p) + (visitors - did) * Math.log(1 - p);
    });
    const most = Math.max(...logs);
    const values = logs.map((each) => Math.exp(each - most));
    const whole = values.reduce((sum, each) => sum + each, 0);
    return values.map((each) => each / whole);
  };
  const [one, other] = [density(first), density(second)];
  let below = 0;
  let chance = 0;
  for (let at = 0; at <= steps; at += 1) {
    chance += other[at]! * (below + one[at]! / 2);
    below += one[at]!;
  }
  return chance;
}
