import { expect, test } from 'vitest';
import { checkouts, euros, shippedOrder } from './purchase.ts';
import { sumRows } from './purchase-sums.ts';

const added = (rows: ReturnType<typeof sumRows>) => rows.reduce((sum, { amount }) => sum + amount.amount, 0);

test('the rows add up to the total, with discounts on goods and on delivery', () => {
  const { checkout } = checkouts.reduced;
  const rows = (more: object = {}) =>
    sumRows({ ...checkout, lines: checkout.cart.lines, delivery: checkout.deliveryTotal, ...more });
  expect(added(rows())).toBe(checkout.total.amount);
  const free = { promotionId: 'free', name: 'Free delivery', amount: euros(490) };
  const delivered = rows({ delivery: euros(0), discounts: [...checkout.discounts, free] });
  expect(added(delivered)).toBe(checkout.total.amount - 490);
  expect(delivered.find(({ kind }) => kind === 'delivery')?.amount).toEqual(euros(490));
});

test('an order adds up like its checkout', () => {
  expect(added(sumRows(shippedOrder))).toBe(shippedOrder.total.amount);
});

test('tax is a row of its own only where prices are without it', () => {
  const kinds = (prices: 'inclusive' | 'exclusive') =>
    sumRows({ ...shippedOrder, prices }).map(({ kind }) => kind);
  expect(kinds('inclusive')).not.toContain('tax');
  expect(kinds('exclusive')).toContain('tax');
});
