import { money, type ReturnView } from '@vitrine/commerce-engine/client';
import { expect, test } from 'vitest';
import { isExchanged, moneyBack } from './money-back.ts';

const cash = (amount: number) => money(amount, 'EUR');
const exchanged = (refund: number, back: number) => {
  const instead = { state: 'added', back: cash(back) } as NonNullable<ReturnView['instead']>;
  return { state: 'refunded', refund: cash(refund), instead } as const;
};

test('a return that paid for other goods is exchanged, and only what is left of it went back', () => {
  expect(isExchanged(exchanged(12900, 0))).toBe(true);
  expect(moneyBack(exchanged(12900, 0))).toBeUndefined();
  expect(moneyBack(exchanged(12900, 3000))).toEqual(cash(3000));
});

test('a return for its money is refunded with all of it', () => {
  const refunded = { state: 'refunded', refund: cash(12900) } as const;
  expect(isExchanged(refunded)).toBe(false);
  expect(moneyBack(refunded)).toEqual(cash(12900));
  expect(moneyBack({ state: 'received' })).toBeUndefined();
});
