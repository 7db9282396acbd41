import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'checkout-terms');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'checkout-terms' })).toEqual([]);
});

test('the terms are linked, and to be agreed to', () => {
  const html = renderPreset(module, 'Not agreed');
  expect(html).toContain('href="/terms"');
  expect(html).toContain('Please agree to the terms and conditions.');
});
