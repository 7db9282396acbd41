import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'checkout-summary');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'checkout-summary' })).toEqual([]);
});

test('the price that is paid is the price on the button, and is sent along', () => {
  const html = renderPreset(module, 'Ready to pay');
  expect(html).toMatch(/data-pay="">Pay €330\.90</);
  expect(html).toContain('name="seen" value="seen-2"');
  expect(html).toContain('name="_key" value="key-of-this-form"');
});

test('before delivery is chosen nothing is called a price to pay', () => {
  expect(renderPreset(module, 'Delivery not chosen')).toMatch(/data-pay="">Continue</);
});

test('what is under way at the bank can be gone on with or stopped', () => {
  const html = renderPreset(module, 'At the bank');
  expect(html).toContain('href="https://bank.example/sim_1"');
  expect(html).toContain('/_actions/checkout.reopen');
  expect(renderPreset(module, 'Pending')).not.toContain('bank.example');
});

test('an empty cart leads back to the shop', () => {
  const html = renderPreset(module, 'Nothing to check out');
  expect(html).toContain('Your cart is empty');
  expect(html).not.toContain('data-pay');
});

test('what is on preorder is said to be paid with the order', () => {
  expect(renderPreset(module, 'One on preorder')).toContain('What is on preorder is paid now, too');
  expect(renderPreset(module, 'One on preorder', { locale: 'de' })).toContain(
    'Auch Vorbestelltes wird jetzt',
  );
});
