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
import { chanceOfMore, compareVersions, visitorsNeeded } from './experiment-result.ts';
import { experimentSchema } from './experiment-schema.ts';

const facts: VisitorFacts = {
  arrival: {},
  device: 'phone',
  customerGroup: 'anyone',
  isSignedIn: false,
  hasBasket: false,
};
const since = '2026-03-01T09:00:00.000Z';
const running = (over: Partial<Experiment> = {}): Experiment => ({
  id: 'hero',
  name: 'Hero',
  versions: [
    { name: 'a', label: 'Original' },
    { name: 'b', label: 'Short' },
  ],
  share: 100,
  state: { kind: 'running', since },
  ...over,
});
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
  });
  expect(compareVersions({ visitors: 0, did: 0 }, { visitors: 0, did: 0 })).toEqual({
    rate: 0,
    lift: undefined,
    chance: undefined,
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
