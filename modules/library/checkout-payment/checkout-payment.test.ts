import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'checkout-payment');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'checkout-payment' })).toEqual([]);
});

test('one choice says provider, method and card; the first is chosen', () => {
  const html = renderPreset(module, 'Ways to pay');
  expect(html).toMatch(/name="payment"[^>]*checked="" value="simulator\|card\|sim-approve"/);
  expect(html).toContain('value="manual|bank-transfer"');
  expect(html).toContain('No money moves.');
});

test('it says why the last payment did not go through', () => {
  expect(renderPreset(module, 'Declined', { locale: 'de' })).toContain(
    'Auf dieser Karte war nicht genug Geld.',
  );
});

test('what is free needs no card, and without a way to pay that is said', () => {
  expect(renderPreset(module, 'Nothing to pay')).not.toContain('type="radio"');
  expect(renderPreset(module, 'No way to pay')).toContain('There is no way to pay right now.');
});
