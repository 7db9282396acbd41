import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSameTranslations, keptTranslations, type Translations } from './translation.ts';

test('[TRANS-2] a translation keeps what it was translated from until it is written anew', () => {
  const first = { 'h/title@de': { value: 'Hallo', base: 'Hello' } };
  const changed = { 'h/title@de': { value: 'Hallo', base: 'Welcome' } };
  const anew = { 'h/title@de': { value: 'Willkommen', base: 'Welcome' } };
  expect(keptTranslations({}, first)).toEqual(first);
  expect(keptTranslations(first, changed)).toEqual(first);
  expect(keptTranslations(first, anew)).toEqual(anew);
  expect(keptTranslations(first, {})).toEqual({});
});

const some = fc.dictionary(
  fc.constantFrom('a/title@de', 'b/title@de', '/seo/title@de', '__proto__'),
  fc.record({ value: fc.constantFrom('x', 'y', null), base: fc.constantFrom('1', '2', { a: 1 }) }),
);

test('[TRANS-3] whatever happens to a document, each of its translations has the base it was last written for', () => {
  fc.assert(
    fc.property(fc.array(some, { maxLength: 6 }), (states) => {
      let kept: Translations = {};
      const expected = new Map<string, { value: unknown; base: unknown }>();
      for (const state of states) {
        kept = keptTranslations(kept, state);
        for (const path of [...expected.keys()]) if (!Object.hasOwn(state, path)) expected.delete(path);
        for (const [path, { value, base }] of Object.entries(state))
          if (expected.get(path)?.value !== value) expected.set(path, { value, base });
        expect(new Map(Object.entries(kept))).toEqual(expected);
        expect(isSameTranslations(kept, keptTranslations(kept, kept))).toBe(true);
      }
    }),
  );
});
