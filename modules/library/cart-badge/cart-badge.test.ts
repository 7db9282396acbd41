import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'cart-badge');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'cart-badge' })).toEqual([]);
});

test('it tells the number of pieces, to screen readers in words', () => {
  expect(renderPreset(module, 'Three pieces')).toMatch(/>3<.*>Cart, 3 items</);
  expect(renderPreset(module, 'One piece', { locale: 'de' })).toContain('Warenkorb, 1 Artikel');
});

test('an empty cart has no number', () => {
  expect(renderPreset(module, 'Empty')).toMatch(/hidden="".*>Cart, empty</);
});

test('a large number keeps its place', () => {
  expect(renderPreset(module, 'More than a hundred')).toContain('>99+<');
});
