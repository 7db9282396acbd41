import {
  money,
  type OrderLeftView,
  type OrderLineView,
  type OrderView,
} from '@vitrine/commerce-engine/client';
import { describe, expect, it } from 'vitest';
import { backOf, cancelledSum } from './cancelled-sum.ts';

const cash = (amount: number) => money(amount, 'EUR');
const line = (id: string, deliveryId: string, quantity: number, cancelled = 0) =>
  ({ id, deliveryId, quantity, cancelled }) as OrderLineView;
const order = {
  lines: [line('mug', 'parcel', 3, 1), line('rug', 'pickup', 1)],
  deliveries: [{ id: 'parcel' }, { id: 'pickup' }],
} as unknown as OrderView;
const left: OrderLeftView = {
  whole: cash(5490),
  lines: [
    {
      lineId: 'mug',
      left: cash(1999),
      open: [cash(1000), cash(1999)],
      charges: [cash(163), cash(327)],
    },
    { lineId: 'rug', left: cash(3000), open: [cash(3000)], charges: [cash(1)] },
  ],
  deliveries: [
    { deliveryId: 'parcel', left: cash(490) },
    { deliveryId: 'pickup', left: cash(1) },
  ],
};

describe('what cancelling takes off', () => {
  it('is what the pieces are worth', () => {
    expect(cancelledSum(order, left, { chosen: { mug: 1 }, delivery: 'none' })).toBe(1000);
    expect(cancelledSum(order, left, { chosen: { mug: 1 }, delivery: 'all' })).toBe(1490);
  });

  it('is the charge of a delivery that brings nothing any more, whatever was chosen', () => {
    expect(cancelledSum(order, left, { chosen: { mug: 2 }, delivery: 'none' })).toBe(2489);
    expect(cancelledSum(order, left, { chosen: { mug: 2, rug: 1 }, delivery: 'none' })).toBe(5490);
  });

  it('is the part of the charge that falls on the pieces, at most what is left of it', () => {
    expect(cancelledSum(order, left, { chosen: { mug: 1 }, delivery: 'proportional' })).toBe(1163);
    const deliveries = [{ deliveryId: 'parcel', left: cash(100) }, left.deliveries[1]!];
    const given = { chosen: { mug: 1 }, delivery: 'proportional' };
    expect(cancelledSum(order, { ...left, deliveries }, given)).toBe(1100);
  });

  it('is not guessed', () => {
    expect(cancelledSum(order, left, { chosen: { mug: 3 }, delivery: 'none' })).toBeUndefined();
  });

  it('goes back as far as it was paid', () => {
    const paid = { paid: cash(5490), refunded: cash(0), owed: cash(5490) };
    expect(backOf(paid, 1000)).toBe(1000);
    expect(backOf({ ...paid, paid: cash(5000) }, 1000)).toBe(510);
    expect(backOf({ ...paid, paid: cash(0) }, 1000)).toBe(0);
  });
});
