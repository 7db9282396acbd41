import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StockOnDay } from './bundle.rules.ts';
import { allocateDemand, allocateParts } from './reservation.rules.ts';

const level = (onHand: number, reserved = 0, buffer = 0) => ({ onHand, reserved, buffer });
const item = (levels: Record<string, ReturnType<typeof level>>, backorder = false): StockOnDay => ({
  policy: { backorder },
  levels: new Map(Object.entries(levels)),
});

describe('allocating demand', () => {
  test('[RES-2] lines of the same variant are summed before they are held against stock', () => {
    const stock = new Map([['mug', item({ a: level(3) })]]);
    const twice = [
      { variantId: 'mug', quantity: 2 },
      { variantId: 'mug', quantity: 2 },
    ];
    expect(allocateDemand(twice, stock, ['a'])).toEqual({
      kind: 'not-enough',
      short: [{ variantId: 'mug', free: 3 }],
    });
  });

  test('[RES-3] one location that has everything is taken before several', () => {
    const stock = new Map([
      ['mug', item({ a: level(1), b: level(5) })],
      ['hat', item({ a: level(9), b: level(1) })],
    ]);
    const demand = [
      { variantId: 'mug', quantity: 2 },
      { variantId: 'hat', quantity: 1 },
    ];
    expect(allocateDemand(demand, stock, ['a', 'b'])).toMatchObject({
      kind: 'allocated',
      parts: [
        { variantId: 'hat', locationId: 'b', quantity: 1, backordered: 0 },
        { variantId: 'mug', locationId: 'b', quantity: 2, backordered: 0 },
      ],
    });
  });

  test('[RES-3] else pieces are gathered in the order of the locations; buffers are left alone', () => {
    const stock = new Map([['mug', item({ a: level(3, 1, 1), b: level(5) })]]);
    expect(allocateDemand([{ variantId: 'mug', quantity: 6 }], stock, ['a', 'b'])).toMatchObject({
      kind: 'allocated',
      parts: [
        { variantId: 'mug', locationId: 'a', quantity: 1, backordered: 0 },
        { variantId: 'mug', locationId: 'b', quantity: 5, backordered: 0 },
      ],
    });
  });

  test('[RES-4] what may be sold without stock is owed by the first location', () => {
    const stock = new Map([['hat', item({ b: level(1) }, true)]]);
    expect(allocateDemand([{ variantId: 'hat', quantity: 3 }], stock, ['a', 'b'])).toMatchObject({
      kind: 'allocated',
      parts: [
        { variantId: 'hat', locationId: 'b', quantity: 1, backordered: 0 },
        { variantId: 'hat', locationId: 'a', quantity: 0, backordered: 2 },
      ],
    });
  });

  test('[PRE-2] [PRE-4] before it is out, what is there and what is owed together stay within what may be preordered', () => {
    const limited = (open: number): StockOnDay => ({ ...item({ a: level(2) }), preorderable: open });
    const ask = (quantity: number, open: number) =>
      allocateDemand([{ variantId: 'lamp', quantity }], new Map([['lamp', limited(open)]]), ['a']);
    expect(ask(3, 3)).toMatchObject({
      kind: 'allocated',
      parts: [{ variantId: 'lamp', locationId: 'a', quantity: 2, backordered: 1 }],
    });
    expect(ask(2, 1)).toEqual({ kind: 'not-enough', short: [{ variantId: 'lamp', free: 1 }] });
    expect(ask(1, 0)).toEqual({ kind: 'not-enough', short: [{ variantId: 'lamp', free: 0 }] });
  });

  test('[RES-2] [RES-3] never more than is free, always all or nothing', () => {
    const levels = fc.dictionary(
      fc.constantFrom('a', 'b', 'c'),
      fc.record({ onHand: fc.nat(9), reserved: fc.nat(9), buffer: fc.nat(3) }),
    );
    const wants = fc.array(
      fc.record({ variantId: fc.constantFrom('x', 'y', 'z'), quantity: fc.integer({ min: 1, max: 6 }) }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(wants, fc.array(levels, { minLength: 3, maxLength: 3 }), (demand, each) => {
        const stock = new Map(['x', 'y', 'z'].map((id, at) => [id, item(each[at]!)]));
        const free = (id: string, at: string) => {
          const known = stock.get(id)!.levels.get(at);
          return known ? Math.max(0, known.onHand - known.reserved - known.buffer) : 0;
        };
        const outcome = allocateDemand(demand, stock, ['a', 'b', 'c']);
        for (const id of ['x', 'y', 'z']) {
          const wanted = demand
            .filter(({ variantId }) => variantId === id)
            .reduce((n, d) => n + d.quantity, 0);
          const there = ['a', 'b', 'c'].reduce((n, at) => n + free(id, at), 0);
          if (outcome.kind === 'not-enough') {
            const told = outcome.short.find(({ variantId }) => variantId === id);
            expect(told?.free).toBe(wanted > there ? there : undefined);
            continue;
          }
          const parts = outcome.parts.filter(({ variantId }) => variantId === id);
          expect(parts.reduce((n, { quantity }) => n + quantity, 0)).toBe(wanted);
          for (const part of parts) {
            expect(part.quantity).toBeGreaterThan(0);
            expect(part.quantity).toBeLessThanOrEqual(free(id, part.locationId));
          }
        }
      }),
    );
  });
});

describe('allocating what goes different ways', () => {
  test('[RES-1] is all or nothing, each from where it may come', () => {
    const stock = new Map([
      ['mug', item({ a: level(3), b: level(3) })],
      ['hat', item({ a: level(9), b: level(1) })],
    ]);
    const parts = (hats: number) => [
      { demand: [{ variantId: 'mug', quantity: 2 }], locations: ['a', 'b'] },
      { demand: [{ variantId: 'hat', quantity: hats }], locations: ['b'] },
    ];
    expect(allocateParts(parts(1), stock)).toMatchObject({
      kind: 'allocated',
      parts: [
        { variantId: 'mug', locationId: 'a', quantity: 2, backordered: 0 },
        { variantId: 'hat', locationId: 'b', quantity: 1, backordered: 0 },
      ],
    });
    expect(allocateParts(parts(2), stock)).toEqual({
      kind: 'not-enough',
      short: [{ variantId: 'hat', free: 1 }],
    });
  });

  test('[INV-7] [PRE-3] nothing is owed by a store that hands it over', () => {
    const stock = new Map<string, StockOnDay>([
      ['mug', item({ b: level(1) }, true)],
      ['hat', { ...item({ b: level(5) }), preorderable: 9 }],
    ]);
    const part = (variantId: string, quantity: number, inStore: boolean) =>
      allocateParts([{ demand: [{ variantId, quantity }], locations: ['b'], inStore }], stock).kind;
    expect(part('mug', 1, true)).toBe('allocated');
    expect(part('mug', 2, true)).toBe('not-enough');
    expect(part('mug', 2, false)).toBe('allocated');
    expect(part('hat', 1, true)).toBe('not-enough');
    expect(part('hat', 1, false)).toBe('allocated');
  });

  test('[RES-2] no piece is allocated twice, whatever the parts', () => {
    const quantity = fc.integer({ min: 1, max: 5 });
    const part = fc.record({
      demand: fc.array(fc.record({ variantId: fc.constantFrom('mug', 'hat'), quantity }), { maxLength: 3 }),
      locations: fc.subarray(['a', 'b'], { minLength: 1 }),
    });
    const pieces = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 3 }), fc.tuple(pieces, pieces, pieces, pieces), (parts, n) => {
        const stock = new Map([
          ['mug', item({ a: level(n[0]), b: level(n[1]) })],
          ['hat', item({ a: level(n[2]), b: level(n[3]) })],
        ]);
        const outcome = allocateParts(parts, stock);
        if (outcome.kind === 'not-enough') return;
        const wanted = parts.flatMap(({ demand }) => demand).reduce((sum, each) => sum + each.quantity, 0);
        expect(outcome.parts.reduce((sum, each) => sum + each.quantity, 0)).toBe(wanted);
        for (const [variantId, { levels }] of stock)
          for (const [locationId, { onHand }] of levels) {
            const own = outcome.parts.filter(
              (each) => each.variantId === variantId && each.locationId === locationId,
            );
            expect(own.reduce((sum, each) => sum + each.quantity, 0)).toBeLessThanOrEqual(onHand);
          }
      }),
    );
  });
});
