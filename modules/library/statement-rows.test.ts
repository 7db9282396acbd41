import { expect, test } from 'vitest';
import { euros, partlyReturnedOrder, shippedOrder } from './purchase.ts';
import { statementRows } from './statement-rows.ts';

const sum = (rows: readonly { readonly amount: { readonly amount: number } }[]) =>
  rows.reduce((total, { amount }) => total + amount.amount, 0);

test('[ORDER-18] an order of which nothing came off has no statement', () => {
  expect(statementRows(shippedOrder)).toMatchObject({ changes: [], money: [] });
});

test('[ORDER-18] the total and what came off make what it is now, and what was paid less what went back is that', () => {
  const { changes, now, money } = statementRows(partlyReturnedOrder);
  expect(partlyReturnedOrder.total.amount + sum(changes)).toBe(now.amount.amount);
  expect(sum(money)).toBe(now.amount.amount);
  expect(money.map(({ kind }) => kind)).toEqual(['paid', 'refunded']);
});

test('[ORDER-18] what is not back yet is told beside what is', () => {
  const refunded = euros(1000);
  const toGoBack = euros(partlyReturnedOrder.refunded.amount - 1000);
  const order = {
    ...partlyReturnedOrder,
    refunded,
    statement: { ...partlyReturnedOrder.statement, toGoBack },
  };
  const { money } = statementRows(order);
  expect(money.map(({ kind }) => kind)).toEqual(['paid', 'refunded', 'to-go-back']);
});
