import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'checkout-credit');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'checkout-credit' })).toEqual([]);
});

test('it says what there is, what it pays and what stays', () => {
  expect(renderPreset(module, 'Not used')).toContain('You have €42.50.');
  expect(renderPreset(module, 'Used whole')).toMatch(/checked="".*It pays €42\.50 of this order\./s);
  expect(renderPreset(module, 'Used in part', { locale: 'de' })).toContain('582,70');
});

test('who has none sees nothing of it', () => {
  expect(renderPreset(module, 'None')).toBe('');
});
