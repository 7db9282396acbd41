import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'my-picks');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'my-picks' })).toEqual([]);
});

test('picks are cards under a title of their own', () => {
  expect(renderPreset(module, 'Picks', { locale: 'de' })).toContain('Für Sie ausgesucht');
  expect(renderPreset(module, 'With a title')).toContain('After the plates');
});

test('nobody signed in, no section', () => {
  expect(renderPreset(module, 'Nobody')).toBe('');
});
