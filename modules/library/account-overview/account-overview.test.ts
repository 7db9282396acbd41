import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'account-overview');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'account-overview' })).toEqual([]);
});

test('it shows the last orders with how they stand, the address goods go to, and what can be spent', () => {
  const html = renderPreset(module, 'Overview');
  expect(html).toContain('href="/account/orders?order=order-2"');
  expect(html).toMatch(/Order 100017.*Sent or picked up/s);
  expect(html).toContain('Hafenstraße 1');
  expect(html).toContain('€24.50');
});

test('who is new here is told what comes, and who is signed out nothing', () => {
  expect(renderPreset(module, 'New here', { locale: 'de' })).toContain('noch nichts bestellt');
  expect(renderPreset(module, 'Signed out')).toBe('');
});
