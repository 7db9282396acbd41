import { expect, test } from 'vitest';
import { nothing, selectedAfter } from './selection.ts';

const all = ['a', 'b', 'c', 'd'];

test('one alone, then others besides it, then without one', () => {
  const one = selectedAfter(nothing, 'a', 'only', all);
  const two = selectedAfter(one, 'c', 'toggle', all);
  expect(two.ids).toEqual(['a', 'c']);
  expect(selectedAfter(two, 'a', 'toggle', all).ids).toEqual(['c']);
});

test('a range goes from the anchor, and ends at what has the focus', () => {
  const anchored = selectedAfter(nothing, 'c', 'only', all);
  const upward = selectedAfter(anchored, 'a', 'range', all);
  expect(upward.ids).toEqual(['b', 'c', 'a']);
  expect(selectedAfter(upward, 'd', 'range', all).ids).toEqual(['c', 'd']);
});

test('a range from something that is not shown any more is one alone', () => {
  expect(selectedAfter({ ids: ['x'], anchor: 'x' }, 'b', 'range', all).ids).toEqual(['b']);
});
