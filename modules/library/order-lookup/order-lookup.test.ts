import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'order-lookup');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'order-lookup' })).toEqual([]);
});

test('it is a posted form: neither number nor email come into an address', () => {
  expect(renderPreset(module, 'Form')).toMatch(/<form[^>]*action="\/_actions\/order\.look-up" method="post"/);
});

test('what is not found is said, with what was asked for in the fields', () => {
  const html = renderPreset(module, 'Not found', { locale: 'de' });
  expect(html).toContain('value="100042"');
  expect(html).toContain('finden wir keine Bestellung');
  expect(renderPreset(module, 'Half filled in')).toContain('Please enter the number and your email.');
});

test('what is found is shown in its place', () => {
  expect(renderPreset(module, 'Found')).toContain('Order 100042');
  expect(renderPreset(module, 'Found')).toContain('DHL, tracking number IP 0042 7719 DE');
  expect(renderPreset(module, 'Found', { locale: 'de' })).toContain('Sendungsnummer IP 0042 7719 DE');
});

test('each line tells how many of its pieces were cancelled and came back', () => {
  const html = renderPreset(module, 'Something came off');
  expect(html).toMatch(/2 pieces <\/span>.*, 1 of 2 cancelled/s);
  expect(html).toContain(', 1 of 1 returned');
  expect(renderPreset(module, 'Something came off', { locale: 'de' })).toContain(', 1 von 1 zurückgegeben');
});
