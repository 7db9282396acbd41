import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterOf, searchQuery } from './search-query.ts';

test('filters are read by facet, each once, in their order', () => {
  const { f } = searchQuery.parse({ f: ['colour.ochre', 'size.m', 'colour.chalk', 'colour.ochre'] });
  expect(f).toEqual({ colour: ['ochre', 'chalk'], size: ['m'] });
});

test('what was chosen comes back from the address as it was', () => {
  const key = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
  const value = fc.string({ minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(fc.dictionary(key, fc.uniqueArray(value, { minLength: 1, maxLength: 4 })), (filters) => {
      const f = Object.entries(filters).flatMap(([facet, values]) =>
        values.map((each) => filterOf(facet, each)),
      );
      expect(searchQuery.parse({ f }).f).toEqual({ ...filters });
    }),
  );
});

test('no address, however odd, is refused', () => {
  const odd = fc.oneof(fc.string(), fc.array(fc.string()), fc.integer(), fc.constant(undefined));
  fc.assert(
    fc.property(fc.record({ q: odd, page: odd, sort: odd, price: odd, f: odd }), (query) => {
      const read = searchQuery.parse(query);
      expect(read.page).toBeGreaterThanOrEqual(1);
      expect(typeof read.q).toBe('string');
    }),
  );
});

test('nonsense counts as not said', () => {
  expect(searchQuery.parse({ page: '-3', sort: 'sideways', price: 'cheap', f: 'colour' })).toEqual({
    q: '',
    page: 1,
    sort: undefined,
    price: undefined,
    f: {},
  });
});
