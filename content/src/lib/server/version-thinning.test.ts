import fc from 'fast-check';
import { expect, test } from 'vitest';
import { versionsToDrop } from './version-thinning.ts';

const now = Date.UTC(2026, 5, 1, 12);
const ages = fc.uniqueArray(fc.integer({ min: 0, max: 400 * 24 * 60 }), { minLength: 1, maxLength: 300 });
const versionsOf = (minutes: readonly number[]) =>
  minutes
    .toSorted((left, right) => right - left)
    .map((age, seq) => ({ seq, at: new Date(now - age * 60_000) }));

test('[VERSION-4] the newest stays, a day stays whole, and who thins twice drops nothing more', () => {
  fc.assert(
    fc.property(ages, (minutes) => {
      const all = versionsOf(minutes);
      const gone = new Set(versionsToDrop(all, now));
      const kept = all.filter(({ seq }) => !gone.has(seq));
      expect(kept).toContain(all.at(-1));
      expect(kept).toEqual(
        expect.arrayContaining(all.filter(({ at }) => now - at.getTime() < 24 * 3_600_000)),
      );
      expect(versionsToDrop(kept, now)).toEqual([]);
      expect(kept.length).toBeLessThan(24 * 60 + 7 * 24 + 60 + 60);
    }),
  );
});

test('[VERSION-4] thinning every day leaves as much as thinning once', () => {
  const hourly = versionsOf(Array.from({ length: 30 * 24 }, (_, hour) => hour * 60 + 1));
  let kept = hourly.slice(0, 0);
  for (let day = 30; day >= 0; day--) {
    const then = now - day * 24 * 3_600_000;
    const known = new Set(kept.map(({ seq }) => seq));
    const arrived = hourly.filter(
      ({ at, seq }) => at.getTime() <= then && (known.has(seq) || at.getTime() > then - 24 * 3_600_000),
    );
    const gone = new Set(versionsToDrop(arrived, then));
    kept = arrived.filter(({ seq }) => !gone.has(seq));
  }
  const once = new Set(versionsToDrop(hourly, now));
  expect(kept).toEqual(hourly.filter(({ seq }) => !once.has(seq)));
});
