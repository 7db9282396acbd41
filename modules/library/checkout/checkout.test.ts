import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'checkout');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'checkout' })).toEqual([]);
});

test('one form holds all sections and works without scripts', () => {
  const html = renderPreset(module, 'Filled in', { library });
  expect(html.match(/<form /g)).toHaveLength(1);
  expect(html).toMatch(/<form[^>]*action="\/_actions\/checkout\.pay" method="post"/);
  expect(html).toContain('name="page.back" value="/checkout/back"');
  const parts = ['contact.email', 'address.street', 'delivery.methodId', 'coupon', 'payment', 'terms'];
  expect(parts.filter((part) => !html.includes(`name="${part}"`))).toEqual([]);
});

test('only the first field of the page that could not be taken has the focus', () => {
  expect(renderPreset(module, 'Wrongly filled in', { library }).match(/autofocus/gi)).toHaveLength(1);
});

test('Enter in a field fills in and does not pay', () => {
  const [first] = renderPreset(module, 'Picked up, with codes', { library }).match(/<button[^>]*>/g) ?? [];
  expect(first).toContain('"/_actions/checkout.update"');
});
