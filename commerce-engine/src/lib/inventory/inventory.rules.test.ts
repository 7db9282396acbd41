import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  availableIn,
  type PreorderStock,
  preorderable,
  type StockPolicy,
  toldStock,
} from './inventory.rules.ts';
import { offerOf, stockOn, toldOf, toldInStore as toldOfStore } from './told-stock.rules.ts';

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

describe('before a variant is out', () => {
  const preorder = { shipsFrom: '2026-12-12', limit: 3 };
  const stock = (preordered: number) => ({ policy: { ...policy, preorder }, preordered });

  type Stock = PreorderStock & { readonly policy: StockPolicy };
  const offer = (day: string, { policy: own, preordered }: Stock, onHand: number) => {
    const levels = new Map([['a', { onHand, reserved: 0, buffer: 0 }]]);
    return offerOf('lamp', stockOn(new Map([['lamp', { policy: own, preordered, levels }]]), day), ['a']);
  };
  const toldOn = (day: string, own: Stock, onHand: number) => toldOf(offer(day, own, onHand), own.policy);
  const toldInStore = (day: string, own: Stock, onHand: number) =>
    toldOfStore(offer(day, own, onHand), own.policy);

  test('[PRE-10] how many may still be preordered is told when it is fewer than one could choose', () => {
    const limited = (limit: number) => ({
      policy: { ...policy, preorder: { shipsFrom: '2026-12-12', limit } },
      preordered: 1,
    });
    expect(toldOn('2026-12-11', limited(100), 0)).toMatchObject({ class: 'preorder', left: 99 });
    expect(toldOn('2026-12-11', limited(101), 0)).toEqual({ class: 'preorder', shipsFrom: '2026-12-12' });
    expect(toldOn('2026-12-11', limited(2), 50)).toMatchObject({ left: 1 });
  });

  test('[PRE-1] it is on preorder until its day begins, then as ever', () => {
    const told = { class: 'preorder', shipsFrom: '2026-12-12' };
    expect(toldOn('2026-12-11', stock(0), 0)).toEqual({ ...told, left: 3 });
    expect(toldOn('2026-12-11', stock(2), 100)).toEqual({ ...told, left: 1 });
    expect(toldOn('2026-12-12', stock(0), 0)).toEqual({ class: 'sold-out' });
    expect(toldOn('2026-12-12', stock(0), 9)).toEqual({ class: 'in-stock' });
    expect(toldOn('2027-01-01', stock(3), 2)).toEqual({ class: 'low-stock', left: 2 });
  });

  test('[PRE-2] with its limit reached it is sold out, whatever is there', () => {
    expect(toldOn('2026-12-11', stock(3), 100)).toEqual({ class: 'sold-out' });
    expect(toldOn('2026-12-11', stock(5), 100)).toEqual({ class: 'sold-out' });
    const open = { policy: { ...policy, preorder: { shipsFrom: '2026-12-12' } }, preordered: 999_999 };
    expect(toldOn('2026-12-11', open, 0)).toMatchObject({ class: 'preorder' });
  });

  test('[PRE-3] no store has it before its day', () => {
    expect(toldInStore('2026-12-11', stock(0), 9)).toEqual({ class: 'sold-out' });
    expect(toldInStore('2026-12-12', stock(0), 9)).toEqual({ class: 'in-stock' });
  });

  test('[PRE-1] [PRE-2] what may be preordered ends with the day, and with the limit', () => {
    const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
    const text = (date: Date) => date.toISOString().slice(0, 10);
    fc.assert(
      fc.property(day, day, fc.nat(9), fc.nat(12), (today, shipsFrom, limit, preordered) => {
        const open = preorderable(
          { policy: { preorder: { shipsFrom: text(shipsFrom), limit } }, preordered },
          text(today),
        );
        expect(open === undefined).toBe(text(today) >= text(shipsFrom));
        expect(open ?? 0).toBeLessThanOrEqual(Math.max(0, limit - preordered));
        expect(open ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
