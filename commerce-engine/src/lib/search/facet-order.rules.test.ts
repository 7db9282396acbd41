import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FacetPlace, facetOrder } from './facet-order.rules.ts';

const value = (label: string, more: Partial<FacetPlace> = {}): FacetPlace => ({
  facet: 'size',
  value: label,
  label,
  position: 0,
  count: 1,
  swatch: null,
  ...more,
});
const ordered = (values: readonly FacetPlace[]) =>
  [...values].sort(facetOrder('en')).map(({ label }) => label);

describe('the order of facet values', () => {
  it.each([
    [
      'letters',
      ['XXS', 'XS', 'S', 'S/M', 'M', 'L', 'L/XL', 'XL', '2XL', 'XXXL', '36–39', '40–43', 'One size'],
    ],
    ['words', ['Extra small', 'Small', 'Medium', 'Large', 'X-Large', 'XX-Large']],
    ['German words', ['Klein', 'Mittel', 'Groß']],
    ['numbers', ['8', '36', '36–39', '40-43', '104', '1000']],
    ['lengths', ['42 cm', '60 × 40 cm', '60 cm', '180 × 220 cm']],
    ['amounts', ['250 ml', '0,5 l', '750 ml', '1 l', '1.5 l']],
  ])('[SEARCH-24] is from small to large for %s, whatever their count', (_, sizes) => {
    const shuffled = sizes.map((size, index) =>
      value(size, { count: index, position: sizes.length - index }),
    );
    expect(ordered(shuffled.toReversed())).toEqual(sizes);
  });

  it('[SEARCH-24] is by count and label for colours and brands, as declared for the rest', () => {
    const colour = (label: string, count: number, position: number) =>
      value(label, { facet: 'colour', swatch: '#fff', count, position });
    expect(ordered([colour('Sea', 2, 0), colour('Ochre', 2, 3), colour('Moss', 7, 9)])).toEqual([
      'Moss',
      'Ochre',
      'Sea',
    ]);
    const brand = (label: string, count: number) => value(label, { facet: 'brand', count });
    expect(ordered([brand('3M', 1), brand('Zeta', 9)])).toEqual(['Zeta', '3M']);
    const finish = (label: string, position: number) => value(label, { facet: 'finish', position });
    expect(ordered([finish('Gloss', 2), finish('Matt', 0), finish('Satin', 1)])).toEqual([
      'Matt',
      'Satin',
      'Gloss',
    ]);
  });

  it('[SEARCH-24] is total: whatever order values come in, they leave in one', () => {
    const label = fc.oneof(
      fc.constantFrom(
        'XS',
        'S',
        'S/M',
        'M',
        'L',
        '2XL',
        'X-Large',
        '36–39',
        '36',
        '1,5 l',
        'One size',
        'a/b',
      ),
      fc.string(),
    );
    const one = fc.record({
      facet: fc.constant('size'),
      value: fc.string(),
      label,
      position: fc.nat(3),
      count: fc.nat(3),
      swatch: fc.constantFrom(null, '#fff'),
    });
    const values = fc.uniqueArray(one, { selector: (each) => each.value, maxLength: 12 });
    fc.assert(
      fc.property(values, fc.infiniteStream(fc.nat()), (given, numbers) => {
        const keys = new Map(given.map((each) => [each.value, numbers.next().value as number]));
        const shuffled = given.toSorted((a, b) => keys.get(a.value)! - keys.get(b.value)!);
        expect(shuffled.sort(facetOrder('en'))).toEqual(given.toSorted(facetOrder('en')));
      }),
    );
    fc.assert(
      fc.property(one, one, one, (a, b, c) => {
        const order = facetOrder('en');
        expect(Math.sign(order(a, b))).toBe(-Math.sign(order(b, a)) || 0);
        if (order(a, b) <= 0 && order(b, c) <= 0) expect(order(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
