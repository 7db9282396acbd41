import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'account-orders');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'account-orders' })).toEqual([]);
});

test('each order leads to the whole of it, and the list goes on', () => {
  const html = renderPreset(module, 'Orders');
  expect(html).toMatch(/href="[^"]*\?order=order-2"/);
  expect(html).toMatch(/href="[^"]*\?after=cursor"/);
});

test('an order shows goods, address and payment; one that is not theirs says so', () => {
  expect(renderPreset(module, 'One order')).toContain('Paid: Card that is accepted');
  expect(renderPreset(module, 'Unknown order', { locale: 'de' })).toContain('nicht in Ihrem Konto');
  expect(renderPreset(module, 'Signed out')).toBe('');
});
