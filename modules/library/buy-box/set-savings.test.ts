import { expect, test } from 'vitest';
import { euros } from '../purchase.ts';
import { setSavings } from './set-savings.ts';

const part = (variantId: string, quantity: number, productSlug?: string) => ({
  ...{ variantId, productId: variantId, name: variantId, options: '', sku: variantId, quantity },
  ...(productSlug !== undefined && { productSlug }),
});
const set = (...components: ReturnType<typeof part>[]) => ({
  id: 'set',
  sku: 'SET',
  options: {},
  components,
});
const price = (variantId: string, amount: number, more: object = {}) => ({
  ...{ variantId, price: euros(amount), regular: euros(amount), onSale: false },
  ...more,
});
const own = [price('set', 5000)];

test('a set saves what its pieces cost more one by one', () => {
  const two = set(part('mug', 2, 'mug'), part('bowl', 1, 'bowl'));
  expect(setSavings(two, own, [price('mug', 1800), price('bowl', 2400)])).toEqual(euros(1000));
});

test('what costs less in such a quantity costs less', () => {
  const six = set(part('mug', 6, 'mug'));
  const breaks = [
    { from: 2, price: euros(1000), regular: euros(1000) },
    { from: 6, price: euros(900), regular: euros(900) },
  ];
  expect(setSavings(six, own, [price('mug', 1100, { breaks })])).toEqual(euros(400));
});

test('nothing is told when it saves nothing, or when a piece has no price, is not sold by itself or costs another currency', () => {
  const one = set(part('mug', 1, 'mug'));
  expect(setSavings(one, own, [price('mug', 5000)])).toBeUndefined();
  expect(setSavings(one, own, [])).toBeUndefined();
  expect(setSavings(set(part('mug', 1)), own, [price('mug', 9000)])).toBeUndefined();
  const pounds = { price: { amount: 9000, currency: 'GBP' } };
  expect(setSavings(one, own, [price('mug', 9000, pounds)])).toBeUndefined();
  expect(setSavings(one, [], [price('mug', 9000)])).toBeUndefined();
  expect(setSavings(undefined, own, [])).toBeUndefined();
});
