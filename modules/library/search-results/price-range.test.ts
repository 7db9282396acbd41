import fc from 'fast-check';
import { expect, test } from 'vitest';
import { priceRange, priceSteps } from './price-range.ts';

test('either bound may be open', () => {
  expect(priceRange('2000-5000')).toEqual({ priceFrom: 2000, priceTo: 5000 });
  expect(priceRange('-5000')).toEqual({ priceTo: 5000 });
  expect(priceRange('2000-')).toEqual({ priceFrom: 2000 });
  expect(priceRange(undefined)).toEqual({});
});

test('steps are round and cover every price', () => {
  expect(priceSteps(900, 34900)).toEqual(['-10000', '10000-20000', '20000-30000', '30000-']);
});

test('steps meet end to end, from open to open, and none is empty of sense', () => {
  const amount = fc.integer({ min: 0, max: 5_000_000 });
  fc.assert(
    fc.property(amount, amount, (a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const steps = priceSteps(from, to);
      const bounds = steps.map((step) => step.split('-'));
      if (steps.length === 0) return;
      expect(bounds[0]![0]).toBe('');
      expect(bounds.at(-1)![1]).toBe('');
      expect(bounds.slice(1).map(([low]) => low)).toEqual(bounds.slice(0, -1).map(([, high]) => high));
      expect(Number(bounds[0]![1])).toBeGreaterThan(from);
      expect(Number(bounds.at(-1)![0])).toBeLessThan(to);
    }),
  );
});
