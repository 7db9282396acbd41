import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSameTranslations, keptTranslations, type Translations } from './translation.ts';

test('[TRANS-2] a translation keeps what it was translated from until it is written anew', () => {
  const first = { 'h/title@de': { value: 'Hallo', base: 'Hello' } };
  const changed = { 'h/title@de': { value: 'Hallo', base: 'Welcome' } };
  const anew = { 'h/title@de': { value: 'Willkommen', base: 'Welcome' } };
  expect(keptTranslations({}, first)).toEqual(first);
  expect(keptTranslations(first, changed)).toEqual(first);
  expect(keptTranslations(first, anew)).toMatchObject(anew);
});

test('[TRANS-5] a translation that is taken back to what it was is for what it was made from then', () => {
  const first = { 'h/title@de': { value: 'Hallo', base: 'Hello' } };
  const outdated = { 'h/title@de': { value: 'Hallo', base: 'Welcome' } };
  const typed = ['W', 'Willk', 'Willkommen'].map((value) => ({ 'h/title@de': { value, base: 'Welcome' } }));
  const written = typed.reduce(keptTranslations, first as Translations);
  expect(written).toMatchObject(typed.at(-1)!);
  expect(keptTranslations(written, outdated)).toEqual(first);
  // Its module was deleted, and that undone; also after it was written anew.
  expect(keptTranslations(keptTranslations(first, {}), outdated)).toEqual(first);
  const gone = keptTranslations(keptTranslations(written, {}), {});
  expect(keptTranslations(gone, typed.at(-1)!)).toEqual(typed.at(-1));
  expect(keptTranslations(gone, { 'h/title@de': { value: 'Servus', base: 'Hi' } })).toMatchObject({
    'h/title@de': { value: 'Servus', base: 'Hi' },
  });
  const many = Object.fromEntries(
    Array.from({ length: 2_000 }, (_, index) => [`a/${index}@de`, first['h/title@de']]),
  );
  expect(Object.keys(keptTranslations(keptTranslations(many, {}), {}))).toHaveLength(500);
});

const some = fc.dictionary(
  fc.constantFrom('a/title@de', 'b/title@de', '/seo/title@de', '__proto__'),
  fc.record({ value: fc.constantFrom('x', 'y', 'z'), base: fc.constantFrom('1', '2', { a: 1 }) }),
);

test('[TRANS-3] whatever happens to a document, each of its translations has a base it was written for, the same until it changes', () => {
  fc.assert(
    fc.property(fc.array(some, { maxLength: 8 }), (states) => {
      let kept: Translations = {};
      const seen = new Map<string, unknown[]>();
      for (const state of states) {
        const before = kept;
        kept = keptTranslations(before, state);
        for (const [path, { value, base }] of Object.entries(state)) {
          const about = `${path} ${value}`;
          const bases = [...(seen.get(about) ?? []), base];
          seen.set(about, bases);
          expect(Object.hasOwn(kept, path) && kept[path]?.value).toBe(value);
          expect(bases).toContainEqual(kept[path]?.base);
          const last = Object.hasOwn(before, path) ? before[path] : undefined;
          if (last?.value === value) expect(kept[path]).toEqual(last);
          if (bases.length === 1) expect(kept[path]?.base).toEqual(base);
        }
        expect(isSameTranslations(kept, keptTranslations(kept, state))).toBe(true);
      }
    }),
  );
});
