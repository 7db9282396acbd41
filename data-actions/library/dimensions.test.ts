import { expect, test } from 'vitest';
import * as library from './index.ts';

const questions = Object.values(library).filter((each) => each.class === 'public');
const varying = (dimension: string) =>
  new Set(
    questions
      .filter((each) => (each.varyBy as readonly string[]).includes(dimension))
      .map(({ id }) => id.split('.')[0]),
  );

test('[DA-81] texts differ by locale, prices by currency and group, stock and delivery by neither', () => {
  expect(varying('channel')).toEqual(
    new Set(['catalogue', 'delivery', 'navigation', 'price', 'search', 'stock']),
  );
  expect(varying('locale')).toEqual(new Set(['catalogue', 'navigation', 'search']));
  expect(varying('currency')).toEqual(new Set(['price', 'search']));
  expect(varying('customerGroup')).toEqual(new Set(['price', 'search']));
  expect(varying('audience')).toEqual(new Set());
});
