import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'divider');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'divider' })).toEqual([]);
});

test('a line is a separator to everybody, mere room is nothing to read', () => {
  expect(renderPreset(module, 'Line')).toContain('<hr');
  expect(renderPreset(module, 'Space')).toMatch(/^<div [^>]*><\/div>$/);
});

test('there may be more room where the screen is wider', () => {
  expect(renderPreset(module, 'Space')).toContain('data-room="medium" data-room-md="huge"');
});
