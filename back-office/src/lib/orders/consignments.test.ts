import type { Allocation, OrderLineView, OrderView, ShipmentView } from '@vitrine/commerce-engine/client';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consignmentsOf, openOf, piecesIn, piecesLeft } from './consignments.ts';

const line = (id: string, variantId: string, quantity: number, gone: Partial<OrderLineView> = {}) =>
  ({ id, variantId, deliveryId: 'd', quantity, fulfilled: 0, cancelled: 0, ...gone }) as OrderLineView;
const orderOf = (lines: readonly OrderLineView[], kind = 'ship') =>
  ({ lines, deliveries: [{ id: 'd', kind }] }) as unknown as OrderView;
const at = (variantId: string, locationId: string, quantity: number, backordered = 0): Allocation => ({
  variantId,
  locationId,
  quantity,
  backordered,
});
const waiting = (locationId: string, lines: ShipmentView['lines']) =>
  ({ state: 'ready', locationId, lines }) as ShipmentView;
const told = ({ consignments, awaited }: ReturnType<typeof consignmentsOf>) => ({
  consignments: consignments.map(({ locationId, kind, pieces }) => [
    locationId,
    kind,
    ...pieces.map(({ line: { id }, quantity }) => `${quantity} ${id}`),
  ]),
  awaited: awaited.map(({ line: { id }, quantity }) => `${quantity} ${id}`),
});

describe('what of an order can be sent', () => {
  it('is bundled by where it lies; what has to come first is awaited', () => {
    const order = orderOf([line('a', 'mug', 3), line('b', 'rug', 2, { fulfilled: 1 })]);
    const kept = [at('mug', 'north', 1), at('mug', 'south', 1, 1), at('rug', 'south', 1)];
    expect(told(consignmentsOf(order, { kept, shipments: [] }))).toEqual({
      consignments: [
        ['north', 'ship', '1 a'],
        ['south', 'ship', '1 a', '1 b'],
      ],
      awaited: ['1 a'],
    });
  });

  it('is not what lies ready, but for pieces of it that were cancelled', () => {
    const order = orderOf([line('a', 'mug', 3, { cancelled: 1 }), line('b', 'mug', 1)], 'pickup');
    const kept = [at('mug', 'north', 3)];
    const shipments = [waiting('north', [{ lineId: 'a', quantity: 3 }])];
    expect(told(consignmentsOf(order, { kept, shipments })).consignments).toEqual([
      ['north', 'pickup', '1 b'],
    ]);
  });

  it('is never more than lies there or is open', () => {
    const variant = fc.constantFrom('mug', 'rug');
    const lines = fc.array(
      fc.record({ variantId: variant, quantity: fc.integer({ min: 1, max: 5 }), fulfilled: fc.nat(2) }),
      { minLength: 1, maxLength: 4 },
    );
    const kept = fc.uniqueArray(
      fc.record({
        variantId: variant,
        locationId: fc.constantFrom('north', 'south'),
        quantity: fc.nat(6),
        backordered: fc.nat(2),
      }),
      { selector: ({ variantId, locationId }) => `${variantId} ${locationId}`, maxLength: 4 },
    );
    fc.assert(
      fc.property(lines, kept, (given, parts) => {
        const order = orderOf(
          given.map(({ variantId, quantity, fulfilled }, n) =>
            line(`${n}`, variantId, quantity, { fulfilled: Math.min(fulfilled, quantity) }),
          ),
        );
        const { consignments, awaited } = consignmentsOf(order, { kept: parts, shipments: [] });
        const all = [...consignments.flatMap(({ pieces }) => pieces), ...awaited];
        for (const each of order.lines) {
          const sum = all.filter(({ line: { id } }) => id === each.id).reduce((s, p) => s + p.quantity, 0);
          expect(sum).toBeLessThanOrEqual(openOf(each));
        }
        for (const { locationId, variantId, quantity } of parts) {
          const sum = consignments
            .filter((consignment) => consignment.locationId === locationId)
            .flatMap(({ pieces }) => pieces)
            .filter(({ line: { variantId: own } }) => own === variantId)
            .reduce((s, p) => s + p.quantity, 0);
          expect(sum).toBeLessThanOrEqual(quantity);
        }
      }),
    );
  });
});

describe('what was cancelled', () => {
  const words = ({ line: { id }, quantity, cancelled = 0 }: ReturnType<typeof piecesLeft>) =>
    `${quantity} ${id}, ${cancelled} cancelled`;

  it('is not what a line brings', () => {
    expect(words(piecesLeft(line('a', 'mug', 3, { cancelled: 1, fulfilled: 1 })))).toBe('2 a, 1 cancelled');
  });

  it('is not in a pickup that waits, but was in a parcel that was sent', () => {
    const order = orderOf([line('a', 'mug', 3, { cancelled: 2 })], 'pickup');
    const ready = waiting('north', [{ lineId: 'a', quantity: 2 }]);
    expect(piecesIn(order, ready).map(words)).toEqual(['1 a, 1 cancelled']);
    expect(piecesIn(order, { ...ready, state: 'handed-over' }).map(words)).toEqual(['2 a, 0 cancelled']);
  });
});
