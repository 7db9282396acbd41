import { expect, test } from 'vitest';
import { checkouts, euros, preorder, reducedCart, shippedOrder } from './purchase.ts';
import { offRows, priceOfPiece, sumRows } from './purchase-sums.ts';

const added = (rows: readonly { amount: { amount: number } }[]) =>
  rows.reduce((sum, { amount }) => sum + amount.amount, 0);

test('what goods and delivery hold of a tax that nobody owes comes off, so that the rows make the total', () => {
  const waived = { amount: 1983, currency: 'EUR' };
  const rows = sumRows({ ...shippedOrder, prices: 'inclusive', waived });
  const sum = rows.reduce((all, { amount }) => all + amount.amount, 0);
  expect(rows.at(-1)).toEqual({ kind: 'waived', amount: { ...waived, amount: -1983 } });
  expect(sum).toBe(shippedOrder.total.amount - 1983);
});

test('the rows add up to the total, and the lines to the goods', () => {
  const { checkout } = checkouts.reduced;
  const rows = sumRows({ ...checkout, delivery: checkout.deliveryTotal });
  expect(added(rows)).toBe(checkout.total.amount);
  expect(rows[0]?.amount.amount).toBe(added(checkout.cart.lines.map(({ total }) => ({ amount: total }))));
});

test('an order adds up like its checkout', () => {
  expect(added(sumRows(shippedOrder))).toBe(shippedOrder.total.amount);
  const [goods] = sumRows(shippedOrder);
  expect(goods?.amount.amount).toBe(added(shippedOrder.lines.map(({ total }) => ({ amount: total }))));
});

test('regular prices less what is taken off are what the lines come to', () => {
  const rows = offRows(reducedCart);
  expect(rows).toEqual([
    { kind: 'sale', amount: euros(-4000) },
    { kind: 'discount', name: 'Two mugs, a tenth less', amount: euros(-360) },
    { kind: 'discount', name: 'Welcome (AHOY10)', amount: euros(-1000) },
  ]);
  expect(reducedCart.subtotal.amount + added(rows)).toBe(reducedCart.total.amount);
  expect(offRows(preorder)).toEqual(rows);
});

test('a piece costs its part of the line, or what it did before where there is no such part', () => {
  const [mugs] = reducedCart.lines;
  expect(priceOfPiece(mugs!)).toEqual(euros(mugs!.total.amount / 2));
  expect(priceOfPiece({ ...mugs!, total: euros(mugs!.total.amount - 1) })).toEqual(mugs!.unitPrice);
});

test('tax is a row of its own only where prices are without it', () => {
  const kinds = (prices: 'inclusive' | 'exclusive') =>
    sumRows({ ...shippedOrder, prices }).map(({ kind }) => kind);
  expect(kinds('inclusive')).not.toContain('tax');
  expect(kinds('exclusive')).toContain('tax');
});
