import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_LINE_QUANTITY, quantitiesOf } from '../catalog/order-quantities.rules.ts';
import { cartTotals, decideQuantity, maxQuantity, reviewLine } from './cart.rules.ts';

const money = (amount: number) => ({ amount, currency: 'EUR' });
const amount = fc.integer({ min: 0, max: 10_000_000 });
const pricedLine = fc
  .record({ quantity: fc.integer({ min: 1, max: 99 }), price: amount, off: amount })
  .map(({ quantity, price, off }) => ({
    quantity,
    unitPrice: money(price),
    unitRegular: money(price + off),
  }));
const available = fc.oneof(fc.constant('unlimited' as const), fc.integer({ min: -5, max: 200 }));

describe('cart rules', () => {
  it('[CART-1] the parts of a cart sum to the whole, in any order', () => {
    fc.assert(
      fc.property(fc.array(pricedLine), (lines) => {
        const totals = cartTotals(lines, 'EUR');
        const sum = totals.lineTotals.reduce((all, each) => all + each.amount, 0);
        expect(totals.total.amount).toBe(sum);
        expect(totals.subtotal.amount - totals.savings.amount).toBe(sum);
        expect(totals.savings.amount).toBeGreaterThanOrEqual(0);
        expect(cartTotals(lines.toReversed(), 'EUR').total).toEqual(totals.total);
      }),
    );
  });

  it('[CART-1] an empty cart costs nothing', () => {
    expect(cartTotals([], 'EUR')).toMatchObject({ count: 0, total: money(0), lineTotals: [] });
  });

  it('[CART-2] a price in another currency is a mistake, not a number', () => {
    const line = { quantity: 1, unitPrice: money(1), unitRegular: money(1) };
    expect(() => cartTotals([line], 'GBP')).toThrow('expected prices in GBP');
  });

  it('[CART-6] [CART-7] what is allowed fits on a line and can be promised', () => {
    fc.assert(
      fc.property(fc.double(), available, (wanted, pieces) => {
        const decision = decideQuantity(wanted, { class: 'in-stock', available: pieces });
        const whole = Number.isInteger(wanted) && wanted >= 0 && wanted <= MAX_LINE_QUANTITY;
        const there = pieces === 'unlimited' || wanted === 0 || wanted <= pieces;
        expect(decision.kind === 'fine').toBe(whole && there);
      }),
    );
  });

  it('[CART-7] says how many are left, or that there are none', () => {
    expect(decideQuantity(4, { class: 'low-stock', available: 3 })).toEqual({ kind: 'not-enough', left: 3 });
    expect(decideQuantity(1, { class: 'sold-out', available: 0 })).toEqual({ kind: 'sold-out' });
    expect(decideQuantity(100, { class: 'in-stock', available: 'unlimited' })).toEqual({
      kind: 'bad-quantity',
      max: 99,
    });
    expect(decideQuantity(100, { class: 'in-stock', available: 50 })).toEqual({
      kind: 'bad-quantity',
      max: 50,
    });
  });

  it('[CART-32] what may be ordered is a multiple between the fewest and the most, and what a line becomes may be ordered', () => {
    const pieces = fc.option(fc.integer({ min: 1, max: 300 }), { nil: undefined });
    const rule = fc.record({ min: pieces, multiple: pieces, max: pieces });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), available, rule, (wanted, there, given) => {
        const { min, multiple = 1, max } = given;
        const quantities = {
          multiple,
          ...(min !== undefined && { min }),
          ...(max !== undefined && { max }),
        };
        const stock = { class: 'in-stock' as const, available: there, quantities };
        const { least, most } = quantitiesOf(quantities);
        fc.pre(least <= most);
        const fits =
          wanted % multiple === 0 &&
          wanted >= (min ?? 1) &&
          wanted <= (max ?? Math.max(MAX_LINE_QUANTITY, least));
        const isThere = there === 'unlimited' || wanted <= there;
        expect(decideQuantity(wanted, stock).kind === 'fine').toBe(fits && isThere);
        const now = { amount: 1, stock };
        const { quantity } = reviewLine({ quantity: wanted, seenAmount: 1 }, now);
        if (maxQuantity(stock) > 0) expect(decideQuantity(quantity, stock)).toEqual({ kind: 'fine' });
        else expect(quantity).toBe(wanted);
      }),
    );
  });

  it('[CART-32] a refusal tells the rule, and that not even the fewest are there', () => {
    const quantities = { min: 10, multiple: 6, max: 400 };
    const of = (wanted: number, there: number) =>
      decideQuantity(wanted, { class: 'in-stock', available: there, quantities });
    expect(of(13, 300)).toEqual({ kind: 'bad-quantity', max: 300, min: 12, multiple: 6 });
    expect(of(402, 5000)).toEqual({ kind: 'bad-quantity', max: 396, min: 12, multiple: 6 });
    expect(of(18, 13)).toEqual({ kind: 'not-enough', left: 12 });
    expect(of(12, 11)).toEqual({ kind: 'sold-out' });
  });

  it('[CART-14] a reviewed line never holds more than there is, unless it waits for stock', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), available, amount, (quantity, pieces, price) => {
        const stock = { class: 'in-stock' as const, available: pieces };
        const reviewed = reviewLine({ quantity, seenAmount: price }, { amount: price, stock });
        const most = maxQuantity(stock);
        expect(reviewed.quantity).toBe(most === 0 ? quantity : Math.min(quantity, most));
      }),
    );
  });

  it('[CART-14] a line whose variant is gone goes', () => {
    expect(reviewLine({ quantity: 2, seenAmount: 5 }, undefined)).toEqual({ quantity: 0, notice: 'removed' });
  });
});
