import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'product-details');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'product-details' })).toEqual([]);
});

test('care stands on its own, not among the attributes', () => {
  const html = renderPreset(module, 'Mug');
  expect(html.match(/Dishwasher/g)).toHaveLength(1);
  expect(html.match(/<details/g)).toHaveLength(4);
  expect(html.match(/<details[^>]* open=""/g)).toHaveLength(1);
});
