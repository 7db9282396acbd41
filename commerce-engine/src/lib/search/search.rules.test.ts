import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closestWord, slipsBetween, swapsOf } from './correction.rules.ts';
import { clampPage, cleanQuery } from './search-query.rules.ts';
import { foldText, keyOfText, languageOf, queryWordsOf, wordsOf } from './text-folding.rules.ts';

const word = fc.stringMatching(/^[a-z]{1,12}$/);
const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

describe('search rules', () => {
  it('[SEARCH-9] folds case and accents, and keeps German umlauts for German only', () => {
    expect(wordsOf('Café CRÈME, Ångström', 'en')).toEqual(['cafe', 'creme', 'angstrom']);
    expect(wordsOf('Größe für Stühle', 'de-AT')).toEqual(['größe', 'für', 'stühle']);
    expect(wordsOf('Große Stühle', 'en')).toEqual(['große', 'stuhle']);
  });

  it('[SEARCH-9] folding twice is folding once', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom('en', 'de', 'fr'), (text, locale) => {
        const once = wordsOf(text, locale).join(' ');
        expect(wordsOf(once, locale).join(' ')).toBe(once);
      }),
    );
  });

  it('[SEARCH-13] words hold letters and digits only, and there are few of them', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom('en', 'de'), (text, locale) => {
        const words = queryWordsOf(text, locale);
        expect(words.length).toBeLessThanOrEqual(8);
        for (const each of words) expect(each).toMatch(/^[\p{L}\p{N}]+$/u);
        expect(foldText(text, locale)).not.toMatch(/\0/);
      }),
    );
  });

  it('[SEARCH-8] knows the languages PostgreSQL knows', () => {
    expect(['en-GB', 'de', 'xx'].map(languageOf)).toEqual(['english', 'german', 'simple']);
  });

  it('makes keys of any text', () => {
    expect(keyOfText('Café Nörd & Söhne')).toBe('cafe-nord-sohne');
    expect(keyOfText('!!!')).toBe('other');
  });

  it('[SEARCH-11] slips are a distance: none to oneself, the same both ways', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(slipsBetween(a, a)).toBe(0);
        expect(slipsBetween(a, b)).toBe(slipsBetween(b, a));
        expect(slipsBetween(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });

  it('[SEARCH-11] a swap of neighbours is one slip', () => {
    fc.assert(
      fc.property(word, (each) => {
        expect(swapsOf(each).map((swap) => slipsBetween(each, swap))).toEqual(swapsOf(each).map(() => 1));
      }),
    );
  });

  it('[SEARCH-11] takes the word with the fewest slips, and none that is too far', () => {
    const near = (words: readonly string[]) => words.map((each) => ({ word: each, similarity: 0.4 }));
    expect(closestWord('swaeter', near(['sweet', 'sweater', 'water']))).toBe('sweater');
    expect(closestWord('mgu', near(['mug', 'gum']))).toBe('mug');
    expect(closestWord('zzzz', near(['mug', 'sweater']))).toBeUndefined();
    expect(closestWord('ab', near(['abc']))).toBeUndefined();
  });

  it('[SEARCH-13] [SEARCH-20] any query becomes one that can be answered', () => {
    const odd = fc.oneof(fc.double(), fc.integer(), fc.constant(undefined));
    const query = fc.record({
      text: fc.option(anything, { nil: undefined }),
      categoryId: fc.option(anything, { nil: undefined }),
      filters: fc.dictionary(anything, fc.array(anything)),
      priceFrom: odd,
      priceTo: odd,
      page: odd,
      pageSize: odd,
    });
    fc.assert(
      fc.property(query, (asked) => {
        const clean = cleanQuery(asked, 'en');
        expect(clean.page).toBeGreaterThanOrEqual(1);
        expect(clean.pageSize).toBeGreaterThanOrEqual(1);
        expect(clean.pageSize).toBeLessThanOrEqual(100);
        expect(Number.isSafeInteger(clean.page * clean.pageSize)).toBe(true);
        expect(clean.priceFrom ?? 0).toBeLessThanOrEqual(clean.priceTo ?? Number.MAX_SAFE_INTEGER);
        expect(JSON.stringify(clean)).not.toContain('\\u0000');
      }),
    );
  });

  it('[SEARCH-19] [SEARCH-20] defaults: newest without text, relevance with it, 24 a page', () => {
    expect(cleanQuery({}, 'en')).toMatchObject({ sort: 'newest', page: 1, pageSize: 24 });
    expect(cleanQuery({ text: 'mug' }, 'en').sort).toBe('relevance');
    expect(cleanQuery({ text: '?!', sort: 'relevance' }, 'en').sort).toBe('newest');
    expect(cleanQuery({ sort: 'drop table' as 'name' }, 'en').sort).toBe('newest');
  });

  it('[SEARCH-20] a page is one there is', () => {
    expect([clampPage(9, 25, 24), clampPage(2, 24, 24), clampPage(3, 0, 24)]).toEqual([2, 1, 1]);
  });
});

it('[SEARCH-28] words that stand for being on preorder become its filter, in their language', () => {
  const preorder = [{ facet: 'availability', values: ['preorder'] }];
  expect(cleanQuery({ text: 'Preorder' }, 'en')).toMatchObject({
    ...{ words: [], filters: preorder, sort: 'newest' },
  });
  expect(cleanQuery({ text: 'lamp pre-order' }, 'en')).toMatchObject({ words: ['lamp'], filters: preorder });
  expect(cleanQuery({ text: 'Lampe vorbestellen' }, 'de')).toMatchObject({ filters: preorder });
  expect(cleanQuery({ text: 'vorbestellen' }, 'en')).toMatchObject({ words: ['vorbestellen'], filters: [] });
  expect(cleanQuery({ text: 'order' }, 'en')).toMatchObject({ words: ['order'], filters: [] });
  const chosen = { text: 'preorder', filters: { availability: ['available'] } };
  expect(cleanQuery(chosen, 'en').filters).toEqual([{ facet: 'availability', values: ['available'] }]);
});
