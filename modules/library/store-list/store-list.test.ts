import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'store-list');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'store-list' })).toEqual([]);
});

test('a phone number can be dialled', () => {
  expect(renderPreset(module, 'Three stores')).toContain('href="tel:+46855501 10"'.replace(' ', ''));
});

test('no stores, no section', () => {
  expect(renderPreset(module, 'None')).toBe('');
});
