import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'search-box');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'search-box' })).toEqual([]);
});

test('it is a plain form before it wakes up', () => {
  const html = renderPreset(module, 'Default', { locale: 'de' });
  expect(html).toContain('data-wake="interaction"');
  expect(html).toMatch(/<form[^>]*action="\/de\/search" method="get"/);
  expect(html).not.toContain('combobox');
});

test('what was searched for stands in the field', () => {
  expect(renderPreset(module, 'Searched')).toMatch(/<input[^>]*value="wool"/);
});
