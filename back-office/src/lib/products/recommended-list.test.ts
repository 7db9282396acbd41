import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrangementOf, chosen, moved } from './recommended-list.ts';

test('what is pinned keeps its order, what is hidden stays apart', () => {
  const items = [
    { productId: 'a', by: 'pin' },
    { productId: 'b', by: 'pin' },
    { productId: 'c', by: 'computed', score: 3 },
    { productId: 'd', by: 'hide' },
  ] as const;
  const list = arrangementOf(items);
  expect(list).toEqual({ pinned: ['a', 'b'], hidden: ['d'] });
  expect(chosen(list, 'd', 'pin')).toEqual({ pinned: ['a', 'b', 'd'], hidden: [] });
  expect(chosen(list, 'a', 'hide')).toEqual({ pinned: ['b'], hidden: ['d', 'a'] });
  expect(chosen(list, 'a', 'computed')).toEqual({ pinned: ['b'], hidden: ['d'] });
  expect(moved(list, 'b', -1)).toEqual({ pinned: ['b', 'a'], hidden: ['d'] });
  expect(moved(list, 'b', 1)).toEqual(list);
});

test('moving loses nobody and moving back is as before', () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(ids, fc.nat(7), (pinned, at) => {
      const list = { pinned, hidden: [] };
      const id = pinned[at % pinned.length]!;
      const down = moved(list, id, 1);
      expect([...down.pinned].sort()).toEqual([...pinned].sort());
      const isLast = pinned.at(-1) === id;
      expect(moved(down, id, -1)).toEqual(isLast ? moved(list, id, -1) : list);
    }),
  );
});
