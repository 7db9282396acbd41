import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'category-tiles');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'category-tiles' })).toEqual([]);
});

test('each tile is one link with the name of its category', () => {
  const html = renderPreset(module, 'Five ways in');
  expect(html.match(/<a /g)).toHaveLength(5);
  expect(html).toMatch(/href="\/c\/table-lamps".*?>Table lamps</);
});

test('the picture beside the name says nothing twice', () => {
  expect(renderPreset(module, 'Five ways in')).not.toMatch(/alt="[^"]/);
});

test('without categories there is nothing', () => {
  expect(renderPreset(module, 'Empty')).toBe('');
});
