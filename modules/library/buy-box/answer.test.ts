import { createTranslator, messageTable } from '@vitrine/modules';
import { expect, test } from 'vitest';
import { answerTo } from './answer.ts';
import { buyBox } from './buy-box.module.ts';

const words = { name: 'Tide mug', t: createTranslator(messageTable(buyBox, 'en'), 'en') };

test('each refusal is told in words, and only success sounds like it', () => {
  const refusals = [
    answerTo({ kind: 'sold-out', variantId: 'v' }, words),
    answerTo({ kind: 'not-enough', variantId: 'v', left: 2 }, words),
    answerTo({ kind: 'unknown-variant', variantId: 'v' }, words),
    answerTo({ kind: 'bad-quantity', quantity: -1, max: 10 }, words),
    answerTo({ kind: 'bad-quantity', quantity: 1, max: 60, min: 6, multiple: 6 }, words),
    answerTo({ kind: 'bad-quantity', quantity: 1, max: 60, min: 5 }, words),
  ];
  expect(refusals.map(({ text }) => text)).toEqual([
    'Sorry, this has just sold out.',
    'Only 2 can be ordered now',
    'This is no longer on offer.',
    'Only 10 can be ordered now',
    'Ordered in packs of 6 pieces, from 6 to 60',
    'Ordered from 5 to 60 pieces',
  ]);
  expect(new Set(refusals.map(({ tone }) => tone))).toEqual(new Set(['bad']));
});

test('what was added is named, and how much is in the cart now', () => {
  const money = { amount: 0, currency: 'EUR' };
  const cart = {
    id: 'c',
    version: 1,
    currency: 'EUR',
    lines: [],
    count: 0,
    subtotal: money,
    savings: money,
    total: money,
    discounts: [],
    coupons: [],
    notices: [],
  };
  const said = (count: number) => answerTo({ kind: 'changed', cart: { ...cart, count } }, words);
  expect(said(1)).toEqual({ tone: 'good', text: 'Tide mug is in your cart' });
  expect(said(3).text).toBe('Tide mug is in your cart, 3 items in all');
});
