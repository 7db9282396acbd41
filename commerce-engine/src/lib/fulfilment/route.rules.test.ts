import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RouteQuestion, routeDemand } from './route.rules.ts';

const places = (...ids: string[]) => ids.map((id) => ({ id, ships: true }));

/** Free pieces by variant and location. */
function question(
  free: Readonly<Record<string, Readonly<Record<string, number>>>>,
  rest: Partial<RouteQuestion> & Pick<RouteQuestion, 'demand'>,
): RouteQuestion {
  return {
    stock: new Map(
      Object.entries(free).map(([variantId, levels]) => [
        variantId,
        {
          levels: new Map(
            Object.entries(levels).map(([id, onHand]) => [id, { onHand, reserved: 0, buffer: 0 }]),
          ),
        },
      ]),
    ),
    locations: places('a', 'b', 'c', 'd'),
    excluded: [],
    sending: [],
    ...rest,
  };
}

const two = [
  { variantId: 'mug', quantity: 2 },
  { variantId: 'bowl', quantity: 1 },
];

describe('who sends', () => {
  it('[FUL-8] the first that has everything', () => {
    const free = { mug: { a: 1, b: 2, c: 2 }, bowl: { a: 9, b: 0, c: 1, d: 9 } };
    expect(routeDemand(question(free, { demand: two }))).toEqual({
      kind: 'routed',
      parts: [
        { variantId: 'mug', locationId: 'c', quantity: 2 },
        { variantId: 'bowl', locationId: 'c', quantity: 1 },
      ],
    });
  });

  it('[FUL-8] rather one that sends something of the order anyway', () => {
    const free = { mug: { a: 5, d: 5 }, bowl: { a: 5, d: 5 } };
    expect(routeDemand(question(free, { demand: two, sending: ['d'] }))).toMatchObject({
      parts: [{ locationId: 'd' }, { locationId: 'd' }],
    });
  });

  it('[FUL-8] the fewest together where nobody has everything', () => {
    const free = { mug: { a: 1, b: 1, c: 2 }, bowl: { b: 0, d: 1 } };
    expect(routeDemand(question(free, { demand: two }))).toEqual({
      kind: 'routed',
      parts: [
        { variantId: 'mug', locationId: 'c', quantity: 2 },
        { variantId: 'bowl', locationId: 'd', quantity: 1 },
      ],
    });
  });

  it('[FUL-9] [FUL-10] who does not send or refused before is left out, and what is missing is told', () => {
    const free = { mug: { a: 5, b: 5, c: 1 } };
    const locations = [{ id: 'a', ships: true }, { id: 'b', ships: false }, ...places('c')];
    const demand = [{ variantId: 'mug', quantity: 2 }];
    expect(routeDemand(question(free, { demand, locations, excluded: ['a'] }))).toEqual({
      kind: 'nowhere-else',
      short: [{ variantId: 'mug', free: 1 }],
    });
  });

  it('[FUL-8] [FUL-9] sends exactly what is wanted, out of what is free', () => {
    const level = fc.integer({ min: 0, max: 3 });
    const levels = fc.record({ a: level, b: level, c: level, d: level });
    fc.assert(
      fc.property(levels, levels, (mug, bowl) => {
        const asked = question({ mug, bowl }, { demand: two, excluded: ['b'] });
        const route = routeDemand(asked);
        const has = (free: typeof mug) => free.a + free.c + free.d;
        expect(route.kind === 'routed').toBe(has(mug) >= 2 && has(bowl) >= 1);
        if (route.kind !== 'routed') return;
        for (const { variantId, locationId, quantity } of route.parts)
          expect(asked.stock.get(variantId)!.levels.get(locationId)!.onHand).toBeGreaterThanOrEqual(quantity);
        const sent = (id: string) =>
          route.parts
            .filter(({ variantId }) => variantId === id)
            .reduce((sum, { quantity }) => sum + quantity, 0);
        expect([sent('mug'), sent('bowl')]).toEqual([2, 1]);
        expect(route.parts.some(({ locationId }) => locationId === 'b')).toBe(false);
      }),
    );
  });
});
