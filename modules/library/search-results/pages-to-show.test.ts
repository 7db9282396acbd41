import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pagesToShow } from './pages-to-show.ts';

test('first, last and the neighbours; a gap of one page is that page', () => {
  expect(pagesToShow(1, 2)).toEqual([1, 2]);
  expect(pagesToShow(4, 6)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(pagesToShow(7, 20)).toEqual([1, undefined, 6, 7, 8, undefined, 20]);
});

test('every list begins at 1, ends at the last, holds the current page and rises', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 999 }), fc.nat(), (pages, nat) => {
      const page = 1 + (nat % pages);
      const shown = pagesToShow(page, pages).filter((number) => number !== undefined);
      expect(shown[0]).toBe(1);
      expect(shown.at(-1)).toBe(pages);
      expect(shown).toContain(page);
      expect(shown).toEqual([...new Set(shown)].sort((a, b) => a - b));
    }),
  );
});
