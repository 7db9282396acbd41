import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openPage } from '../panels/properties/testing/open-page.ts';
import { addItem, moveListItem, removeListItem } from './list-items.ts';
import { moveInList } from './reorder.ts';

test('items are added, moved and removed; those that stay keep their ids', () => {
  const scope = openPage({ a: { links: [{ label: 'A' }, { label: 'B' }] } });
  const [first, second] = scope.page.itemIds('a', 'links');
  addItem(scope, 'links', { label: 'C' });
  moveListItem(scope, 'links', 2, 0);
  expect(scope.page.props('a').links).toEqual([{ label: 'C' }, { label: 'A' }, { label: 'B' }]);
  removeListItem(scope, 'links', 0);
  expect(scope.page.itemIds('a', 'links')).toEqual([first, second]);
});

test('the first change of a default list stores it', () => {
  const scope = openPage({ a: {} });
  moveListItem(scope, 'steps', 0, 1);
  expect(scope.page.props('a').steps).toEqual([{ name: 'Choose' }, { name: 'Look' }]);
  const removed = openPage({ a: {} });
  removeListItem(removed, 'steps', 0);
  expect(removed.page.props('a').steps).toEqual([{ name: 'Choose' }]);
  const added = openPage({ a: {} });
  addItem(added, 'steps', { name: 'Pay' });
  expect(added.page.props('a').steps).toEqual([{ name: 'Look' }, { name: 'Choose' }, { name: 'Pay' }]);
});

test('lists that are alike change together, in one transaction', () => {
  const scope = openPage({ a: { categories: ['x', 'y'] }, b: { categories: ['x', 'y'] } });
  let transactions = 0;
  scope.page.onChange(() => transactions++);
  moveListItem(scope, 'categories', 0, 1);
  expect(scope.page.props('a').categories).toEqual(['y', 'x']);
  expect(scope.page.props('b').categories).toEqual(['y', 'x']);
  expect(transactions).toBe(1);
});

test('any row of moves has the order a plain array would have', () => {
  const moves = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 12 });
  fc.assert(
    fc.property(moves, (steps) => {
      const scope = openPage({ a: { categories: ['a', 'b', 'c', 'd', 'e'] } });
      let plain: readonly string[] = ['a', 'b', 'c', 'd', 'e'];
      for (const [from, to] of steps) {
        moveListItem(scope, 'categories', from, to);
        plain = moveInList(plain, from, to);
      }
      expect(scope.page.props('a').categories).toEqual(plain);
    }),
    { numRuns: 40 },
  );
});
