import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Component, freeAt, piecesHeld, type StockOnDay } from './bundle.rules.ts';
import { allocateDemand, allocateParts } from './reservation.rules.ts';
import { offerOf, toldInStore, toldOf } from './told-stock.rules.ts';

const level = (onHand: number) => ({ onHand, reserved: 0, buffer: 0 });
const item = (levels: Record<string, number>, more: Partial<StockOnDay> = {}): StockOnDay => ({
  policy: { backorder: false },
  levels: new Map(Object.entries(levels).map(([id, onHand]) => [id, level(onHand)])),
  ...more,
});
const bundle = (...components: readonly Component[]): StockOnDay => item({}, { components });
const of = (variantId: string, quantity: number): Component => ({ variantId, quantity });
const owed = { policy: { backorder: true } };
const policy = { backorder: false, lowStock: 5 };

describe('what can be sold of a bundle', () => {
  const breakfast = bundle(of('cup', 2), of('stool', 1));

  test('[BUN-3] as many as the scarcest component allows, place by place', () => {
    const stock = new Map([
      ['cup', item({ a: 5, b: 1 })],
      ['stool', item({ a: 9, b: 9 })],
      ['breakfast', breakfast],
    ]);
    expect(offerOf('breakfast', stock, ['a', 'b'])).toEqual({ available: 2, orderable: 2 });
    expect(toldOf(offerOf('breakfast', stock, ['a', 'b']), policy)).toEqual({ class: 'low-stock', left: 2 });
    expect(toldInStore(offerOf('breakfast', stock, ['b']), policy)).toEqual({ class: 'sold-out' });
  });

  test('[BUN-6] it may be owed as far as everything that may not be owed is there', () => {
    const stock = new Map([
      ['cup', item({ a: 1 }, owed)],
      ['stool', item({ a: 2, b: 1 })],
      ['breakfast', breakfast],
    ]);
    expect(offerOf('breakfast', stock, ['a', 'b'])).toEqual({ available: 0, orderable: 3 });
    expect(toldOf(offerOf('breakfast', stock, ['a', 'b']), policy)).toEqual({ class: 'backorder' });
    const all = new Map([...stock, ['stool', item({}, owed)] as const]);
    expect(offerOf('breakfast', all, ['a']).orderable).toBe(Number.POSITIVE_INFINITY);
  });

  test('[BUN-6] before all of it is out it is on preorder until the latest day, within every limit', () => {
    const on = (shipsFrom: string, preorderable: number) => ({
      policy: { backorder: false, preorder: { shipsFrom } },
      preorderable,
    });
    const stock = new Map([
      ['cup', item({}, on('2026-12-12', 7))],
      ['stool', item({}, on('2026-12-24', 9))],
      ['tray', item({ a: 2 })],
      ['breakfast', breakfast],
      ['in bed', bundle(of('cup', 1), of('tray', 1))],
    ]);
    const told = toldOf(offerOf('breakfast', stock, ['a']), policy);
    expect(told).toEqual({ class: 'preorder', shipsFrom: '2026-12-24', left: 3 });
    expect(offerOf('breakfast', stock, ['a']).orderable).toBe(3);
    expect(offerOf('in bed', stock, ['a'])).toMatchObject({ orderable: 2, shipsFrom: '2026-12-12' });
    expect(toldInStore(offerOf('in bed', stock, ['a']), policy)).toEqual({ class: 'sold-out' });
  });
});

describe('allocating bundles', () => {
  test('[BUN-4] a bundle and its component in one cart do not pass one by one', () => {
    const stock = new Map([
      ['cup', item({ a: 2 })],
      ['stool', item({ a: 2 })],
      ['breakfast', bundle(of('cup', 2), of('stool', 1))],
    ]);
    const demand = [of('breakfast', 1), of('cup', 1)];
    expect(allocateDemand(demand, stock, ['a'])).toEqual({
      kind: 'not-enough',
      short: [{ variantId: 'cup', free: 0 }],
    });
    expect(allocateParts([{ demand, locations: ['a'] }], stock).kind).toBe('not-enough');
  });

  test('[BUN-4] no piece is put together from two places', () => {
    const stock = new Map([
      ['cup', item({ a: 2 })],
      ['stool', item({ b: 1 })],
      ['breakfast', bundle(of('cup', 2), of('stool', 1))],
    ]);
    expect(allocateDemand([of('breakfast', 1)], stock, ['a', 'b'])).toEqual({
      kind: 'not-enough',
      short: [{ variantId: 'breakfast', free: 0 }],
    });
  });

  test('[BUN-4] bundles choose before what is found elsewhere too', () => {
    const stock = new Map([
      ['cup', item({ a: 2, b: 2 })],
      ['stool', item({ a: 1 })],
      ['breakfast', bundle(of('cup', 2), of('stool', 1))],
    ]);
    expect(allocateDemand([of('breakfast', 1), of('cup', 2)], stock, ['a', 'b'])).toMatchObject({
      parts: [
        { variantId: 'breakfast', locationId: 'a', quantity: 1, backordered: 0 },
        { variantId: 'cup', locationId: 'b', quantity: 2, backordered: 0 },
      ],
    });
  });

  test('[BUN-4] a bundle that is found in one place only goes before one that is found in two', () => {
    const stock = new Map([
      ['cup', item({ a: 1, b: 1 })],
      ['stool', item({ a: 1, b: 1 })],
      ['tray', item({ a: 1 })],
      ['breakfast', bundle(of('cup', 1), of('stool', 1))],
      ['supper', bundle(of('cup', 1), of('tray', 1))],
    ]);
    expect(allocateDemand([of('breakfast', 1), of('supper', 1)], stock, ['a', 'b'])).toMatchObject({
      parts: [
        { variantId: 'breakfast', locationId: 'b' },
        { variantId: 'supper', locationId: 'a' },
      ],
    });
  });

  const pieces = fc.integer({ min: 0, max: 6 });
  const places = ['a', 'b'];
  const stocked = fc.record({ a: pieces, b: pieces, backorder: fc.boolean() });
  const components = fc.uniqueArray(
    fc.record({ variantId: fc.constantFrom('p', 'q', 'r'), quantity: fc.integer({ min: 1, max: 3 }) }),
    {
      minLength: 1,
      maxLength: 3,
      selector: ({ variantId }) => variantId,
    },
  );
  const shelves = fc.record({ p: stocked, q: stocked, r: stocked, one: components, two: components }).map(
    ({ one, two, ...singles }) =>
      new Map([
        ...Object.entries(singles).map(([id, { a, b, backorder }]) => {
          return [id, item({ a, b }, { policy: { backorder } })] as const;
        }),
        ['one', bundle(...one)] as const,
        ['two', bundle(...two)] as const,
      ]),
  );
  const wanted = fc.array(
    fc.record({
      variantId: fc.constantFrom('p', 'q', 'r', 'one', 'two'),
      quantity: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 1, maxLength: 4 },
  );

  test('[BUN-3] [BUN-4] what is offered can be allocated, and not one more', () => {
    fc.assert(
      fc.property(shelves, fc.constantFrom('p', 'one', 'two'), (stock, variantId) => {
        const { available, orderable } = offerOf(variantId, stock, places);
        const allocated = (quantity: number) => allocateDemand([of(variantId, quantity)], stock, places);
        expect(available).toBeLessThanOrEqual(orderable);
        if (orderable > 0) expect(allocated(Math.min(orderable, 9)).kind).toBe('allocated');
        if (Number.isFinite(orderable))
          expect(allocated(orderable + 1)).toEqual({
            kind: 'not-enough',
            short: [{ variantId, free: orderable }],
          });
      }),
    );
  });

  test('[BUN-4] [BUN-5] whatever is wanted: all of it in whole pieces, and no piece twice', () => {
    fc.assert(
      fc.property(shelves, fc.array(wanted, { minLength: 1, maxLength: 2 }), (stock, demands) => {
        const parts = demands.map((demand) => ({ demand, locations: places }));
        const outcome = allocateParts(parts, stock);
        if (outcome.kind === 'not-enough') return;
        const sums = new Map<string, number>();
        for (const { variantId, quantity, backordered } of outcome.parts)
          sums.set(variantId, (sums.get(variantId) ?? 0) + quantity + backordered);
        for (const { variantId } of demands.flat())
          expect(sums.get(variantId)).toBe(
            demands
              .flat()
              .filter((each) => each.variantId === variantId)
              .reduce((total, { quantity }) => total + quantity, 0),
          );
        for (const [variantId, own] of stock)
          for (const place of places) {
            const held = outcome.held.filter(
              (part) => part.variantId === variantId && part.locationId === place,
            );
            const taken = held.reduce((total, { quantity }) => total + quantity, 0);
            expect(taken).toBeLessThanOrEqual(freeAt(own, place));
            if (!own.policy.backorder)
              expect(held.reduce((total, { backordered }) => total + backordered, 0)).toBe(0);
          }
        for (const { quantity, backordered, parts: own } of piecesHeld(outcome.held))
          for (const part of own)
            expect(part.quantity + part.backordered).toBe((quantity + backordered) * part.perPiece);
      }),
    );
  });
});
