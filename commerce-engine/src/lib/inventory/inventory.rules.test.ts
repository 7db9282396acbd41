import fc from 'fast-check';
import { expect, test } from 'vitest';
import { availableIn, toldStock } from './inventory.rules.ts';

const policy = { backorder: false, lowStock: 5 };

test('[INV-5] one location short of its buffer does not eat the stock of another', () => {
  const short = { onHand: 1, reserved: 0, buffer: 4 };
  expect(availableIn([short, { onHand: 10, reserved: 3, buffer: 2 }])).toBe(5);
  expect(availableIn([])).toBe(0);
});

test.each([
  [0, { class: 'sold-out' }],
  [1, { class: 'low-stock', left: 1 }],
  [5, { class: 'low-stock', left: 5 }],
  [6, { class: 'in-stock' }],
])('[INV-6] %i pieces are told as they are', (available, told) => {
  expect(toldStock(available, policy)).toEqual(told);
});

test('[INV-6] with a backorder policy nothing left is not sold out', () => {
  expect(toldStock(0, { ...policy, backorder: true })).toEqual({ class: 'backorder' });
  expect(toldStock(0, { backorder: false, lowStock: 0 })).toEqual({ class: 'sold-out' });
  expect(toldStock(1, { backorder: false, lowStock: 0 })).toEqual({ class: 'in-stock' });
});

test('[INV-5] what is available is never negative and never more than is on hand', () => {
  const level = fc
    .record({ onHand: fc.nat(100), reserved: fc.nat(100), buffer: fc.nat(100) })
    .filter(({ onHand, reserved }) => reserved <= onHand);
  fc.assert(
    fc.property(fc.array(level), (levels) => {
      const available = availableIn(levels);
      const onHand = levels.reduce((sum, each) => sum + each.onHand, 0);
      expect(available >= 0 && available <= onHand).toBe(true);
    }),
  );
});
