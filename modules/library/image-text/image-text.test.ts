import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'image-text');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'image-text' })).toEqual([]);
});

test('the section is named by its title', () => {
  const html = renderPreset(module, 'Workshop', { locale: 'de' });
  expect(html).toContain('aria-labelledby="image-text-title"');
  expect(html).toContain('<h2 id="image-text-title">Ein Krug braucht neun Tage</h2>');
});
