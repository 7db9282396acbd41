import { money } from '@vitrine/commerce-engine/client';
import { expect, test } from 'vitest';
import { moneyState } from './money-state.ts';

const said = (
  [total, owed, paid, refunded]: readonly [number, number, number, number],
  state: 'placed' | 'cancelled' = 'placed',
) => {
  const cash = (amount: number) => money(amount, 'EUR');
  const sums = { total: cash(total), owed: cash(owed), paid: cash(paid), refunded: cash(refunded) };
  return moneyState({ state, ...sums })[1];
};

test('an order whose goods were exchanged is paid when nothing is owed, whatever was ordered in all', () => {
  expect(said([25800, 12900, 12900, 0])).toBe('Paid');
  expect(said([28800, 15900, 15900, 0])).toBe('Paid');
  expect(said([28800, 15900, 12900, 0])).toBe('Partly paid');
});

test('money that went back is told, and so is money that never came', () => {
  expect(said([12900, 12900, 12900, 0])).toBe('Paid');
  expect(said([12900, 0, 12900, 12900], 'cancelled')).toBe('Refunded');
  expect(said([25800, 9900, 12900, 3000])).toBe('Partly refunded');
  expect(said([12900, 12900, 0, 0])).toBe('Not taken yet');
  expect(said([12900, 0, 0, 0], 'cancelled')).toBe('Nothing due');
  expect(said([0, 0, 0, 0])).toBe('Paid');
});
